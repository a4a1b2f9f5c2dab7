import type { Goal, Unit } from '../figures.ts';
import type { Report } from './report.ts';
import { shortfalls } from './shortfalls.ts';

type Chapter = Report['chapters'][number];
type Figure = Chapter['figures'][number];

const quickWarning =
  '**This was a quick run: fewer runs and shorter windows. Its figures are for orientation only.**';
const marks = { reached: '✓', missed: '✗', notMeasured: '–' };

/** The report as a page for people. `known` are reasons for misses, by id of the figure. */
export function performanceMarkdown(report: Report, known = shortfalls): string {
  const { machine, quiet, goals, chapters } = report;
  const began = report.date.slice(0, 16).replace('T', ' ');
  const busy = `${Math.round(quiet.busyPercent)} % busy`;
  const unknown = named(report, 'notMeasured').map(({ words }) => words);
  const reasons = named(report, 'missed').map(({ id, words }) => {
    return `- ${words}. ${known[id] ?? 'Not explained yet.'}`;
  });
  return `\
# Performance
${report.options.quick ? `\n${quickWarning}\n` : ''}
Measured by \`npm run bench\`. This page is made from the values in \`performance.json\` beside it.

- Begun ${began} UTC, took ${Math.max(1, Math.round(report.tookS / 60))} min.
- Electron ${machine.electron}; our app and the floors are packed alike.
- ${machine.processors} × ${machine.processor}, ${machine.memoryGiB} GiB of memory.
- ${machine.system}; Node ${machine.node}.
- Load before: ${machine.loadBefore}. The machine was ${
    quiet.isQuiet ? `quiet (${busy}).` : `not quiet (${busy}): times may be too long.`
  }

Each cell has the median, the smallest to the largest value, and how many there are.
The floor is the least thing of its kind, measured in turn with ours; the ratio is ours over the floor.
✓ is reached, ✗ missed, – not measured.

${goals.reached} of ${goals.reached + goals.missed + goals.notMeasured} goals reached, \
${goals.missed} missed, ${goals.notMeasured} not measured.

${chapters.map(chapterText).join('\n\n')}

## Not reached

${reasons.join('\n') || 'No goal that was measured was missed.'}
${unknown.length === 0 ? '' : `\nNot measured: ${unknown.join('; ')}.\n`}
## How noisy this run was

Each floor held against itself: the median of its 1st, 3rd, 5th … value over the median of its 2nd, 4th, 6th ….
In a quiet run that is 1. A ratio of ours that is no farther from 1 tells nothing. The worst were:

- Times: ${noiseWords(report, 'times')}
- Memory: ${noiseWords(report, 'memory')}
- Counts, shares and sizes of files: ${noiseWords(report, 'counts')}
`;
}

/** The page for a terminal: the cells of each table below each other. */
export function inColumns(page: string): string {
  return page.replaceAll(/(^\|.*\n)+/gm, (table) => {
    const rows = table.split('\n').map((line) => line.split('|').slice(1, -1));
    const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
    const padded = rows.map((row) => row.map((cell, column) => cell.padEnd(width(column))));
    return padded.map((row) => row.join('').trimEnd()).join('\n');
  });
}

function chapterText({ title, how, figures }: Chapter): string {
  const notes = [...new Set(figures.map(noteOf))].filter((note) => note !== '');
  const mark = (note: string) => `<sup>${notes.indexOf(note) + 1}</sup>`;
  const rows = figures.map((figure) => {
    const { what, floor, ours, median, ratio, goals, unit } = figure;
    const cells = [
      noteOf(figure) === '' ? what : `${what} ${mark(noteOf(figure))}`,
      floor ? spreadWords(floor.values, floor.median, unit) : '',
      spreadWords(ours, median, unit),
      floor ? (ratio?.toFixed(2) ?? marks.notMeasured) : '',
      goals.map((goal) => `≤ ${exactWords(goal.atMost, goal, unit)}`).join(', '),
      goals.map(({ verdict }) => marks[verdict.kind]).join(' '),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const head = '| figure | floor | ours | ratio | goal | |\n| --- | --- | --- | ---: | --- | --- |';
  const table = [head, ...rows].join('\n');
  return [`## ${title}`, how, table, ...notes.map((note) => `${mark(note)} ${note}`)].join('\n\n');
}

/** What a reader has to know of a figure beyond its name. */
function noteOf({ floor, how }: Figure): string {
  return [floor && `Floor: ${floor.name}.`, how].filter(Boolean).join(' ');
}

/** `120 ms (118 to 130) n 3` */
function spreadWords(values: readonly number[], median: number, unit: Unit): string {
  if (!Number.isFinite(median)) return `${marks.notMeasured} n ${values.length}`;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = least === most ? '' : ` (${short(least)} to ${short(most)})`;
  return `${withUnit(short(median), unit)}${range} n ${values.length}`;
}

/** Three digits are more than a run can promise. */
function short(number: number): string {
  const size = Math.abs(number);
  const digits = Number.isInteger(number) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const exactly = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return number.toLocaleString('en-US', exactly);
}

/** A goal, or what was held against it, precise enough to be told from it. */
function exactWords(value: number, { kind }: Pick<Goal, 'kind'>, unit: Unit): string {
  const exact = value.toLocaleString('en-US', { maximumFractionDigits: 4 });
  return kind === 'value' ? withUnit(exact, unit) : `${exact} ×`;
}

function withUnit(number: string, unit: Unit): string {
  return unit === 'count' ? number : `${number} ${unit}`;
}

/** Goals that ended so: `start to tray item is 1.2 ×, goal ≤ 1.05 ×`. */
function named({ chapters }: Report, kind: keyof typeof marks) {
  const figures = chapters.flatMap((chapter) => chapter.figures);
  const goals = figures.flatMap((figure) => figure.goals.map((goal) => ({ ...figure, ...goal })));
  return goals
    .filter(({ verdict }) => verdict.kind === kind)
    .map(({ id, what, unit, verdict, ...goal }) => {
      const is = 'value' in verdict ? ` is ${exactWords(verdict.value, goal, unit)}` : '';
      return { id, words: `**${what}**${is}, goal ≤ ${exactWords(goal.atMost, goal, unit)}` };
    });
}

/** The worst floor of a kind of unit. */
function noiseWords({ chapters, noise }: Report, kind: keyof Report['noise']): string {
  const worst = noise[kind];
  if (!worst) return 'not known';
  const figures = chapters.flatMap((chapter) => chapter.figures);
  return `${worst.ratio.toFixed(3)} (${figures.find(({ id }) => id === worst.id)?.what})`;
}
