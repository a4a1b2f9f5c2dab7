import { describe, expect, test } from 'vitest';
import {
  entryOf,
  newBand,
  type PriceDraft,
  withEntry,
} from '../../../renderer/components/prices/draft.ts';
import { newHourly } from '../../../renderer/components/prices/hourly-draft.ts';
import { tariffLines } from '../../../renderer/components/prices/tariff-words.ts';
import { isUnusual, priceOf } from '../../../renderer/components/prices/typed-price.ts';
import type { PriceBand, Tariff } from '../../../shared/domain/session/price.ts';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';
import { aPrice } from '../../fixtures/history-rows.ts';

const flat: PriceDraft = {
  kind: 'flat',
  day: '2026-11-17',
  currency: 'EUR',
  perKwh: '0,31',
  bands: [newBand(1)],
  hourly: newHourly,
};
const night = { ...newBand(4), perKwh: '0.19' };
const byTime: PriceDraft = { ...flat, kind: 'bands', bands: [night] };

describe('a typed price', () => {
  test.each([
    ['0.31', '0.31'],
    ['0,31', '0.31'],
    [' 0,31 ', '0.31'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['-0.05', '-0.05'],
    ['−0,05', '-0.05'],
    ['0.12345678', '0.12345678'],
    ['0', '0'],
  ])('%j is %j', (typed, price) => {
    expect(priceOf(typed)).toEqual({ ok: true, value: price });
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['.', 'noNumber'],
    ['-', 'noNumber'],
    ['31 cents', 'noNumber'],
    ['1.234,5', 'noNumber'],
    ['1e-3', 'noNumber'],
    ['0.123456789', 'tooFine'],
    ['1234567', 'tooLarge'],
  ])('%j is %s', (typed, trouble) => {
    expect(priceOf(typed)).toEqual({ ok: false, failure: trouble });
  });

  test.each([
    ['5', false],
    ['5.01', true],
    ['-6', true],
    ['31', true],
    ['x', false],
  ])('%j is unusual: %s', (typed, unusual) => {
    expect(isUnusual(typed)).toBe(unusual);
  });
});

describe('a draft', () => {
  test('of one price begins with its day in the zone', () => {
    const entry = entryOf(flat, 'Europe/Madrid');
    expect(entry).toEqual({
      ok: true,
      value: {
        from: Date.UTC(2026, 10, 16, 23),
        currency: 'EUR',
        zone: 'Europe/Madrid',
        tariff: { kind: 'flat', perKwh: '0.31' },
        origin: 'own',
      },
    });
  });

  test.each([
    ['22:00', '06:00', 1320, 360],
    ['00:00', '00:00', 0, 1440],
    ['18:30', '00:00', 1110, 1440],
    ['00:00', '06:00', 0, 360],
  ])('from %s to %s counts minutes', (from, to, start, end) => {
    const entry = entryOf({ ...byTime, bands: [{ ...night, days: [7, 6], from, to }] }, 'UTC');
    expect(entry).toMatchObject({
      value: {
        tariff: {
          kind: 'bands',
          bands: [{ days: [6, 7], from: start, to: end, perKwh: '0.19' }],
          otherwise: '0.31',
        },
      },
    });
    expect(entry.ok && priceEntrySchema.safeParse(entry.value).success).toBe(true);
  });

  test.each<[Partial<PriceDraft>, Record<string, string>]>([
    [{ day: '' }, { day: 'noDay' }],
    [{ perKwh: 'x' }, { perKwh: 'noNumber' }],
    [
      { day: '2026-02-30', perKwh: '' },
      { day: 'noDay', perKwh: 'empty' },
    ],
    [{ kind: 'bands', bands: [{ ...night, days: [] }] }, { 'bands.4.days': 'noDays' }],
    [{ kind: 'bands', bands: [{ ...night, from: '' }] }, { 'bands.4.to': 'noTime' }],
    [{ kind: 'bands', bands: [{ ...night, to: '22:00' }] }, { 'bands.4.to': 'sameTimes' }],
    [{ kind: 'bands', bands: [night, newBand(5)] }, { 'bands.5.perKwh': 'empty' }],
  ])('%o has its troubles by field', (part, troubles) => {
    expect(entryOf({ ...flat, ...part }, 'UTC')).toEqual({ ok: false, failure: troubles });
  });
});

describe('a draft of an hourly price', () => {
  const area = { source: 'energyCharts', area: 'DE-LU' } as const;
  const market = { area, currency: 'EUR', vatIncluded: false };
  const typed = { factor: '1,05', surcharge: '0,0187', vatPercent: '19', hasGridFee: false };
  const hourly: PriceDraft = { ...flat, perKwh: '', kind: 'hourly', hourly: typed };

  test('follows the market, exactly as it is typed', () => {
    const entry = entryOf(hourly, 'UTC', market);
    const tariff = { factor: '1.05', surcharge: '0.0187', vatPercent: '19' };
    expect(entry).toMatchObject({ value: { tariff: { kind: 'hourly', market: area, ...tariff } } });
    expect(entry.ok && priceEntrySchema.safeParse(entry.value).success).toBe(true);
    expect(entry.ok && 'gridFee' in entry.value.tariff).toBe(false);
  });

  test('may have a grid fee by the time of day', () => {
    const withFee = { ...hourly, perKwh: '0.08', bands: [night] };
    const entry = entryOf({ ...withFee, hourly: { ...typed, hasGridFee: true } }, 'UTC', market);
    expect(entry).toMatchObject({
      value: { tariff: { gridFee: { bands: [{ perKwh: '0.19' }], otherwise: '0.08' } } },
    });
    expect(entry.ok && priceEntrySchema.safeParse(entry.value).success).toBe(true);
  });

  test.each<[Partial<typeof typed>, Record<string, string>]>([
    [{ vatPercent: '1900' }, { vatPercent: 'badPercent' }],
    [{ vatPercent: '-1' }, { vatPercent: 'badPercent' }],
    [{ vatPercent: '' }, { vatPercent: 'badPercent' }],
    [{ vatPercent: 'x' }, { vatPercent: 'badPercent' }],
    [{ vatPercent: '19,123456789' }, { vatPercent: 'tooFine' }],
    [{ factor: '0' }, { factor: 'badFactor' }],
    [{ factor: '100' }, { factor: 'badFactor' }],
    [{ factor: '-1' }, { factor: 'badFactor' }],
    [{ surcharge: '' }, { surcharge: 'empty' }],
    [
      { surcharge: '1 ct', factor: '0' },
      { surcharge: 'noNumber', factor: 'badFactor' },
    ],
    [
      { hasGridFee: true, vatPercent: '101' },
      { perKwh: 'empty', 'bands.1.perKwh': 'empty', vatPercent: 'badPercent' },
    ],
  ])('%o has its troubles by field', (part, troubles) => {
    const entry = entryOf({ ...hourly, hourly: { ...typed, ...part } }, 'UTC', market);
    expect(entry).toEqual({ ok: false, failure: troubles });
  });

  test('is in the currency of the market and no other, as far as that is known', () => {
    const inFrancs = { ...hourly, currency: 'CHF' };
    const failure = { currency: 'otherCurrency' };
    expect(entryOf(inFrancs, 'UTC', market)).toEqual({ ok: false, failure });
    expect(entryOf(inFrancs, 'UTC', { area }).ok).toBe(true);
    expect(entryOf({ ...flat, currency: 'CHF' }, 'UTC', market).ok).toBe(true);
  });

  test('is none without a market', () => {
    expect(entryOf(hourly, 'UTC')).toEqual({ ok: false, failure: {} });
  });
});

test('a new price takes its place in time, and that of one from the same day', () => {
  const [old, middle, late] = [10, 20, 30].map((from) => aPrice({ from }));
  if (!old || !middle || !late) throw new Error('A price is missing');
  expect(withEntry([old, late], middle)).toEqual([old, middle, late]);
  const other = aPrice({ from: 20, currency: 'CHF' });
  expect(withEntry([old, middle, late], other)).toEqual([old, other, late]);
});

test('a new price outweighs what the charger has said since it holds', () => {
  const said = [10, 30, 40].map((from) => aPrice({ from, origin: 'charger' }));
  const own = aPrice({ from: 35 });
  const fresh = aPrice({ from: 20 });
  expect(withEntry([...said, own], fresh)).toEqual([said[0], fresh, own]);
});

describe('a tariff in words', () => {
  const formatOptions = { locale: 'en-IE' };
  const band = (parts: Partial<PriceBand>): PriceBand => ({
    days: [1, 2, 3, 4, 5, 6, 7],
    from: 1320,
    to: 360,
    perKwh: '0.19',
    ...parts,
  });

  test('is one amount where there is one price', () => {
    expect(tariffLines(aPrice(), formatOptions)).toEqual([{ when: '', amount: '€0.31' }]);
  });

  test.each<[Partial<PriceBand>, string]>([
    [{}, 'Every day, 22:00–06:00'],
    [{ days: [1, 2, 3, 4, 5] }, 'Mon–Fri, 22:00–06:00'],
    [{ days: [6, 7], from: 0, to: 1440 }, 'Sat, Sun, all day'],
    [{ days: [5, 1, 3], to: 1440 }, 'Mon, Wed, Fri, 22:00–00:00'],
  ])('%o is "%s"', (parts, when) => {
    const tariff: Tariff = { kind: 'bands', bands: [band(parts)], otherwise: '0.3125' };
    expect(tariffLines(aPrice({ tariff }), formatOptions)).toEqual([
      { when, amount: '€0.19' },
      { when: 'All other times', amount: '€0.3125' },
    ]);
  });

  test('names the market of an hourly price and all that comes on top', () => {
    const tariff: Tariff = {
      kind: 'hourly',
      market: { source: 'energyCharts', area: 'DE-LU' },
      factor: '1.05',
      surcharge: '0.0187',
      vatPercent: '7.7',
      gridFee: { bands: [band({})], otherwise: '0.08' },
    };
    expect(tariffLines(aPrice({ tariff }), formatOptions)).toEqual([
      { when: 'Hourly price', amount: 'Energy-Charts, Germany (DE-LU)' },
      { when: 'Market price multiplied by', amount: '1.05' },
      { when: 'Surcharge', amount: '€0.0187' },
      { when: 'Grid fee · Every day, 22:00–06:00', amount: '€0.19' },
      { when: 'Grid fee at all other times', amount: '€0.08' },
      { when: 'VAT', amount: '7.7%' },
    ]);
  });

  test('leaves out of an hourly price what changes nothing', () => {
    const market = { source: 'own', area: 'own' } as const;
    const bare = { factor: '1.0', surcharge: '0', vatPercent: '0' };
    const tariff: Tariff = { kind: 'hourly', market, ...bare };
    expect(tariffLines(aPrice({ tariff }), formatOptions)).toEqual([
      { when: 'Hourly price', amount: 'My own file or address' },
    ]);
  });

  test('has times as they are written where its owner lives', () => {
    const tariff: Tariff = { kind: 'bands', bands: [band({})], otherwise: '0.3125' };
    const [line] = tariffLines(aPrice({ tariff }), { locale: 'en-US' });
    expect(line?.when.replaceAll('\u202f', ' ')).toBe('Every day, 10:00 PM–6:00 AM');
  });
});
