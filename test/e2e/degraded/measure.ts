import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { runEntry } from '../../../build/prepare/say.mjs';
import { prepare } from '../../../build/prepare.mjs';
import { endToEndReport, runStages, stages } from '../../../build/stages.mjs';
import { machineLine, writeSection } from '../../load/report/section.ts';
import { longestBlock } from './watch.ts';

/** What this reads of Playwright's report. */
interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** A desktop, what the app does on it, and the longest block of all runs in ms. */
interface Row {
  readonly desktop: string;
  readonly behaviour: string;
  readonly longestMs: number | undefined;
}

const command = 'npm run test:desktops';

/** The tests of this folder, one at a time and `--runs` times, and their table with `--report`. */
await runEntry(async () => {
  const { values } = parseArgs({
    options: {
      report: { type: 'boolean', default: false },
      runs: { type: 'string', default: '3' },
    },
  });
  await prepare({ runtime: true, app: true, desktop: true });
  const loadBefore = loadavg()[0] ?? 0;
  const { degraded } = stages;
  const args = [...degraded.args, `--repeat-each=${values.runs}`];
  const code = await runStages([{ ...degraded, args }]);
  if (code !== 0) return code;
  const { suites } = JSON.parse(await readFile(endToEndReport, 'utf8'));
  const table = tableOf(suites.flatMap((suite: Suite) => rowsOf(suite)));
  console.log(table);
  if (values.report) writeSection('Degraded desktops', sectionOf(table, values.runs, loadBefore));
  return 0;
});

function rowsOf(suite: Suite): readonly Row[] {
  const own = (suite.specs ?? []).map(({ title, tests }) => {
    const notes = tests.flatMap(({ annotations }) => annotations);
    const found = notes.filter(({ type }) => type === longestBlock);
    const longest = found.map(({ description }) => Number(description));
    const longestMs = longest.length === 0 ? undefined : Math.max(...longest);
    // One that stands alone in its file says of which desktop it is.
    const desktop = suite.title.endsWith('.spec.ts') ? '' : suite.title;
    return { desktop, behaviour: title, longestMs };
  });
  return [...own, ...(suite.suites ?? []).flatMap(rowsOf)];
}

function tableOf(rows: readonly Row[]): string {
  return [
    '| desktop | what ChargeTray does | longest block, ms |',
    '| --- | --- | ---: |',
    ...rows.map(
      ({ desktop, behaviour, longestMs }) =>
        `| ${desktop} | ${behaviour} | ${longestMs === undefined ? '–' : longestMs} |`,
    ),
  ].join('\n');
}

function sectionOf(table: string, runs: string, loadBefore: number): string {
  return `The real app in a real Electron on desktops that lack something, or where something hangs. A block is a
time in which nothing else could run in the main process, from Electron's being ready to the end of
the test, without what other programs had of the processor meanwhile; the longest in ${runs === '1' ? 'one run' : `${runs} runs`}.
In each test of the app one of a second or more is a failure: what hangs there does so for five.

${table}

Chromium itself ends when the session bus does, as with the end of the session, and waits for one that
hangs at its start. Where the data folder can't be written the app says so and doesn't start.

${machineLine(`${command} -- --runs ${runs} --report`)} ${new Date().toISOString().slice(0, 10)}, load
before it ${loadBefore.toFixed(1)}.
`;
}
