/** What was measured of one thing, for the bare app (where there is one) and for ours. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  readonly bare?: readonly number[];
  readonly ours: readonly number[];
}

/** The middle one. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** The rows as text: medians, the range they come from, and how ours compares. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['', 'unit', 'bare', '', 'ours', '', 'ratio'];
  const cells = rows.map(({ what, unit, bare, ours }) => [
    what,
    unit,
    ...(bare ? [figure(median(bare)), range(bare)] : ['', '']),
    figure(median(ours)),
    range(ours),
    bare ? ratio(median(ours), median(bare)) : '',
  ]);
  const all = [head, ...cells];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => lineOf(row, widths)).join('\n');
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  const padded = row.map((cell, column) => {
    const width = widths[column] ?? 0;
    return column < 2 ? cell.padEnd(width) : cell.padStart(width);
  });
  return padded.join('  ').trimEnd();
}

/** Nothing can be compared with nothing. */
function ratio(ours: number, bare: number): string {
  return bare === 0 ? '–' : (ours / bare).toFixed(2);
}

function range(numbers: readonly number[]): string {
  return numbers.length < 2
    ? ''
    : `${figure(Math.min(...numbers))}–${figure(Math.max(...numbers))}`;
}

function figure(number: number): string {
  return number.toFixed(Math.abs(number) < 10 ? 1 : 0);
}
