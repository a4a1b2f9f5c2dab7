import { describe, expect, it } from 'vitest';
import { isUniform, isZone, stretchesOf } from '../../../electron/tariffs/price.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { fc } from '../../fixtures/properties.ts';
import { band, banded, everyDay, flat, priceAt, wall } from './prices.ts';

const minute = 60_000;
const weekdays = [1, 2, 3, 4, 5];

describe('the price at a moment', () => {
  const entries = [flat('0.30', { from: 2000 }), flat('0.20', { from: 1000 })];

  it.each([
    [999, undefined],
    [1000, '0.20'],
    [1999, '0.20'],
    [2000, '0.30'],
  ])('%i is that of the last entry that has begun', (at, is) => {
    expect(priceAt(entries, at)?.perKwh).toBe(is);
  });

  it('says whose it is and in which currency', () => {
    const entry = flat('-0.05', { currency: 'USD', origin: 'charger' });
    const is = { perKwh: '-0.05', currency: 'USD', origin: 'charger' };
    expect(priceAt([entry], 5)).toEqual(is);
  });

  // 2025-06-06 is a Friday.
  it.each([
    ['2025-06-06T06:59', 'night'],
    ['2025-06-06T07:00', 'day'],
    ['2025-06-06T21:59', 'day'],
    ['2025-06-06T22:00', 'night'],
    ['2025-06-07T06:59', 'night'],
    ['2025-06-07T07:00', 'weekend'],
    ['2025-06-07T23:00', 'weekend'],
    ['2025-06-09T03:00', 'weekend'],
    ['2025-06-10T03:00', 'night'],
  ])('follows the bands of the day: %s is %s', (at, is) => {
    const perKwh: Record<string, string> = { day: '0.35', night: '0.21', weekend: '0.25' };
    const bands = [band(420, 1320, '0.35', weekdays), band(1320, 420, '0.21', weekdays)];
    expect(priceAt([banded(bands, '0.25')], wall(at))?.perKwh).toBe(perKwh[is]);
  });

  it.each([
    ['the first of two bands that fit', [band(0, 720, '1'), band(0, 1440, '2')], '1'],
    ['a band from midnight to midnight', [band(0, 0, '1')], '1'],
    ['a band around the clock from noon', [band(720, 720, '1')], '1'],
    ['a band up to midnight', [band(0, 1440, '1')], '1'],
    ['otherwise, without one', [band(720, 721, '1')], '9'],
  ])('is that of %s', (_, bands, is) => {
    expect(priceAt([banded(bands, '9')], wall('2025-06-06T08:00'))?.perKwh).toBe(is);
  });

  it('follows a band from Sunday into Monday', () => {
    const entry = banded([band(1320, 360, '1', [7])], '2');
    expect(priceAt([entry], wall('2025-06-09T03:00'))?.perKwh).toBe('1');
    expect(priceAt([entry], wall('2025-06-09T23:00'))?.perKwh).toBe('2');
  });

  it('is not known where nobody knows the zone of its bands', () => {
    const entry = banded([band(0, 60, '1')], '2', { zone: 'Europe/Nowhere' });
    expect(priceAt([entry], 5)).toBeUndefined();
    expect(stretchesOf([entry], { from: 0, to: 9 })).toEqual([{ from: 0, to: 9 }]);
    expect(priceAt([flat('1', { zone: 'Europe/Nowhere' })], 5)?.perKwh).toBe('1');
    expect([isZone('Europe/Nowhere'), isZone('Europe/Berlin')]).toEqual([false, true]);
  });
});

