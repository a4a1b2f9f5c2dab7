import type { Chapter, Figure } from '../figures.ts';
import { cellsOf } from './cells.ts';
import type { Run } from './run.ts';
import { noiseLines, quickWarning, scoreSentence, whereLines } from './sentences.ts';

const head = ['', 'floor', '', 'n', 'ours', '', 'n', 'ratio', 'goal', ''];
/** Words begin on the left, numbers end on the right. */
const onTheLeft: readonly number[] = [0, 2, 5, 8, 9];

/** The report of a run for the terminal. */
export function performanceTable(run: Run): string {
  const parts = [
    ...(run.options.quick ? [quickWarning] : []),
    whereLines(run).join('\n'),
    ...run.chapters.map(chapterText),
    ['Floors held against themselves, the worst:', ...noiseLines(run)].join('\n'),
    scoreSentence(run),
  ];
  return parts.join('\n\n');
}

function chapterText({ title, figures }: Chapter): string {
  const rows = [head, ...figures.map(rowOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [title, ...rows.map((row) => lineOf(row, widths))].join('\n');
}

function rowOf(figure: Figure): readonly string[] {
  const { floor, ours, ratio, goals, marks } = cellsOf(figure);
  const spreads = [floor, ours].flatMap(({ median, range, n }) => [median, range, n]);
  return [figure.what, ...spreads, ratio, goals, marks];
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  const padded = row.map((cell, column) => {
    const width = widths[column] ?? 0;
    return onTheLeft.includes(column) ? cell.padEnd(width) : cell.padStart(width);
  });
  return padded.join('  ').trimEnd();
}
