import { setTimeout } from 'node:timers/promises';

/** A charge takes a minute or two then. */
export const DEMO_SPEED = 60;

/** How a day that is played goes. */
export interface RoundsOptions {
  /** Simulated ms per ms of wall time; must match the simulator's clock. Default 60. */
  readonly speed?: number;
  /** Default: for ever. */
  readonly rounds?: number;
  /** Lets simulated ms pass, e.g. by moving a manual clock. Default: a timer at `speed`. */
  readonly wait?: (simulatedMs: number) => Promise<void>;
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
  const { speed = DEMO_SPEED, rounds = Number.POSITIVE_INFINITY } = options;
  const abort = new AbortController();
  const timer = (ms: number) => setTimeout(ms / speed, undefined, { signal: abort.signal });
  const pass = options.wait ?? timer;
  const play = async () => {
    for (let round = 0; round < rounds && !abort.signal.aborted; round += 1) await playRound(pass);
  };
  return {
    done: play().catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    }),
    stop: () => abort.abort(),
  };
}
