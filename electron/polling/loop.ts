import type { Failure } from '../../shared/domain/failure.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import type { Result } from '../../shared/result.ts';
import type { Ask } from '../chargers/charger.ts';
import type { Clock, Timer } from '../system/clock.ts';
import { type Circumstances, nextLook } from './cadence.ts';

type Given = Omit<Circumstances, 'failures' | 'failure' | 'now' | 'random'>;

/** One charger's loop: one owner, no overlap. */
export interface LookLoop {
  /** Looks after `ms`, or at the usual time when that is sooner. */
  lookWithin(ms: number): void;
  /** The circumstances have changed: works out the next time anew, counted from the last look. */
  reconsider(): void;
  /** Stops for good, or until the next `lookWithin`; a look under way is given up. */
  rest(): void;
}

export interface LoopParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly look: (ask: Ask) => Promise<Result<Observation, Failure>>;
  readonly circumstances: () => Given;
  readonly heard: (result: Result<Observation, Failure>) => void;
}

export function createLoop(parts: LoopParts): LookLoop {
  const { clock } = parts;
  let timer: Timer | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let looking: AbortController | undefined;
  let failures = 0;
  let failure: Failure | undefined;
  let lastAt: number | undefined;

  async function look(): Promise<void> {
    disarm();
    const giveUp = new AbortController();
    looking = giveUp;
    const result = await parts.look({ signal: giveUp.signal });
    // A look that was given up says nothing about the charger.
    if (looking !== giveUp) return;
    looking = undefined;
    lastAt = clock.monotonic();
    failures = result.ok ? 0 : failures + 1;
    failure = result.ok ? undefined : result.failure;
    parts.heard(result);
    reconsider();
  }

  function reconsider(): void {
    if (looking || lastAt === undefined) return;
    disarm();
    const usual = nextLook({
      ...parts.circumstances(),
      failures,
      ...(failure ? { failure } : {}),
      now: clock.now(),
      random: parts.random(),
    });
    if (usual !== undefined) arm(lastAt + usual - clock.monotonic());
  }

  function arm(ms: number): void {
    disarm();
    const wait = Math.max(0, ms);
    dueAt = clock.monotonic() + wait;
    timer = clock.after(wait, () => void look());
  }

  function disarm(): void {
    timer?.cancel();
    timer = undefined;
    dueAt = Number.POSITIVE_INFINITY;
  }

  return {
    lookWithin(ms) {
      if (!looking && clock.monotonic() + ms < dueAt) arm(ms);
    },
    reconsider,
    rest() {
      disarm();
      looking?.abort();
      looking = undefined;
      lastAt = undefined;
    },
  };
}
