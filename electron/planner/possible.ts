import type { Span } from './spans.ts';
import type { Part } from './timeline.ts';

/** What blocks have to keep to. */
export interface BlockRules {
  readonly mostBlocks: number;
  readonly leastMs: number;
  /** The first block lies at the begin of all, up to here at least. */
  readonly firstUntil?: number;
}

/** The longest time, of `ms` at most, that blocks can take together where charging is allowed. */
export function mostPossible(parts: readonly Part[], ms: number, rules: BlockRules): number {
  const { mostBlocks, leastMs, firstUntil } = rules;
  const begin = parts[0]?.from ?? 0;
  const firstMs = firstUntil === undefined ? 0 : firstUntil - begin;
  const runs = allowedRuns(parts, firstUntil ?? begin);
  // What has to be charged first may go on, by less than a block too.
  const goesOn = firstUntil !== undefined && runs[0]?.from === firstUntil ? runs[0] : undefined;
  const lengths = runs
    .filter((run) => run !== goesOn && run.until - run.from >= leastMs)
    .map(({ from, until }) => until - from)
    .toSorted((one, other) => other - one);
  const left = ms - firstMs;
  let together = goesOn ? goesOn.until - goesOn.from : 0;
  let most = Math.min(left, together);
  const others = lengths.slice(0, firstUntil === undefined ? mostBlocks : mostBlocks - 1);
  for (const [index, length] of others.entries()) {
    together += length;
    if ((index + 1) * leastMs <= left) most = Math.max(most, Math.min(left, together));
  }
  return firstMs + most;
}

function allowedRuns(parts: readonly Part[], begin: number): readonly Span[] {
  const runs: Span[] = [];
  for (const { from, until, perKwh } of parts) {
    if (until <= begin || perKwh === Number.POSITIVE_INFINITY) continue;
    const last = runs.at(-1);
    if (last && last.until === from) runs[runs.length - 1] = { from: last.from, until };
    else runs.push({ from: Math.max(from, begin), until });
  }
  return runs;
}
