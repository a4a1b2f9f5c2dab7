import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fc } from '../fixtures/properties.ts';
import { machineLine, writeSection } from '../load/report/section.ts';
import { type Counts, Lives, noCounts, oneInDatabase } from './lives.ts';
import { story } from './steps.ts';

/** One of a history after the other, each process its share of them. */
interface Share {
  readonly runs: number;
  readonly seed: number;
  readonly of: number;
  readonly index: number;
}

type Said =
  | { readonly wrong: string; readonly path: number; readonly inDatabase: boolean }
  | { readonly counts: Counts };

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '2' },
    report: { type: 'boolean', default: false },
    share: { type: 'string' },
  },
});

const whatTheyAre = [
  'Histories made up by chance, through the whole app with its files in memory: cars that come,',
  'charge, flap and leave, chargers that are asked or speak by themselves, several accounts, sleeps,',
  'restarts, kills between any two writes, a disk or a desktop that refuses, clocks set to and fro,',
  'other zones, a network that is gone, lists that lack a charger. Somebody who knows which car it',
  'really was says what has to be told: each end of the last 24 hours once, and nothing else. Card and',
  'history say the energy, the time and the cost that were told. One in forty is also kept in the real',
  'database, of which a process that is killed writes nothing more. `npm test` lives through 500 of one',
  'seed, so that nobody’s change fails by chance; a long run takes another seed each time, says it, and',
  '`--path` makes one that is wrong as short as it can be.',
];

const whatNobodyKnows = [
  'What no reading tells, so that nothing else is promised:',
  '',
  '- When energy flowed that came between two readings. Its session ended after the counter was read',
  '  before (less ten minutes that a counter may lag), by the last known power. Where that is within 24',
  '  hours it is told; less than 100 Wh prove nothing, and a session is then as old as its last power.',
  '- Two cars without a count of the time for which they were connected, of which the second has taken',
  '  more: they are one session. Of one that took less than 500 Wh unseen nothing is told.',
  '- Two cars of which the second was found connected for as long as the first was last read to be (five seconds less',
  '  to a minute more), with no more than 100 Wh less: they are one session, with what the first one took.',
  '- Less than 300 Wh that a car takes after an end that was told, not counting what came unseen before: it is not told.',
  '- A car that charged unseen for minutes when no session of its charger is known, within ten minutes of',
  '  the end of another session, or with another car ten minutes after it: its energy may be a late counter.',
  '- That a clock was set while the computer slept or the app was closed, or of a charger that does not',
  '  count time: a session may be told as two then, the second with the time since its car came.',
  '- What a disk refused to keep before the app was killed: it is told again, and stands in the history as',
  '  it was read until then, perhaps beside what is read of it afterwards.',
];

const runs = Number(values.runs);
const seeds = values.seed.split(',').map(Number);
const of = Number(values.processes);
if (values.share === undefined) process.exitCode = await all();
else await live({ runs, seed: Number(values.seed), of, index: Number(values.share) });

async function live({ runs, seed, of, index }: Share): Promise<void> {
  const say = (said: Said) => process.send?.(said);
  const lives = new Lives();
  for (const [path, one] of fc.sample(story, { seed, numRuns: runs }).entries()) {
    if (path % of !== index) continue;
    const isKept = Math.floor(path / of) % oneInDatabase === 0;
    const found = await lives.through(one).catch(thrown);
    const kept = isKept ? await lives.throughDatabase(one).catch(thrown) : [];
    if (found.length > 0) say({ wrong: found.join('\n'), path, inDatabase: false });
    if (kept.length > 0) say({ wrong: kept.join('\n'), path, inDatabase: true });
    if (lives.counts.histories % 500 === 0) console.log(`${path + 1} of ${runs}, seed ${seed}`);
  }
  say({ counts: lives.counts });
  process.disconnect();
  // Timers of worlds that are over keep it alive.
  process.exit();
}

function thrown(bug: unknown): readonly string[] {
  return [bug instanceof Error ? String(bug.stack) : String(bug)];
}

/** 0: all as promised; 1: some are wrong; 2: not all could be lived through. */
async function all(): Promise<number> {
  const results: Result[] = [];
  for (const seed of seeds) {
    const result = await lived(seed);
    const said = Object.entries(result.counts).map(([what, many]) => `${what} ${many}`);
    console.log(`${said.join(', ')}; seed ${seed}; ${result.wrong.length} wrong`);
    results.push(result);
  }
  if (results.some(({ isWhole }) => !isWhole)) return 2;
  if (values.report) writeSection('Every session told once', sectionOf(results));
  return results.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
}

interface Result {
  readonly seed: number;
  readonly counts: Counts;
  /** By their paths. */
  readonly wrong: readonly string[];
  readonly isWhole: boolean;
}

async function lived(seed: number): Promise<Result> {
  const [, file = ''] = process.argv;
  const { execArgv } = process;
  const counts: Counts[] = [];
  const wrong: string[] = [];
  const hear = (said: Said) => {
    if ('counts' in said) return counts.push(said.counts);
    const path = said.inDatabase ? `${said.path} in the database` : `${said.path}`;
    console.error(`--- seed ${seed}, path ${path}\n${said.wrong}`);
    return wrong.push(path);
  };
  await Promise.all(
    Array.from({ length: of }, (_, index) => {
      const share = ['--runs', runs, '--seed', seed, '--processes', of, '--share', index];
      const child = fork(file, share.map(String), { execArgv });
      child.on('message', hear);
      return new Promise((resolve) => child.once('exit', resolve));
    }),
  );
  return { seed, counts: counts.reduce(added, noCounts), wrong, isWhole: counts.length === of };
}

function added(one: Counts, other: Counts): Counts {
  return {
    histories: one.histories + other.histories,
    steps: one.steps + other.steps,
    readings: one.readings + other.readings,
    starts: one.starts + other.starts,
    kills: one.kills + other.kills,
    told: one.told + other.told,
  };
}

function sectionOf(results: readonly Result[]): string {
  const command = `npm run test:histories -- --runs ${runs} --seed ${seeds} --report`;
  const rows = results.map(({ seed, counts, wrong }) => {
    const { histories, steps, readings, starts, kills, told } = counts;
    const open = wrong.length === 0 ? '**0**' : `**${wrong.length}**: ${wrong.join(', ')}`;
    const row = [seed, histories, steps, readings, starts, kills, told, open];
    return `| ${row.join(' | ')} |`;
  });
  return [
    ...whatTheyAre,
    '',
    '| Seed | histories | steps | readings | starts of the app | ends of a process | ends told | wrong, by path |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...whatNobodyKnows,
    '',
    `On ${new Date().toISOString().slice(0, 10)}, ${machineLine(command)}`,
  ].join('\n');
}