describe('stretches of one price', () => {
  const noon = [banded([band(720, 840, '1')], '2')];

  it('begin and end at the bands', () => {
    const from = wall('2025-06-06T11:30');
    const told = stretchesOf(noon, { from, to: from + 180 * minute });
    expect(told.map(({ from: a, to: b, price }) => [a - from, b - from, price?.perKwh])).toEqual([
      [0, 30 * minute, '2'],
      [30 * minute, 150 * minute, '1'],
      [150 * minute, 180 * minute, '2'],
    ]);
  });

  it('have no price before the first entry, and a new one from the next on', () => {
    const entries = [flat('1', { from: 10 }), flat('2', { from: 20 })];
    expect(stretchesOf(entries, { from: 5, to: 30 })).toMatchObject([
      { from: 5, to: 10 },
      { from: 10, to: 20, price: { perKwh: '1' } },
      { from: 20, to: 30, price: { perKwh: '2' } },
    ]);
  });

  it('are one where the next entry says the same', () => {
    const entries = [flat('1'), flat('1', { from: 20, origin: 'charger' })];
    expect(isUniform(entries, { from: 0, to: 30 })).toBe(true);
    expect(isUniform(noon, { from: wall('2025-06-06T11:30'), to: wall('2025-06-06T12:00') })).toBe(
      true,
    );
    expect(isUniform(noon, { from: wall('2025-06-06T11:30'), to: wall('2025-06-06T12:01') })).toBe(
      false,
    );
  });

  it('are none of no time', () => {
    expect(stretchesOf(noon, { from: 7, to: 7 })).toEqual([]);
  });
});

/** Wall-clock minutes as the zone's own calendar counts them, one by one. */
function minutesByPrice(entry: PriceEntry, from: number, to: number): Record<string, number> {
  const count: Record<string, number> = {};
  for (let at = from; at < to; at += minute) {
    const perKwh = priceAt([entry], at)?.perKwh ?? '';
    count[perKwh] = (count[perKwh] ?? 0) + 1;
  }
  return count;
}

describe('days on which the clock changes', () => {
  const days = [
    ['Europe/Berlin', '2025-03-30', 23 * 60],
    ['Europe/Berlin', '2025-10-26', 25 * 60],
    ['America/New_York', '2025-03-09', 23 * 60],
    ['America/New_York', '2025-11-02', 25 * 60],
    ['Australia/Lord_Howe', '2025-10-05', 23.5 * 60],
    ['Australia/Lord_Howe', '2025-04-06', 24.5 * 60],
    ['Europe/Berlin', '2025-06-06', 24 * 60],
    // Where midnight itself is left out.
    ['America/Santiago', '2025-09-07', 23 * 60],
  ] as const;

  const edges = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 6 });

  it.each(days)('in %s, %s: the bands make the %d minutes it has', (zone, day, length) => {
    const from = wall(`${day}T00:00`, zone);
    const to = from + length * minute;
    fc.assert(
      fc.property(edges, (minutes) => {
        const sorted = minutes.toSorted((a, b) => a - b);
        const bands = sorted.map((begins, index) =>
          band(begins, sorted[index + 1] ?? sorted[0] ?? 0, `0.${index + 1}`),
        );
        const entry = banded(bands, '9', { zone });
        const stretches = stretchesOf([entry], { from, to });
        const told: Record<string, number> = {};
        for (const { price, ...span } of stretches) {
          const perKwh = price?.perKwh ?? '';
          told[perKwh] = (told[perKwh] ?? 0) + (span.to - span.from) / minute;
        }
        expect(told).toEqual(minutesByPrice(entry, from, to));
        expect(Object.values(told).reduce((sum, one) => sum + one, 0)).toBe(length);
      }),
      // Each asks for the price of every minute of a day, and there are eight days.
      { numRuns: 2 },
    );
    expect(wall(`${day}T23:59`, zone) + minute).toBe(to);
  });

  it.each([
    ['Europe/Berlin', '2025-10-26', 120, 180, 120],
    ['Europe/Berlin', '2025-03-30', 120, 180, 0],
    ['Europe/Berlin', '2025-03-30', 150, 240, 60],
    ['Australia/Lord_Howe', '2025-04-06', 90, 120, 60],
    ['Australia/Lord_Howe', '2025-10-05', 120, 150, 0],
  ])('in %s, %s: what is there twice counts twice, what is not there not (%i to %i)', (...told) => {
    const [zone, day, begins, ends, is] = told;
    const from = wall(`${day}T00:00`, zone);
    const entry = banded([band(begins, ends, '1', everyDay)], '2', { zone });
    const cheap = stretchesOf([entry], { from, to: wall(`${day}T23:00`, zone) }).filter(
      ({ price }) => price?.perKwh === '1',
    );
    expect(cheap.reduce((sum, span) => sum + (span.to - span.from) / minute, 0)).toBe(is);
  });
});
