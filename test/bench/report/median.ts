/** The middle one; NaN where there is none, or where one of them is no number. */
export function median(numbers: readonly number[]): number {
  if (!numbers.every(Number.isFinite)) return Number.NaN;
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
