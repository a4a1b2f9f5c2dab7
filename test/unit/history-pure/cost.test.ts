import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { costOf, rounded, type Slice, summed } from '../../../electron/tariffs/cost.ts';
import { type Spread, slicesOf } from '../../../electron/tariffs/cost-slices.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { fc } from '../../fixtures/properties.ts';
import { band, banded, flat, wall } from './prices.ts';

const minute = 60_000;
const hour = 60 * minute;
const noon = wall('2025-06-06T12:00');
/** 1 before noon, 2 from then on. */
const dear = [banded([band(0, 720, '1')], '2')];
const slice = (from: number, to: number, energyWh: string, unseenFrom?: number): Slice => ({
  from,
  to,
  energyWh,
  ...(unseenFrom === undefined ? {} : { unseenFrom }),
});

describe('the cost of a session', () => {
  it.each([
    ['all before', [slice(noon - hour, noon, '3000')], '3'],
    ['all after', [slice(noon, noon + hour, '3000')], '6'],
    ['half and half', [slice(noon - hour, noon + hour, '3000')], '4.5'],
    ['a third before', [slice(noon - hour, noon + 2 * hour, '3000')], '5'],
    ['slices of their own', [slice(noon - 1, noon, '1'), slice(noon, noon + 1, '3')], '0.007'],
    ['at one moment', [slice(noon, noon, '500')], '1'],
    ['nothing', [slice(noon, noon + hour, '0')], '0'],
  ])('that flowed %s', (_, slices, amount) => {
    expect(costOf(slices, dear)).toEqual({ amount, currency: 'EUR', origin: 'own' });
  });

  it('is a guess where nobody watched and the price was not one', () => {
    const guess = (unseenFrom: number, to: number) =>
      costOf([slice(to - hour, to, '9', unseenFrom)], dear)?.estimated;
    expect(guess(noon - hour, noon)).toBeUndefined();
    expect(guess(noon - hour, noon + 1)).toBe(true);
    expect(costOf([slice(noon, noon, '9', noon - hour)], dear)?.estimated).toBe(true);
    expect(costOf([slice(noon, noon + hour, '0', noon - hour)], dear)?.estimated).toBeUndefined();
  });

  it('counts a new price from then on', () => {
    const entries = [flat('0.30', { from: noon }), flat('0.20', { origin: 'charger' })];
    const whole = [slice(noon - hour, noon + hour, '10000')];
    expect(costOf(whole, entries)).toEqual({ amount: '2.5', currency: 'EUR', origin: 'own' });
    const before = costOf([slice(noon - hour, noon, '10000')], entries);
    expect(before).toEqual({ amount: '2', currency: 'EUR', origin: 'charger' });
    const apart = [slice(noon - hour, noon, '5000'), slice(noon, noon + hour, '5000')];
    expect(costOf(apart, entries)?.origin).toBe('own');
  });

  it.each([
    ['before any price', [slice(0, 9, '1')], [flat('1', { from: 10 })]],
    ['partly before any price', [slice(0, 19, '1')], [flat('1', { from: 10 })]],
    [
      'in two currencies',
      [slice(0, 19, '1')],
      [flat('1'), flat('1', { from: 9, currency: 'USD' })],
    ],
    [
      'in a part before any price',
      [slice(5, 9, '1'), slice(15, 19, '1')],
      [flat('1', { from: 10 })],
    ],
    ['without a known energy', [], [flat('1')]],
    ['at a moment before any price', [slice(5, 5, '1')], [flat('1', { from: 10 })]],
  ])('cannot be said of one %s', (_, slices, entries) => {
    expect(costOf(slices, entries)).toBeUndefined();
  });

  it('goes below zero with the price', () => {
    expect(costOf([slice(0, 9, '12345')], [flat('-0.0875')])?.amount).toBe('-1.0801875');
  });

  it.each([
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['2.5', 0, '3'],
    ['3.15974999', 4, '3.1597'],
    ['0', 4, '0.0000'],
  ])('%s is shown with %d decimals as %s', (amount, decimals, is) => {
    expect(rounded(amount, decimals)).toBe(is);
  });

  it('is summed by currency, to the last digit', () => {
    const money = (amount: string, currency: string) => ({ amount, currency });
    const all = [money('0.1', 'USD'), money('0.1', 'EUR'), money('0.2', 'USD'), money('-1', 'EUR')];
    expect(summed(all)).toEqual([money('-0.9', 'EUR'), money('0.3', 'USD')]);
  });
});

