import { describe, expect, test } from 'vitest';
import {
  entryOf,
  isUnusual,
  newBand,
  type PriceDraft,
  priceOf,
  withEntry,
} from '../../../renderer/components/prices/draft.ts';
import { tariffLines } from '../../../renderer/components/prices/tariff-words.ts';
import type { PriceBand, Tariff } from '../../../shared/domain/session/price.ts';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';
import { aPrice } from '../../fixtures/history-rows.ts';

const flat: PriceDraft = {
  kind: 'flat',
  day: '2026-11-17',
  currency: 'EUR',
  perKwh: '0,31',
  bands: [newBand(1)],
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

test('a new price takes its place in time, and that of one from the same day', () => {
  const [old, middle, late] = [10, 20, 30].map((from) => aPrice({ from }));
  if (!old || !middle || !late) throw new Error('A price is missing');
  expect(withEntry([old, late], middle)).toEqual([old, middle, late]);
  const other = aPrice({ from: 20, currency: 'CHF' });
  expect(withEntry([old, middle, late], other)).toEqual([old, other, late]);
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

  test('has times as they are written where its owner lives', () => {
    const tariff: Tariff = { kind: 'bands', bands: [band({})], otherwise: '0.3125' };
    const [line] = tariffLines(aPrice({ tariff }), { locale: 'en-US' });
    expect(line?.when.replaceAll('\u202f', ' ')).toBe('Every day, 10:00 PM–6:00 AM');
  });
});
