import { parseArgs } from 'node:util';

/** How long and how often is measured. Times in seconds. */
export interface BenchOptions {
  /** Starts of each app. */
  readonly rounds: number;
  /** Long measurements of each app. */
  readonly idleRounds: number;
  /** From the start to the first look at the memory. */
  readonly settleS: number;
  /** From there to the end of the idle time. */
  readonly idleS: number;
}

const full = { rounds: 5, idleRounds: 3, settleS: 20, idleS: 60 } as const;
const quick = { rounds: 2, idleRounds: 1, settleS: 5, idleS: 10 } as const;

/** Reads `--rounds N` and `--quick`. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string' }, quick: { type: 'boolean', default: false } },
  });
  const base = values.quick ? quick : full;
  if (values.rounds === undefined) return base;
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1');
  return { ...base, rounds, idleRounds: Math.min(rounds, base.idleRounds) };
}
