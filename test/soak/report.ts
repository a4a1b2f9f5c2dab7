import { machineLine } from '../load/report/section.ts';
import type { Verdict } from './bounds.ts';

/** What came of a run. */
export interface SoakRun {
  readonly minutes: number;
  readonly seed: number;
  readonly windows: number;
  readonly requests: number;
  /** How often what has happened. */
  readonly counts: ReadonlyMap<string, number>;
  readonly verdicts: readonly Verdict[];
}

/** The figures as columns for a terminal. */
export function soakTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map((one) => [one.name, ...cells(one), one.isWithin ? '' : '<<<']);
  const head = ['', 'before', 'after', 'an hour', 'at most', ''];
  return [head, ...rows]
    .map(([name = '', ...rest]) => name.padEnd(46) + rest.map((cell) => cell.padStart(14)).join(''))
    .join('\n');
}

/** What stands above its bound, as a sentence. */
export function tooMuch({ name, unit, anHour, mostAnHour }: Verdict): string {
  return `${name}: ${inUnit(anHour, unit)} more an hour, and at most ${inUnit(mostAnHour, unit)} may be.`;
}

/** The same for the page. */
export function soakSection({
  minutes,
  seed,
  windows,
  requests,
  counts,
  verdicts,
}: SoakRun): string {
  const happened = [...counts]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, times]) => `${name} ${times}`);
  const rows = verdicts.map((one) => `| ${[one.name, ...cells(one)].join(' | ')} | ${one.why} |`);
  const beyond = verdicts.filter(({ isWithin }) => !isWithin).length;
  return `
The real app on a desktop of real parts, with three accounts and 20 chargers: two accounts of a cloud, a
station, prices, a plan and a broker. For it and for them time went 60 times as fast: ${minutes} minutes were
${minutes} hours. The window was opened and closed ${windows} times, each time for something else; the chargers
were asked ${requests} times. By chance from seed ${seed}: ${happened.join(', ')}.

Looked at every 20 s with the window closed; live objects, listeners and timers are counted after V8 has
tidied up, on all emitters and event targets there are. The first fifth does not count. Growth is the slope of
the straight line with the least squares, in an hour of real time, which is 60 of the app's and 600 windows;
“before” and “after” are means of the first and the last quarter.

| | before | after | growth an hour | at most | why so much |
| --- | ---: | ---: | ---: | ---: | --- |
${rows.join('\n')}

Beyond their bounds: **${beyond}**. Afterwards all chargers were read again.

${machineLine(`npm run soak -- --minutes ${minutes} --seed ${seed} --report`)}
`;
}

function cells({ before, after, anHour, mostAnHour, unit }: Verdict): readonly string[] {
  return [before, after, anHour, mostAnHour].map((value) => inUnit(value, unit));
}

function inUnit(value: number, unit: string): string {
  const rounded = Math.abs(value) < 100 ? value.toFixed(1) : String(Math.round(value));
  return unit === '' ? rounded : `${rounded} ${unit}`;
}
