import { expect, it } from 'vitest';
import type { PlanSlot } from '../../../shared/domain/price/plan.ts';
import type { LiveSample } from '../../../shared/domain/session/sample.ts';
import { fc } from '../../fixtures/properties.ts';
import { clock, hour, midnight, minute, PlayedNight, plan, prices } from './played-night.ts';

const limitW = 7200;

const anyNight = fc.record({
  /** By the quarter, for two days. */
  perKwh: fc.array(fc.integer({ min: -5, max: 60 }), { minLength: 192, maxLength: 192 }),
  wantedWh: fc.integer({ min: 2000, max: 50_000 }),
  /** What the car takes of what the charger could give. */
  share: fc.double({ min: 0.6, max: 1, noNaN: true }),
  plugAt: fc.integer({ min: 17 * 60, max: 27 * 60 }),
  everyMinutes: fc.integer({ min: 1, max: 5 }),
  inOneGo: fc.boolean(),
  notBefore: fc.option(fc.integer({ min: 18 * 60, max: 23 * 60 }), { nil: undefined }),
});

type AnyNight = typeof anyNight extends fc.Arbitrary<infer Value> ? Value : never;

function slotsOf(perKwh: readonly number[]): readonly PlanSlot[] {
  return perKwh.map((cents, index) => {
    const from = midnight + index * 15 * minute;
    return { from, until: from + 15 * minute, perKwh: cents / 100 };
  });
}

interface Played {
  readonly night: PlayedNight;
  readonly atDeadlineWh: number;
  readonly sentByThen: number;
  readonly atEndWh: number;
}

/** A charger that obeys, and a car that is there from the evening on until noon. */
function played({ perKwh, wantedWh, share, plugAt, everyMinutes, ...rules }: AnyNight): Played {
  const night = new PlayedNight({
    prices: { ...prices, slots: slotsOf(perKwh), key: 'any' },
    plan: {
      ...plan,
      mode: { kind: 'cheapest', inOneGo: rules.inOneGo },
      amount: { kind: 'energy', wh: wantedWh },
      ...(rules.notBefore !== undefined && { notBefore: rules.notBefore }),
    },
  });
  let [wh, atDeadlineWh, sentByThen, isOn] = [0, 0, 0, true];
  const samples: LiveSample[] = [];
  const came = midnight + plugAt * minute;
  const obeyed = () => {
    isOn = (night.sent.at(-1) ?? 'resume') === 'resume';
  };
  night.reads(came - minute, 'available', { energyWh: 0 });
  for (let at = came; at < clock('36:00'); at += minute) {
    if (at === clock('31:00')) [atDeadlineWh, sentByThen] = [wh, night.sent.length];
    if ((at - came) % (everyMinutes * minute) === 0) {
      const powerW = isOn ? limitW * share : 0;
      samples.push({ at, powerW });
      night.reads(at, isOn ? 'charging' : 'paused', { sessionWh: Math.round(wh), samples, powerW });
    } else if (night.last && night.last.nextAt <= at) night.at(at);
    obeyed();
    if (isOn) wh += (limitW * share) / 60;
  }
  return { night, atDeadlineWh, sentByThen, atEndWh: wh };
}

it('of any night ends with what was wanted, on time where that is possible, and sends little', () => {
  fc.assert(
    fc.property(anyNight, (any) => {
      const { night, atDeadlineWh, sentByThen, atEndWh } = played(any);
      const { wantedWh, share, plugAt, notBefore = 0 } = any;
      const begins = Math.max(midnight + plugAt * minute, midnight + notBefore * minute);
      const possibleWh = ((clock('31:00') - begins) / hour) * limitW * share;
      // Neither the counter nor the owner is more exact, and a slow car is known by its readings.
      const slackWh = Math.max(1500, wantedWh * 0.05);
      if (possibleWh > wantedWh * 1.1) {
        expect(atDeadlineWh).toBeGreaterThan(wantedWh - slackWh);
        expect(night.told).not.toContain('planMissed');
      }
      expect(night.told.filter((kind) => kind === 'planMissed').length).toBeLessThanOrEqual(1);
      const mostWh = ((clock('35:00') - begins) / hour) * limitW * share;
      expect(atEndWh).toBeGreaterThan(Math.min(mostWh, wantedWh) - slackWh);
      // A pause when the car comes, and two for each of four blocks.
      expect(sentByThen).toBeLessThanOrEqual(9);
      for (const [index, kind] of night.sent.entries())
        expect(kind).not.toBe(night.sent[index - 1]);
    }),
    { numRuns: 40 },
  );
});
