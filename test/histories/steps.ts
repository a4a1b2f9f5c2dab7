import { fc } from '../fixtures/properties.ts';
import type { Phase } from './true-charger.ts';

/** Something that happens, to a car, the computer or what is between them. */
export type Step =
  | { readonly do: 'plugIn'; readonly charger: number; readonly powerW: number; readonly to: Phase }
  /** A car comes, or is there, charges for a while and is full, or is held up. */
  | {
      readonly do: 'charge';
      readonly charger: number;
      readonly powerW: number;
      readonly minutes: number;
      readonly to: Phase;
    }
  | { readonly do: 'turn'; readonly charger: number; readonly to: Phase }
  | { readonly do: 'unplug'; readonly charger: number }
  /** Power comes and goes, with so many seconds in between. */
  | {
      readonly do: 'flap';
      readonly charger: number;
      readonly to: Phase;
      readonly times: number;
      readonly seconds: number;
    }
  | { readonly do: 'pass'; readonly minutes: number }
  | { readonly do: 'power'; readonly to: 'asleep' | 'awake' | 'killed' | 'quit' | 'restarted' }
  /** The computer sleeps for so long, whatever else happens before and after. */
  | { readonly do: 'away'; readonly hours: number }
  | { readonly do: 'dieAtWrite'; readonly after: number; readonly lands: boolean }
  | { readonly do: 'dieTelling' }
  | { readonly do: 'disk'; readonly refuses: boolean }
  | { readonly do: 'notices'; readonly there: boolean }
  | { readonly do: 'network'; readonly up: boolean }
  | { readonly do: 'offline'; readonly charger: number; readonly isOffline: boolean }
  | { readonly do: 'clock'; readonly byMinutes: number }
  | { readonly do: 'zone'; readonly zone: string }
  | { readonly do: 'list'; readonly charger: number; readonly isListed: boolean }
  | { readonly do: 'window'; readonly open: boolean };

const charger = fc.constantFrom(0, 0, 0, 1, 2, 3);
const powerW = fc.constantFrom(1380, 3700, 7400, 11_000, 22_000);
const rest = fc.constantFrom<Phase>(
  'waiting',
  'complete',
  'complete',
  'paused',
  'scheduled',
  'queued',
  'error',
  'lockedCar',
);
const minutes = fc.constantFrom(1, 2, 3, 5, 8, 13, 21, 34, 55, 89);

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('charge' as const),
      charger,
      powerW,
      minutes,
      to: rest,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('plugIn' as const),
      charger,
      powerW,
      to: fc.constantFrom<Phase>('flowing', 'flowing', 'flowing', 'waiting', 'scheduled'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('turn' as const), charger, to: rest }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('turn' as const),
      charger,
      to: fc.constant<Phase>('flowing'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('unplug' as const), charger }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('flap' as const),
      charger,
      to: fc.constantFrom<Phase>('complete', 'waiting', 'paused', 'queued'),
      times: fc.integer({ min: 1, max: 4 }),
      seconds: fc.constantFrom(30, 60, 150, 290),
    }),
  },
  { weight: 9, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('power' as const),
      to: fc.constantFrom(
        'asleep',
        'asleep',
        'awake',
        'awake',
        'killed',
        'killed',
        'quit',
        'restarted',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('away' as const),
      hours: fc.constantFrom(3, 9, 20, 26),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('dieAtWrite' as const),
      after: fc.integer({ min: 1, max: 5 }),
      lands: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('dieTelling' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('disk' as const), refuses: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('notices' as const), there: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('network' as const), up: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('offline' as const),
      charger,
      isOffline: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      byMinutes: fc.constantFrom(-180, -61, -7, -1, 1, 7, 61, 180),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('zone' as const),
      zone: fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('list' as const),
      charger,
      isListed: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('window' as const), open: fc.boolean() }) },
);

/** What happens, and at which chargers. */
export interface Story {
  readonly ids: readonly string[];
  readonly steps: readonly Step[];
}

export const story: fc.Arbitrary<Story> = fc.record({
  ids: fc.constantFrom(['c1'], ['p1'], ['c1', 'c2'], ['p1', 'o1'], ['c1', 'c2', 'p1', 'o1']),
  steps: fc.array(step, { minLength: 4, maxLength: 24, size: 'max' }),
});
