import { parseArgs } from 'node:util';

/** How often and how long: in a full run, and in a quick one. Times in seconds. */
const plans = {
  /** Counted starts of each app, and openings of its window. */
  starts: [11, 2],
  /** Times that each app is left alone. */
  idleRounds: [3, 1],
  /** From the start of an app to the begin of the idle time. */
  settleS: [30, 10],
  idleS: [60, 15],
  /** After that: V8 has tidied what the start left, and chargers are asked a few times. */
  restS: [240, 15],
  /** Openings and closings of the window between two looks at the memory. */
  cycles: [50, 5],
  /** From the last of them to the second look. */
  afterCyclesS: [60, 5],
  /** From the first paint of a window to the look at its memory. */
  windowSettleS: [10, 3],
  pollBatches: [7, 2],
  pollsInBatch: [100, 30],
  /** Openings of the history, and charges whose end is awaited. */
  histories: [7, 1],
  notices: [7, 1],
} as const;

/** What is measured how often and how long; a quick run is for orientation only. */
export type BenchOptions = { readonly quick: boolean } & Readonly<
  Record<keyof typeof plans, number>
>;

/** Reads `--quick`. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({ args: [...args], options: { quick: { type: 'boolean' } } });
  const quick = values.quick === true;
  const chosen = Object.entries(plans).map(([name, plan]) => [name, plan[quick ? 1 : 0]]);
  return { quick, ...(Object.fromEntries(chosen) as Record<keyof typeof plans, number>) };
}
