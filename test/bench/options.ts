import { parseArgs } from 'node:util';

/** How often and how long is measured. Times in seconds. */
export interface BenchOptions {
  /** Fewer and shorter than the figures deserve. */
  readonly quick: boolean;
  /** Counted starts of each app, and openings of its window. */
  readonly starts: number;
  /** Times that each app is left alone. */
  readonly idleRounds: number;
  /** From the start of an app to the begin of the idle time. */
  readonly settleS: number;
  readonly idleS: number;
  /** Openings and closings of the window between two looks at the memory. */
  readonly cycles: number;
  /** From the last of them to the second look. */
  readonly afterCyclesS: number;
  /** From the first paint of a window to the look at its memory. */
  readonly windowSettleS: number;
  /** Batches of status polls, and how many polls are one. */
  readonly pollBatches: number;
  readonly pollsInBatch: number;
  /** Openings of the history, and charges whose end is awaited. */
  readonly histories: number;
  readonly notices: number;
}

const full: BenchOptions = {
  quick: false,
  starts: 11,
  idleRounds: 7,
  settleS: 30,
  idleS: 60,
  cycles: 50,
  afterCyclesS: 60,
  windowSettleS: 10,
  pollBatches: 7,
  pollsInBatch: 100,
  histories: 7,
  notices: 7,
};
const quick: BenchOptions = {
  quick: true,
  starts: 2,
  idleRounds: 1,
  settleS: 10,
  idleS: 15,
  cycles: 5,
  afterCyclesS: 5,
  windowSettleS: 3,
  pollBatches: 2,
  pollsInBatch: 30,
  histories: 1,
  notices: 1,
};

/** Reads `--quick`. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false } },
  });
  return values.quick ? quick : full;
}
