import type { Chapter } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Quiet } from '../quiet.ts';
import type { Machine } from './machine.ts';

/** Everything that one run of the bench found out. */
export interface Run {
  readonly options: BenchOptions;
  readonly machine: Machine;
  /** Whether other programs were still when it began. */
  readonly quiet: Quiet;
  readonly chapters: readonly Chapter[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly tookS: number;
}
