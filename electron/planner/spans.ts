/** A time from `from` to `until` (excluded). Epoch ms. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** How long spans are together, in ms. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, until }) => sum + until - from, 0);
}

/** Spans in the order of time, those that touch or overlap made one. */
export function mergedSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const { from, until } of spans.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (until <= from) continue;
    if (last && from <= last.until) {
      merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, until) };
    } else merged.push({ from, until });
  }
  return merged;
}
