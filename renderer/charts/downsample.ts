import type { Curve, Range } from './curve.ts';

/**
 * The part of a curve that lies in a range, with no more points than can be told apart: of each
 * column of pixels the first, the last, the lowest and the highest one and the first of a gap. What
 * a person sees is the same, and twenty thousand points are drawn as fast as two hundred.
 */
export function downsampled(curve: Curve, range: Range, pixels: number): Curve {
  const kept = keptOf(curve, range, Math.max(1, Math.round(pixels)));
  const pick = <Value>(column: readonly Value[]) => kept.map((index) => column[index] as Value);
  return {
    ...curve,
    at: pick(curve.at),
    powerKw: pick(curve.powerKw),
    energyKwh: pick(curve.energyKwh),
    limitA: pick(curve.limitA),
  };
}

/** The places of the points to keep. One beyond each end stays, so that lines reach the edge. */
function keptOf(curve: Curve, range: Range, pixels: number): readonly number[] {
  const first = Math.max(0, firstFrom(curve.at, range.from) - 1);
  const last = Math.min(curve.at.length - 1, firstFrom(curve.at, range.to));
  const inside = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (inside.length <= 4 * pixels) return inside;
  const kept = new Set<number>();
  let bucket: number[] = [];
  let bucketOf: number | undefined;
  for (const index of inside) {
    const column = Math.floor(
      (((curve.at[index] ?? 0) - range.from) / (range.to - range.from)) * pixels,
    );
    if (column !== bucketOf) {
      keepBest(kept, bucket, curve);
      bucket = [];
      bucketOf = column;
    }
    bucket.push(index);
  }
  keepBest(kept, bucket, curve);
  return [...kept].sort((one, other) => one - other);
}

function keepBest(kept: Set<number>, bucket: readonly number[], curve: Curve): void {
  const [first, last] = [bucket[0], bucket.at(-1)];
  if (first === undefined || last === undefined) return;
  kept.add(first).add(last);
  for (const column of [curve.powerKw, curve.energyKwh, curve.limitA]) {
    let [lowest, highest]: [number?, number?] = [];
    let hole: number | undefined;
    for (const index of bucket) {
      const value = column[index] ?? null;
      if (value === null) hole ??= index;
      else {
        if (lowest === undefined || value < (column[lowest] ?? value)) lowest = index;
        if (highest === undefined || value > (column[highest] ?? value)) highest = index;
      }
    }
    for (const index of [lowest, highest, hole]) if (index !== undefined) kept.add(index);
  }
}

/** The place of the first one that is not less, in a column that rises. */
export function firstFrom(column: readonly number[], value: number): number {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
