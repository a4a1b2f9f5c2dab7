import type { Chapter, Figure } from '../figures.ts';
import { judge, judgeAll, ratioOf } from './judge.ts';
import { median } from './median.ts';
import { noiseOf, worstNoise } from './noise.ts';
import type { Run } from './run.ts';
import { withVerdict } from './sentences.ts';

const version = 1;

/**
 * Every value of a run, and what was reckoned from them, as JSON. What `readRun` reads back is in
 * it under the same names.
 */
export function performanceJson(run: Run): string {
  const { options, machine, quiet, chapters, startedAt, tookS } = run;
  const document = {
    version,
    date: new Date(startedAt).toISOString(),
    startedAt,
    tookS,
    options,
    machine,
    quiet,
    goals: scoreOf(chapters),
    noise: noiseWords(chapters),
    chapters: chapters.map(({ title, how, figures }) => ({
      title,
      how,
      figures: figures.map(figureWords),
    })),
  };
  return `${withShortRows(JSON.stringify(document, undefined, 2))}\n`;
}

/** The run that a JSON of ours tells of. */
export function readRun(json: string): Run {
  const document: Run & { readonly version: unknown } = JSON.parse(json);
  if (document.version !== version) throw new Error(`Figures of version ${document.version}`);
  return document;
}

function figureWords(figure: Figure) {
  const { id, what, unit, ours, floor, goals, how } = figure;
  return {
    id,
    what,
    unit,
    how,
    ours,
    median: median(ours),
    floor: floor && { name: floor.name, values: floor.values, median: median(floor.values) },
    ratio: ratioOf(figure),
    floorAgainstItself: noiseOf(figure),
    goals: goals.map((goal) => ({ ...goal, verdict: judge(goal, figure) })),
  };
}

function scoreOf(chapters: readonly Chapter[]) {
  const all = judgeAll(chapters);
  return {
    reached: withVerdict(all, 'reached').length,
    missed: withVerdict(all, 'missed').length,
    notMeasured: withVerdict(all, 'notMeasured').length,
  };
}

function noiseWords(chapters: readonly Chapter[]) {
  const worst = Object.entries(worstNoise(chapters));
  return Object.fromEntries(
    worst.map(([kind, { figure, ratio }]) => [kind, { id: figure.id, ratio }]),
  );
}

/** Puts a list of numbers in one line; a line break of the JSON is never within a text. */
function withShortRows(json: string): string {
  return json.replaceAll(/\[\n[-\d.e+,\snul]*\]/g, (row) =>
    row.replaceAll(/\s+/g, '').replaceAll(',', ', '),
  );
}
