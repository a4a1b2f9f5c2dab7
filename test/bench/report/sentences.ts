import { type Judged, judgeAll, type Verdict } from './judge.ts';
import { type UnitKind, worstNoise } from './noise.ts';
import type { Run } from './run.ts';

/** What has to be said of a run that was in a hurry. */
export const quickWarning =
  'This was a quick run: fewer runs and shorter windows. Its figures are for orientation only.';

/** Where and when it was measured, a sentence or two to a line. */
export function whereLines({ machine, quiet, startedAt, tookS }: Run): readonly string[] {
  const began = new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ');
  return [
    `Begun ${began} UTC, took ${Math.max(1, Math.round(tookS / 60))} min.`,
    `Electron ${machine.electron}; our app and the floors are packed alike.`,
    `${machine.processors} × ${machine.processor}, ${machine.memoryGiB} GiB of memory.`,
    `${machine.system}; Node ${machine.node}.`,
    `Load before: ${machine.loadBefore}. ${quietSentence(quiet)}`,
  ];
}

/** How many goals were reached, missed or not measured. */
export function scoreSentence(run: Run): string {
  const all = judgeAll(run.chapters);
  const count = (kind: Verdict['kind']) => withVerdict(all, kind).length;
  const rest = `${count('missed')} missed, ${count('notMeasured')} not measured`;
  return `${count('reached')} of ${all.length} goals reached, ${rest}.`;
}

/** Those that ended so. */
export function withVerdict(all: readonly Judged[], kind: Verdict['kind']): readonly Judged[] {
  return all.filter(({ verdict }) => verdict.kind === kind);
}

/** The worst floor of each kind of unit, a line for each. */
export function noiseLines(run: Run): readonly string[] {
  const worst = worstNoise(run.chapters);
  const line = (kind: UnitKind, name: string) => {
    const found = worst[kind];
    return `${name}: ${found ? `${found.ratio.toFixed(3)} (${found.figure.what})` : 'not known'}`;
  };
  return [
    line('times', 'Times'),
    line('memory', 'Memory'),
    line('counts', 'Counts, shares and sizes of files'),
  ];
}

function quietSentence({ isQuiet, busyPercent }: Run['quiet']): string {
  const busy = busyPercent === undefined ? 'not known how' : `${Math.round(busyPercent)} %`;
  return isQuiet
    ? `The machine was quiet (${busy} busy).`
    : `The machine was not quiet (${busy} busy): times may be too long.`;
}
