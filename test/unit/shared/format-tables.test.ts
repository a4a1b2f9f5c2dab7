import { describe, expect, it } from 'vitest';
import { numbersIn, timesIn } from '../../../shared/text/format.ts';
import { formatTables } from '../../../shared/text/format-tables.ts';
import { fc } from '../../fixtures/properties.ts';

const hour = 3_600_000;
const regions = 'AT BE BR CA CH DE DK ES FI FR GB IN NL PT SE US ZA';
const languages = ['en', 'de', 'fr', 'es', 'nl'];
const zones = ['Europe/Berlin', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'];
const manners = regions
  .split(' ')
  .flatMap((region) => languages.map((language) => `${language}-${region}`));

/** Tables must not be seen: what they write is what the language's own tables would. */
function both(locale: string, timeZone: string, now: number) {
  const options = { locale, numberLocale: `${locale}-u-nu-latn`, timeZone };
  const byTables = { ...options, tables: formatTables(options, now) };
  return [
    { numbers: numbersIn(byTables), times: timesIn(byTables) },
    { numbers: numbersIn(options), times: timesIn(options) },
  ] as const;
}

describe.each(manners)('%s', (locale) => {
  const [tables, right] = both(locale, 'UTC', 0);
  it('has the same numbers and amounts', () => {
    const amount = fc
      .tuple(fc.bigInt(0n, 2_000_000n), fc.nat(6))
      .map(([digits, scale]) => decimalString(digits, scale));
    const currency = fc.constantFrom('EUR', 'GBP', 'USD', 'CHF', 'CZK', 'JPY', 'XYZ');
    fc.assert(
      fc.property(amount, currency, fc.nat(3), (value, code, digits) => {
        const { decimal, energy, money } = tables.numbers;
        expect(decimal(Number(value), digits)).toBe(right.numbers.decimal(Number(value), digits));
        expect(energy(Number(value))).toBe(right.numbers.energy(Number(value)));
        expect(money(value, code)).toBe(right.numbers.money(value, code));
      }),
    );
  });

  it('has the same numbers where they are negative, long or none', () => {
    for (const value of [-7.4, 999.96, 1234.5, 0.1 + 0.2, 1e-9, 1e21, Number.NaN, Infinity]) {
      expect(tables.numbers.decimal(value, 1)).toBe(right.numbers.decimal(value, 1));
    }
  });

  it('has the same times at each hour', () => {
    for (let at = 0; at < 24 * hour; at += hour / 2) {
      expect(tables.times.time(at)).toBe(right.times.time(at));
    }
  });
});

describe.each(zones)('in the zone %s', (zone) => {
  // A year with each change of the clock between a moment and the next.
  it.each([0, 91, 182, 273].map((day) => Date.UTC(2026, 0, 1 + day)))(
    'has the same days',
    (start) => {
      for (let now = start; now < start + 92 * 24 * hour; now += 37 * hour) {
        const [tables, right] = both('en-GB', zone, now);
        for (const apart of [-49, -30, -25, -2, -1, 0, 1, 2, 25, 30, 49]) {
          const at = now + apart * hour;
          expect(tables.times.time(at)).toBe(right.times.time(at));
          expect(tables.times.sameDay(at, now)).toBe(right.times.sameDay(at, now));
        }
      }
    },
  );
});

/** `12.345` from 12345 and three. */
function decimalString(digits: bigint, scale: number): string {
  const all = String(digits).padStart(scale + 1, '0');
  return scale === 0 ? all : `${all.slice(0, -scale)}.${all.slice(-scale)}`;
}
