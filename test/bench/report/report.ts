import type { Chapter, Figure, Goal } from '../figures.ts';
import type { Machine, Quiet } from '../machine.ts';
import type { BenchOptions } from '../options.ts';

/** Everything that one run of the bench found out. */
export interface Run {
  readonly options: BenchOptions;
  readonly machine: Machine;
  readonly quiet: Quiet;
  readonly chapters: readonly Chapter[];
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly tookS: number;
}

/** A run with what is reckoned from its values: medians, ratios, verdicts and noise. */
export type Report = ReturnType<typeof reckon>;

/** A floor of fewer values says nothing about itself. */
const fewest = 4;

/** The report as JSON, a list of numbers in one line. What is no number is null there. */
export function performanceJson(run: Run): string {
  // A line break of the JSON is never within a text.
  const json = JSON.stringify(reckon(run), undefined, 2).replaceAll(
    /\[\n[-\d.e+,\snul]*\]/g,
    (row) => row.replaceAll(/\s+/g, '').replaceAll(',', ', '),
  );
  return `${json}\n`;
}

function reckon({ options, machine, quiet, startedAt, tookS, ...run }: Run) {
  const chapters = run.chapters.map(({ title, how, figures }) => {
    return { title, how, figures: figures.map(reckonFigure) };
  });
  const figures = chapters.flatMap((chapter) => chapter.figures);
  const goals = { reached: 0, missed: 0, notMeasured: 0 };
  for (const { verdict } of figures.flatMap((figure) => figure.goals)) goals[verdict.kind] += 1;
  return {
    version: 1,
    date: new Date(startedAt).toISOString(),
    ...{ startedAt, tookS, options, machine, quiet },
    ...{ goals, noise: worstNoise(figures), chapters },
  };
}

function reckonFigure(figure: Figure) {
  const { id, what, unit, ours, floor, goals, how } = figure;
  return {
    ...{ id, what, unit, how, ours },
    median: median(ours),
    floor: floor && { ...floor, median: median(floor.values) },
    ratio: ratioOf(figure),
    floorAgainstItself: noiseOf(figure),
    goals: goals.map((goal) => ({ ...goal, verdict: judge(goal, figure) })),
  };
}

/** The middle one; NaN where there is none, or where one of them is no number. */
export function median(numbers: readonly number[]): number {
  if (!numbers.every(Number.isFinite)) return Number.NaN;
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Median of ours over median of the floor; absent where there is nothing to compare with. */
function ratioOf({ ours, floor }: Figure): number | undefined {
  const least = median(floor?.values ?? []);
  const ratio = median(ours) / least;
  return least > 0 && Number.isFinite(ratio) ? ratio : undefined;
}

/** What became of a goal; `value` is what was held against it. */
export function judge(goal: Goal, figure: Figure) {
  const value = goal.kind === 'value' ? median(figure.ours) : ratioOf(figure);
  if (value === undefined || Number.isNaN(value)) return { kind: 'notMeasured' } as const;
  return { kind: value <= goal.atMost ? 'reached' : 'missed', value } as const;
}

/** Medians of the floor: its 1st, 3rd, 5th … value over its 2nd, 4th, 6th …; 1 is a quiet run. */
export function noiseOf({ floor }: Figure): number | undefined {
  const values = floor?.values ?? [];
  const odd = median(values.filter((_, index) => index % 2 === 0));
  const even = median(values.filter((_, index) => index % 2 === 1));
  return values.length >= fewest && odd > 0 && even > 0 ? odd / even : undefined;
}

/** The worst for each kind of unit: half is as far from 1 as double. */
function worstNoise(figures: readonly ReturnType<typeof reckonFigure>[]) {
  const worst: { [Kind in 'times' | 'memory' | 'counts']?: { id: string; ratio: number } } = {};
  const distance = (ratio: number) => Math.abs(Math.log(ratio));
  for (const { id, unit, floorAgainstItself: ratio } of figures) {
    const kind = unit === 'ms' ? 'times' : /iB$/.test(unit) ? 'memory' : 'counts';
    if (ratio === undefined || distance(ratio) < distance(worst[kind]?.ratio ?? 1)) continue;
    worst[kind] = { id, ratio };
  }
  return worst;
}
