import { expect, it } from 'vitest';
import type { KeptThere } from '../../../electron/plans/decision/situation.ts';
import { planMemorySchema } from '../../../electron/plans/plan-memory.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import type { PlanSettings } from '../../../shared/domain/price/charge-plan.ts';
import { fc } from '../../fixtures/properties.ts';
import { clock, minute, PlayedNight, prices } from './played-night.ts';

const states: readonly ChargerStateName[] = [
  ...(['charging', 'charging', 'paused', 'paused', 'scheduled', 'waiting', 'queued'] as const),
  ...(['complete', 'available', 'lockedCar', 'offline', 'updating', 'error', 'unknown'] as const),
];

const anyStep = fc.record({
  minutes: fc.integer({ min: 1, max: 300 }),
  state: fc.constantFrom(...states),
  wh: fc.integer({ min: 0, max: 40_000 }),
  sleeps: fc.boolean(),
});

const anyPlan: fc.Arbitrary<PlanSettings> = fc.record(
  {
    isOn: fc.constant(true),
    mode: fc.constantFrom(
      { kind: 'cheapest', inOneGo: false },
      { kind: 'cheapest', inOneGo: true },
      { kind: 'below', perKwh: 0.2 },
    ),
    amount: fc.constantFrom(
      { kind: 'energy', wh: 14_400 },
      { kind: 'time', ms: 90 * minute },
      { kind: 'full' },
    ),
    readyBy: fc.constantFrom(
      { days: [1, 2, 3, 4, 5, 6, 7], minute: 420 },
      { days: [3], minute: 0 },
    ),
    notBefore: fc.integer({ min: 0, max: 1439 }),
    atOnceWh: fc.integer({ min: 1, max: 20_000 }),
    highestPerKwh: fc.constantFrom(0.05, 0.25),
    remindAt: fc.integer({ min: 0, max: 1439 }),
  },
  { requiredKeys: ['isOn', 'mode', 'amount'] },
);

const kept: readonly KeptThere['kind'][] = ['none', 'storing', 'stored'];

it('whatever happens, sends little, and remembers only what a restart understands', () => {
  fc.assert(
    fc.property(
      anyPlan,
      fc.constantFrom(...kept),
      fc.boolean(),
      fc.array(anyStep, { minLength: 5, maxLength: 40 }),
      (wish, kind, hasPrices, steps) => {
        const keptThere = { kind } as KeptThere;
        const known = hasPrices ? prices : { ...prices, slots: [], key: '' };
        const night = new PlayedNight({ plan: wish, keptThere, prices: known });
        let at = clock('18:00');
        for (const { minutes, state, wh, sleeps } of steps) {
          at += minutes * minute;
          if (!sleeps) night.at(at);
          night.sent.length = 0;
          const { view, nextAt, memory } = night.reads(at, state, { sessionWh: wh });
          // Of what it wanted to be looked at on the way, none is the reason for two.
          expect(nextAt).toBeGreaterThan(at);
          expect(memory.phase?.tries ?? 0).toBeLessThanOrEqual(2);
          expect(JSON.parse(JSON.stringify(planMemorySchema.parse(memory)))).toEqual(
            JSON.parse(JSON.stringify(memory)),
          );
          if (view?.status.kind === 'suspended') expect(night.sent).toEqual([]);
          for (const block of view?.blocks ?? []) expect(block.until).toBeGreaterThan(block.from);
        }
        expect(night.told.filter((one) => one === 'planMissed').length).toBeLessThanOrEqual(9);
      },
    ),
    { numRuns: 60 },
  );
});
