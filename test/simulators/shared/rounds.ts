import { setTimeout } from 'node:timers/promises';
import type { SimClock } from '../clock.ts';

/** A charge takes a minute or two then. */
export const DEMO_SPEED = 60;

/** How a day that is played goes. */
export interface RoundsOptions {
  /** Simulated ms per ms of wall time; must match the simulator's clock. Default 60. */
  readonly speed?: number;
  /** Default: for ever. */
  readonly rounds?: number;
  /** Lets simulated ms pass, e.g. by moving a manual clock. Default: a timer at `speed`. */
  readonly wait?: (simulatedMs: number, signal: AbortSignal) => Promise<void>;
  /** What comes after each round and before the next. */
  readonly rest?: (pass: Pass) => Promise<void>;
}

/** Something that is played round after round. */
export interface RunningRounds {
  /** Settles when the rounds are over or after `stop`. */
  readonly done: Promise<void>;
  stop(): void;
}

/** Lets simulated ms pass. */
export type Pass = (simulatedMs: number) => Promise<void>;

/** Plays one round after the other until they are over or somebody has had enough. */
export function playRounds(
  options: RoundsOptions,
  playRound: (pass: Pass) => Promise<void>,
): RunningRounds {
  const { speed = DEMO_SPEED, rounds = Number.POSITIVE_INFINITY, rest } = options;
  const abort = new AbortController();
  const { signal } = abort;
  const timer = (ms: number) => setTimeout(ms / speed, undefined, { signal });
  const { wait = timer } = options;
  const pass = (ms: number) => wait(ms, signal);
  const play = async () => {
    for (let round = 0; round < rounds && !signal.aborted; round += 1) {
      await playRound(pass);
      await rest?.(pass);
    }
  };
  return {
    done: play().catch((error: unknown) => {
      if (!signal.aborted) throw error;
    }),
    stop: () => abort.abort(),
  };
}

const lookMs = 20;

/** Lets simulated ms pass by a clock that may change its speed meanwhile. */
export function passingBy(clock: SimClock): NonNullable<RoundsOptions['wait']> {
  return async (ms, signal) => {
    const until = clock.now() + ms;
    while (clock.now() < until) await setTimeout(lookMs, undefined, { signal });
  };
}

/** The last round of a day begins before this hour of the computer's clock. */
const eveningHour = 19;
const morning = { hour: 7, minute: 30 } as const;

/** How long nothing new begins at a moment (epoch ms), ms: 0 by day, in the evening until morning. */
export function restMs(at: number): number {
  const next = new Date(at).setHours(morning.hour, morning.minute, 0, 0);
  if (at < next) return next - at;
  if (new Date(at).getHours() < eveningHour) return 0;
  const day = new Date(next);
  return day.setDate(day.getDate() + 1) - at;
}