describe('rules of the cost', () => {
  const decimal = (decimals: number, max: number) =>
    fc.integer({ min: -max, max }).map((whole) => new Big(whole).times(`1e-${decimals}`).toFixed());
  const start = fc.integer({ min: noon - 40 * hour, max: noon + 40 * hour });
  const bands = fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 1439 }),
      to: fc.integer({ min: 0, max: 1440 }),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      perKwh: decimal(4, 9000),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('a flat price makes energy times price, exactly', () => {
    fc.assert(
      fc.property(decimal(3, 1e8), decimal(8, 1e9), start, (energyWh, perKwh, from) => {
        const told = costOf([slice(from, from + 7 * hour, energyWh)], [flat(perKwh)]);
        expect(told?.amount).toBe(new Big(energyWh).times(perKwh).times('0.001').toFixed());
      }),
    );
  });

  it('bands that all say one price make the flat one', () => {
    fc.assert(
      fc.property(bands, decimal(8, 1e9), start, (some, perKwh, from) => {
        const same = banded(
          some.map((one) => ({ ...one, perKwh })),
          perKwh,
        );
        const slices = [slice(from, from + 30 * hour, '12345.678', from)];
        expect(costOf(slices, [same])).toEqual(costOf(slices, [flat(perKwh)]));
      }),
      { numRuns: 40 },
    );
  });

  it('cut in two at any moment, the parts make the whole', () => {
    const ms = fc.integer({ min: 1, max: 20 * hour });
    const run = fc.property(bands, start, ms, ms, fc.integer({ min: 1, max: 20 }), (...told) => {
      const [some, from, one, other, milliWhPerMs] = told;
      const entries = [banded(some, '0.31'), flat('0.2', { from: noon + 5 * hour })];
      const of = (length: number) => new Big(milliWhPerMs).times(length).times('0.001').toFixed();
      const parts = [
        slice(from, from + one, of(one)),
        slice(from + one, from + one + other, of(other)),
      ];
      const whole = costOf([slice(from, from + one + other, of(one + other))], entries);
      expect(costOf(parts, entries)?.amount).toBe(whole?.amount);
      const alone = parts.map((part) => costOf([part], entries)?.amount ?? 'none');
      const sum = alone.reduce((total, amount) => total.plus(amount), new Big(0));
      expect(sum.toFixed()).toBe(whole?.amount);
    });
    fc.assert(run, { numRuns: 60 });
  });
});

describe('the spread of a session', () => {
  const session: Spread = { startedAt: 0, startSeen: true, endedAt: 100, energyWh: 1000 };
  const at = (when: number, energyWh?: number, gap?: true): Sample => ({
    at: when,
    state: 'charging',
    ...(energyWh === undefined ? {} : { energyWh }),
    ...(gap ? { gap } : {}),
  });
  const late = { ...session, startSeen: false };
  const dayBefore = -24 * hour;

  it.each<[string, Spread, readonly Sample[], readonly Slice[]]>([
    ['even without samples', session, [], [slice(0, 100, '1000', 0)]],
    [
      'by the counter',
      session,
      [at(0, 0), at(50, 900), at(100, 1000)],
      [slice(0, 50, '900'), slice(50, 100, '100')],
    ],
    [
      'unseen over a gap',
      session,
      [at(0, 0), at(50, undefined, true), at(60, 900), at(100, 1000)],
      [slice(0, 60, '900', 0), slice(60, 100, '100')],
    ],
    [
      'whole at the first look at a charge under way',
      late,
      [at(0, 400), at(100, 1000)],
      [slice(0, 0, '400', dayBefore), slice(0, 100, '600')],
    ],
    [
      'up to the end that came after the last look',
      session,
      [at(0, 0), at(40, 600)],
      [slice(0, 40, '600'), slice(40, 100, '400', 40)],
    ],
    [
      'drawn out where the counter stops short',
      session,
      [at(0, 0), at(50, 300), at(100, 500)],
      [slice(0, 50, '600'), slice(50, 100, '400')],
    ],
    [
      'past a counter that slipped',
      session,
      [at(0, 0), at(50, 900), at(60, 0), at(100, 1000)],
      [slice(0, 50, '900'), slice(60, 100, '100')],
    ],
    [
      'over a counter that began anew',
      session,
      [at(0, 0), at(50, 900), at(60, 40), at(100, 100)],
      [slice(0, 50, '900'), slice(50, 60, '40'), slice(60, 100, '60')],
    ],
    [
      'from the start, where the first look came later',
      session,
      [at(50, 900), at(100, 1000)],
      [slice(0, 50, '900', 0), slice(50, 100, '100')],
    ],
    [
      'without what is below zero',
      session,
      [at(0, 0), at(50, 900), at(60, -5)],
      [slice(0, 50, '900'), slice(50, 100, '100', 50)],
    ],
    ['in order of time', session, [at(100, 1000), at(0, 0)], [slice(0, 100, '1000')]],
    ['nowhere where nothing flowed', { ...session, energyWh: 0 }, [at(0, 0)], [slice(0, 100, '0')]],
    ['nowhere where no energy is known', { startedAt: 0, startSeen: true }, [at(5)], []],
    [
      'so far, while it runs',
      { startedAt: 0, startSeen: true },
      [at(0, 0), at(50, 80)],
      [slice(0, 50, '80')],
    ],
    [
      'once, where the counter slipped and came back to where it was',
      { startedAt: 0, startSeen: true },
      [at(0, 0), at(50, 80), at(60, 70), at(70, 80)],
      [slice(0, 50, '80')],
    ],
  ])('is %s', (_, of, samples, is) => {
    expect(slicesOf(of, samples)).toEqual(is);
  });

  it('makes exactly the energy of the session, whatever the counter did', () => {
    const counter = fc.array(fc.tuple(fc.nat(200), fc.option(fc.nat(5000)), fc.boolean()));
    const energy = fc.integer({ min: 1, max: 90_000_000 }).map((milli) => milli / 1000);
    fc.assert(
      fc.property(counter, energy, fc.boolean(), (looks, energyWh, startSeen) => {
        const samples = looks.map(([when, wh, gap]) => at(when, wh ?? undefined, gap || undefined));
        const slices = slicesOf({ ...session, energyWh, startSeen }, samples);
        const sum = slices.reduce((total, one) => total.plus(one.energyWh), new Big(0));
        expect(sum.toFixed()).toBe(new Big(energyWh).toFixed());
        expect(slices.every(({ from, to }) => from <= to)).toBe(true);
      }),
    );
  });
});
