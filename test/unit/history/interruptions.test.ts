import { describe, expect, it } from 'vitest';
import { interruptionsOf } from '../../../electron/history/record/interruptions.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import type { Interruption } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';

type Step = readonly [at: number, state: ChargerStateName, gap?: 'gap'];
type Told = readonly [from: number, to: number, kind: Interruption['kind']];

const samplesOf = (steps: readonly Step[]): Sample[] =>
  steps.map(([at, state, gap]) => ({ at, state, ...(gap ? { gap: true as const } : {}) }));

describe('interruptionsOf', () => {
  const reasons: readonly [ChargerStateName, Interruption['kind'] | undefined][] = [
    ['queued', 'queue'],
    ['scheduled', 'schedule'],
    ['paused', 'pause'],
    ['locked', 'pause'],
    ['lockedCar', 'pause'],
    ['waiting', 'waiting'],
    ['complete', 'waiting'],
    ['available', 'waiting'],
    ['error', 'fault'],
    ['offline', 'offline'],
    ['updating', 'offline'],
    ['charging', undefined],
    ['transferring', undefined],
    ['discharging', undefined],
    ['unknown', undefined],
  ];
  it.each(reasons)('%s is %s', (state, kind) => {
    const samples = samplesOf([
      [10, 'charging'],
      [20, state],
      [30, 'charging'],
    ]);
    const expected = kind ? [{ from: 20, to: 30, kind }] : [];
    expect(interruptionsOf(samples, { startedAt: 10, endedAt: 30 })).toEqual(expected);
  });

  it.each([
    ['paused', 'planPause'],
    ['scheduled', 'planSchedule'],
    ['queued', 'queue'],
    ['charging', undefined],
  ] as const)('%s by a plan is %s', (state, kind) => {
    const [first, second, ...rest] = samplesOf([
      [10, 'charging'],
      [20, state],
      [25, state],
      [30, 'charging'],
    ]);
    const samples = [first, { ...second, byPlan: true as const }, ...rest] as Sample[];
    const found = interruptionsOf(samples, { startedAt: 10, endedAt: 30 });
    expect(found[0]).toEqual(kind && { from: 20, to: kind === 'queue' ? 30 : 25, kind });
  });

  const courses: readonly [string, readonly Step[], { endedAt?: number }, readonly Told[]][] = [
    ['nothing without samples', [], { endedAt: 100 }, []],
    [
      'looks of one reason are one interruption',
      [
        [10, 'charging'],
        [20, 'queued'],
        [30, 'queued'],
        [40, 'charging'],
      ],
      { endedAt: 50 },
      [[20, 40, 'queue']],
    ],
    [
      'reasons follow each other',
      [
        [10, 'charging'],
        [20, 'queued'],
        [30, 'error'],
        [40, 'charging'],
      ],
      { endedAt: 50 },
      [
        [20, 30, 'queue'],
        [30, 40, 'fault'],
      ],
    ],
    [
      'the same reason twice is two interruptions',
      [
        [10, 'paused'],
        [20, 'charging'],
        [30, 'paused'],
        [40, 'charging'],
      ],
      { endedAt: 50 },
      [
        [10, 20, 'pause'],
        [30, 40, 'pause'],
      ],
    ],
    [
      'before a gap nobody knows, whatever was last seen',
      [
        [10, 'charging'],
        [20, 'paused'],
        [90, 'charging', 'gap'],
        [95, 'charging'],
      ],
      { endedAt: 100 },
      [[20, 90, 'gap']],
    ],
    [
      'a gap before the first sample is of another charge',
      [
        [10, 'charging', 'gap'],
        [20, 'charging'],
      ],
      { endedAt: 30 },
      [],
    ],
    [
      'the last state holds until the end, and not longer',
      [
        [10, 'charging'],
        [20, 'scheduled'],
        [60, 'available'],
      ],
      { endedAt: 40 },
      [[20, 40, 'schedule']],
    ],
    [
      'of one that runs nothing is said beyond the last look',
      [
        [10, 'charging'],
        [20, 'queued'],
        [30, 'queued'],
      ],
      {},
      [[20, 30, 'queue']],
    ],
    [
      'what was before the session is cut off',
      [
        [2, 'waiting'],
        [12, 'charging'],
      ],
      { endedAt: 40 },
      [[10, 12, 'waiting']],
    ],
  ];
  it.each(courses)('%s', (_what, steps, span, told) => {
    const expected = told.map(([from, to, kind]) => ({ from, to, kind }));
    expect(interruptionsOf(samplesOf(steps), { startedAt: 10, ...span })).toEqual(expected);
  });
});
