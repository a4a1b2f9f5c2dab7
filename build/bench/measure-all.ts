import { say } from '../prepare/say.mjs';
import {
  type Bench,
  type Idle,
  idleCost,
  memoryWithWindow,
  startToTray,
  startToWindow,
  windowCost,
} from './measures.ts';
import type { BenchOptions } from './options.ts';
import type { Memory } from './processes.ts';
import type { Subject } from './subject.ts';
import { median, type Row } from './table.ts';

/** Everything that is to be measured, and where. */
export interface Plan {
  readonly options: BenchOptions;
  readonly bench: Bench;
  /** How many requests the cloud has seen. */
  readonly requests: () => number;
  readonly bareTray: Subject;
  readonly bareWindow: Subject;
  readonly ourTray: Subject;
  readonly ourWindow: Subject;
  /** Our app, looking every two seconds. */
  readonly ourHaste: Subject;
}

/** Measures one thing after the other. */
export async function measureAll(plan: Plan): Promise<readonly Row[]> {
  const starts = await startRows(plan);
  const idle = await idleRows(plan);
  return [...starts, ...idle, ...(await windowRows(plan))];
}

async function startRows(plan: Plan): Promise<readonly Row[]> {
  const { bench, options } = plan;
  const tray = (subject: Subject) => () => startToTray(bench, subject);
  const window = (subject: Subject) => () => startToWindow(bench, subject);
  say(`starting each app ${options.rounds + 1} times; the first does not count …`);
  const [bareTray, ourTray, bareWindow, ourWindow] = await inTurns(options.rounds + 1, [
    tray(plan.bareTray),
    tray(plan.ourTray),
    window(plan.bareWindow),
    window(plan.ourWindow),
  ]);
  const counted = (all: readonly number[] = []) => all.slice(1);
  return [
    { what: 'start to tray icon', unit: 'ms', bare: counted(bareTray), ours: counted(ourTray) },
    { what: 'start to window', unit: 'ms', bare: counted(bareWindow), ours: counted(ourWindow) },
  ];
}

async function idleRows(plan: Plan): Promise<readonly Row[]> {
  const { bench, options } = plan;
  const { idleRounds, idleS, settleS } = options;
  const asked = new Asked(plan.requests);
  const hasty = new Asked(plan.requests);
  const idle = (subject: Subject, mark: () => void) => () =>
    idleCost(bench, subject, { settleS, idleS, mark });
  say(`leaving each app alone ${idleRounds} times for ${settleS + idleS} s …`);
  const [bare = [], our = []] = await inTurns(idleRounds, [
    idle(plan.bareTray, () => undefined),
    idle(plan.ourTray, asked.mark),
  ]);
  say('letting ours look every 2 s …');
  const haste = await idle(plan.ourHaste, hasty.mark)();
  const usual = median(asked.counts());
  const looks = (hasty.counts()[0] ?? 0) - usual;
  const row = (what: string, unit: string, of: (idle: Idle) => number): Row => ({
    what,
    unit,
    bare: bare.map(of),
    ours: our.map(of),
  });
  return [
    row(`memory after ${settleS} s, no window`, 'MiB', ({ sharedMiB }) => sharedMiB),
    row('  of it in no file', 'MiB', ({ ownMiB }) => ownMiB),
    row(`processor in ${idleS} s idle`, 'ms', ({ cpuMs }) => cpuMs),
    row(`voluntary switches in ${idleS} s idle`, '', ({ switches }) => switches),
    { what: `looks in ${idleS} s idle`, unit: '', ours: asked.counts() },
    {
      what: 'processor for one look',
      unit: 'ms',
      ours: [(haste.cpuMs - median(our.map(({ cpuMs }) => cpuMs))) / looks],
    },
  ];
}

async function windowRows({ bench, options, ...plan }: Plan): Promise<readonly Row[]> {
  const { settleS } = options;
  say('opening and closing the window …');
  const bareWith = await memoryWithWindow(bench, plan.bareWindow, settleS);
  const ourWith = await memoryWithWindow(bench, plan.ourWindow, settleS);
  const cost = await windowCost(bench, plan.ourTray, settleS);
  return [
    ...memoryPair('memory with window', ourWith, bareWith),
    { what: 'menu entry to window', unit: 'ms', ours: [cost.openMs] },
    ...memoryPair('memory before the window', cost.before),
    ...memoryPair('memory after it was closed', cost.after),
    { what: 'page processes left then', unit: '', ours: [cost.renderersLeft] },
  ];
}

function memoryPair(what: string, our: Memory, bare?: Memory): readonly Row[] {
  const row = (name: string, of: (memory: Memory) => number): Row => ({
    what: name,
    unit: 'MiB',
    ours: [of(our)],
    ...(bare ? { bare: [of(bare)] } : {}),
  });
  return [row(what, ({ sharedMiB }) => sharedMiB), row('  of it in no file', (one) => one.ownMiB)];
}

/** Counts the cloud's requests between pairs of marks. */
class Asked {
  readonly #marks: number[] = [];
  readonly mark: () => void;

  constructor(requests: () => number) {
    this.mark = () => void this.#marks.push(requests());
  }

  counts(): readonly number[] {
    const pairs = this.#marks.flatMap((mark, at) => (at % 2 === 1 ? [[at, mark] as const] : []));
    return pairs.map(([at, mark]) => mark - (this.#marks[at - 1] ?? mark));
  }
}

/** A B A B …: whatever changes on this computer meanwhile changes for all alike. */
async function inTurns<T>(
  rounds: number,
  measures: readonly (() => Promise<T>)[],
): Promise<readonly (readonly T[])[]> {
  const results: T[][] = measures.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, measure] of measures.entries()) results[at]?.push(await measure());
  }
  return results;
}
