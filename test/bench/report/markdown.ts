import type { Chapter, Figure } from '../figures.ts';
import { cellsOf, goalWords, type Spread, valueWords } from './cells.ts';
import { type Judged, judgeAll } from './judge.ts';
import type { Run } from './run.ts';
import { noiseLines, quickWarning, scoreSentence, whereLines, withVerdict } from './sentences.ts';
import { type Shortfalls, shortfalls } from './shortfalls.ts';

const howToRead = [
  'Each cell has the median, the smallest to the largest value, and how many there are.',
  'The floor is the least thing of its kind, measured in turn with ours; the ratio is ours over the floor.',
  '✓ is reached, ✗ missed, – not measured.',
].join('\n');

const howNoisy = [
  'Each floor held against itself: the median of its 1st, 3rd, 5th … value over the median of its 2nd, 4th, 6th ….',
  'In a quiet run that is 1. A ratio of ours that is no farther from 1 tells nothing. The worst were:',
].join('\n');

/** The report of a run as a page for people. */
export function performanceMarkdown(run: Run, known: Shortfalls = shortfalls): string {
  const parts = [
    '# Performance',
    ...(run.options.quick ? [`**${quickWarning}**`] : []),
    'Measured by `npm run bench`. This page is made from the values in `performance.json` beside it.',
    list(whereLines(run)),
    howToRead,
    scoreSentence(run),
    ...run.chapters.flatMap(chapterParts),
    '## Not reached',
    ...notReached(run, known),
    '## How noisy this run was',
    howNoisy,
    list(noiseLines(run)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function chapterParts({ title, how, figures }: Chapter): readonly string[] {
  const notes = [...new Set(figures.map(noteOf))].filter((note) => note !== '');
  const table = [
    '| figure | floor | ours | ratio | goal | |',
    '| --- | --- | --- | ---: | --- | --- |',
    ...figures.map((figure) => row(figure, notes.indexOf(noteOf(figure)) + 1)),
  ];
  const below = notes.map((note, index) => `${mark(index + 1)} ${note}`);
  return [`## ${title}`, how, table.join('\n'), ...below];
}

/** `note` is the number of the figure's footnote, 0 for none. */
function row(figure: Figure, note: number): string {
  const { floor, ours, ratio, goals, marks } = cellsOf(figure);
  const what = note === 0 ? figure.what : `${figure.what} ${mark(note)}`;
  const spreads = [floor, ours].map(spreadWords);
  return `| ${[what, ...spreads, ratio, goals, marks].map(inCell).join(' | ')} |`;
}

function spreadWords({ median, range, n }: Spread): string {
  if (n === '') return '';
  return [median, ...(range ? [`(${range})`] : []), `n ${n}`].join(' ');
}

/** What a reader has to know of a figure beyond its name. */
function noteOf({ floor, how }: Figure): string {
  return [...(floor ? [`Floor: ${floor.name}.`] : []), ...(how ? [how] : [])].join(' ');
}

function notReached(run: Run, known: Shortfalls): readonly string[] {
  const all = judgeAll(run.chapters);
  const missed = withVerdict(all, 'missed');
  const unknown = withVerdict(all, 'notMeasured');
  return [
    missed.length === 0
      ? 'No goal that was measured was missed.'
      : list(missedLines(missed, known)),
    ...(unknown.length === 0 ? [] : [`Not measured: ${unknown.map(named).join('; ')}.`]),
  ];
}

function missedLines(missed: readonly Judged[], known: Shortfalls): readonly string[] {
  return missed.map((judged) => {
    const reason = known[judged.figure.id];
    const words = reason ? `${reason.why} Tried: ${reason.tried}` : 'Not explained yet.';
    return `${named(judged)}. ${words}`;
  });
}

/** `start to tray item is 1.2 ×, goal ≤ 1.05 ×`. */
function named({ figure, goal, verdict }: Judged): string {
  const is =
    verdict.kind === 'notMeasured' ? '' : ` is ${valueWords(verdict.value, goal, figure.unit)}`;
  return `**${figure.what}**${is}, goal ${goalWords(goal, figure.unit)}`;
}

function mark(note: number): string {
  return `<sup>${note}</sup>`;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** A bar would end the cell. */
function inCell(words: string): string {
  return words.replaceAll('|', '\\|');
}
