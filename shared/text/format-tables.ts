import type { CurrencyTable, FormatTables, ZoneOffset } from '../domain/app/format-tables.ts';
import { offsetAt, zoneClock } from '../zone-clock.ts';
import type { Numbers, Times } from './writers.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Where these chargers are sold. Other money is written by `Intl` as all amounts once were. */
const currencies = 'AUD CAD CHF CZK DKK EUR GBP NOK NZD PLN SEK USD'.split(' ');

/** As much as a window shows at first: yesterday's last session, and what is planned for tonight. */
const spanMs = 2 * dayMs;

/** A number whose parts are easily told apart in any way of writing. */
const sample = 8.5;
/** No hour, so that it is found in a time. */
const sampleMinute = 47;

interface Manner {
  readonly locale?: string;
  readonly numberLocale?: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** How numbers and times around `now` (epoch ms) are written. */
export function formatTables(manner: Manner, now: number): FormatTables {
  const { locale, numberLocale = locale, timeZone } = manner;
  const plain = new Intl.NumberFormat(numberLocale, { minimumFractionDigits: 1 });
  return {
    decimalSign: part(plain.formatToParts(sample), 'decimal'),
    currencies: Object.fromEntries(
      currencies.map((currency) => [currency, currencyTable(currency, numberLocale)]),
    ),
    hours: hourTable(locale),
    offset: offsetAround(now, timeZone),
  };
}

function part(parts: readonly Intl.NumberFormatPart[], type: string): string {
  return parts.find((one) => one.type === type)?.value ?? '';
}

function currencyTable(currency: string, locale: string | undefined): CurrencyTable {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const parts = format.formatToParts(sample);
  const isDigits = ({ type }: Intl.NumberFormatPart) => /^(integer|decimal|fraction)$/.test(type);
  const first = parts.findIndex(isDigits);
  const last = parts.findLastIndex(isDigits);
  const words = (some: readonly Intl.NumberFormatPart[]) => some.map(({ value }) => value).join('');
  return {
    before: words(parts.slice(0, first)),
    after: words(parts.slice(last + 1)),
    decimalSign: part(parts, 'decimal'),
    digits: part(parts, 'fraction').length,
  };
}

function hourTable(locale: string | undefined): FormatTables['hours'] {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  return Array.from({ length: 24 }, (_, hour) => {
    // Not by its parts: between them some engines have other spaces than in the whole.
    const written = format.format(hour * hourMs + sampleMinute * 60_000);
    const [before = '', after = ''] = written.split(String(sampleMinute));
    return [before, after] as const;
  });
}

/** Clocks are changed at full hours or half ones; none is changed twice within four days. */
function offsetAround(now: number, timeZone: string): ZoneOffset {
  const clock = zoneClock(timeZone);
  const offset = (at: number) => offsetAt(at, clock);
  const ms = offset(now);
  const isSame = (at: number) => offset(at) === ms;
  return {
    ms,
    from: isSame(now - spanMs) ? now - spanMs : now,
    until: isSame(now + spanMs) ? now + spanMs : now + 1,
  };
}

/** What the tables cannot write is written by `otherwise`. */
export function numbersByTables(
  { decimalSign, currencies }: FormatTables,
  otherwise: Pick<Numbers, 'decimal' | 'money'>,
): Pick<Numbers, 'decimal' | 'money'> {
  return {
    decimal: (value, digits) =>
      rounded(String(value), digits)?.replace('.', decimalSign) ?? otherwise.decimal(value, digits),
    money: (amount, currency) => {
      const table = currencies[currency];
      return (table && amountBy(table, amount)) ?? otherwise.money(amount, currency);
    },
  };
}

function amountBy(table: CurrencyTable, amount: string): string | undefined {
  const { before, after, decimalSign, digits } = table;
  const number = rounded(amount, digits);
  return number && before + number.replace('.', decimalSign) + after;
}

/** Below a thousand nothing is grouped. */
const short = /^(\d{1,3})(?:\.(\d+))?$/;

/** A decimal below a thousand with so many digits, halves rounded up as `Intl` does it. */
function rounded(value: string, digits: number): string | undefined {
  const [, whole, fraction = ''] = short.exec(value) ?? [];
  if (whole === undefined) return undefined;
  const kept = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const up = (fraction[digits] ?? '0') >= '5' ? 1 : 0;
  const all = String(kept + up).padStart(digits + 1, '0');
  const split = all.length - digits;
  if (split > 3) return undefined;
  return digits === 0 ? all : `${all.slice(0, split)}.${all.slice(split)}`;
}

/** What the tables cannot write is written by `otherwise`. */
export function timesByTables({ hours, offset }: FormatTables, otherwise: Times): Times {
  const isNear = (at: number) => at >= offset.from && at < offset.until;
  const dayAt = (at: number) => Math.floor((at + offset.ms) / dayMs);
  return {
    ...otherwise,
    time: (at) => {
      const minutes = Math.floor((at + offset.ms) / 60_000);
      const [before, after] = hours[modulo(Math.floor(minutes / 60), 24)] ?? [];
      return isNear(at) && before !== undefined
        ? `${before}${String(modulo(minutes, 60)).padStart(2, '0')}${after}`
        : otherwise.time(at);
    },
    sameDay: (one, other) =>
      isNear(one) && isNear(other) ? dayAt(one) === dayAt(other) : otherwise.sameDay(one, other),
  };
}

/** Also before 1970. */
function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
