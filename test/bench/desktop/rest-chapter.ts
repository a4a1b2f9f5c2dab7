import { setTimeout } from 'node:timers/promises';
import { trayItemOf } from '../../desktop/tray-item.ts';
import type { Chapter, Figure, Unit } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Place } from '../place.ts';
import { effortOf, memoryOf, rendererCount, spent } from '../processes.ts';
import type { Running, Subject } from '../subject.ts';
import { type Subjects, withApp } from './subjects.ts';
import { handOf, wholeInkOf } from './window-hand.ts';

/** What both apps cost in one round of rest, and ours after its window was used. */
interface Round {
  readonly memory: Pair;
  readonly cpuMs: Pair;
  /** In as long a time that begins after V8 has tidied the memory. */
  readonly tidiedCpuMs: Pair;
  readonly switches: Pair;
  /** After the window of ours was opened and closed many times; the bare app only waited. */
  readonly memoryAfter: Pair;
  readonly asked: number;
  readonly pagesLeft: number;
}

interface Pair {
  readonly bare: number;
  readonly ours: number;
}

/** V8 tidies the memory of an app twice within 2 s, the first time 30 s after its start. */
const tidyingMs = 2000;

/** What an app costs that nobody touches. */
export async function restChapter(
  place: Place,
  options: BenchOptions,
  { asked, ...subjects }: Subjects & { readonly asked: () => number },
): Promise<Chapter> {
  const rounds: Round[] = [];
  for (let round = 0; round < options.idleRounds; round += 1) {
    const turns = [subjects.bareTray, subjects.ourTray];
    const [first = subjects.bareTray, second = subjects.ourTray] =
      round % 2 === 0 ? turns : turns.reverse();
    const both = await withApp(place, first, (one) =>
      withApp(place, second, (other) => {
        const [bare, ours] = round % 2 === 0 ? [one, other] : [other, one];
        return restOnce({ place, options, asked, bare, ours, subject: subjects.ourTray });
      }),
    );
    rounds.push(both);
  }
  const { settleS, idleS, cycles, afterCyclesS } = options;
  return {
    title: 'At rest',
    how:
      `Both apps side by side, ${options.idleRounds} times, the one and the other started first in ` +
      'turn, from copies of one runtime that share no page. Three chargers at their usual intervals, ' +
      `one of them charging. Memory after ${settleS} s, then processor and switches for ${idleS} s; ` +
      `then our window is opened and closed ${cycles} times, and ${afterCyclesS} s later the memory ` +
      'of both is read again.',
    figures: figuresOf(rounds, options),
  };
}

interface Resting extends Apps {
  readonly place: Place;
  readonly options: BenchOptions;
  readonly asked: () => number;
  readonly subject: Subject;
}

async function restOnce({ place, options, asked, bare, ours, subject }: Resting): Promise<Round> {
  const { settleS, idleS, cycles, afterCyclesS } = options;
  const memory = () => ofBoth({ bare, ours }, sharedMiB);
  await Promise.all([bare, ours].map(({ pid }) => trayItemOf(place.desktop, pid)));
  await setTimeout(settleS * 1000);
  const memoryBefore = await memory();
  const idle = await leaveAlone({ bare, ours }, idleS, asked);
  await openAndClose(place, { ours, subject, cycles });
  await setTimeout(afterCyclesS * 1000);
  return {
    memory: memoryBefore,
    ...idle,
    memoryAfter: await memory(),
    pagesLeft: await rendererCount(ours.pid),
  };
}

type Idle = Pick<Round, 'cpuMs' | 'tidiedCpuMs' | 'switches' | 'asked'>;

/** Two windows of one length, the second a little later than the first. */
async function leaveAlone(apps: Apps, idleS: number, asked: () => number): Promise<Idle> {
  const efforts = () => ofBoth(apps, effortOf);
  const askedBefore = asked();
  const start = await efforts();
  await setTimeout(tidyingMs);
  const laterStart = await efforts();
  await setTimeout(idleS * 1000 - tidyingMs);
  const end = await efforts();
  const askedThen = asked() - askedBefore;
  await setTimeout(tidyingMs);
  const laterEnd = await efforts();
  const [bare, ours] = [spent(start.bare, end.bare), spent(start.ours, end.ours)];
  return {
    cpuMs: { bare: bare.cpuMs, ours: ours.cpuMs },
    tidiedCpuMs: {
      bare: spent(laterStart.bare, laterEnd.bare).cpuMs,
      ours: spent(laterStart.ours, laterEnd.ours).cpuMs,
    },
    switches: { bare: bare.switches, ours: ours.switches },
    asked: askedThen,
  };
}

interface Apps {
  readonly bare: Running;
  readonly ours: Running;
}

async function ofBoth<T>({ bare, ours }: Apps, look: (pid: number) => Promise<T>) {
  return { bare: await look(bare.pid), ours: await look(ours.pid) };
}

async function sharedMiB(pid: number): Promise<number> {
  return (await memoryOf(pid)).sharedMiB;
}

async function openAndClose(
  place: Place,
  { ours, subject, cycles }: { ours: Running; subject: Subject; cycles: number },
): Promise<void> {
  const entry = 'Open ChargeTray';
  const first = await handOf(place, ours, { subject, entry, wholeInk: 0.05 });
  await first.openByMenu();
  const wholeInk = await wholeInkOf(place);
  await first.close();
  const hand = await handOf(place, ours, { subject, entry, wholeInk });
  for (let cycle = 1; cycle < cycles; cycle += 1) {
    await hand.openByMenu();
    await hand.close();
  }
}

function figuresOf(rounds: readonly Round[], { cycles, idleS }: BenchOptions): readonly Figure[] {
  const figure = (id: string, what: string, unit: Unit, of: (round: Round) => Pair) => ({
    id,
    what,
    unit,
    ours: rounds.map((round) => of(round).ours),
    floor: { name: 'app with a tray icon only', values: rounds.map((round) => of(round).bare) },
  });
  const ratio = (atMost: number) => ({ kind: 'ratio', atMost }) as const;
  const mostCpuMs = idleS * 2;
  return [
    {
      ...figure('rest-memory', 'memory, window never opened', 'MiB', ({ memory }) => memory),
      goals: [ratio(1.1)],
      how: 'Proportional set size of all processes of the app.',
    },
    {
      ...figure('rest-memory-after', `memory after ${cycles} windows`, 'MiB', (r) => r.memoryAfter),
      goals: [ratio(1.15)],
    },
    {
      ...figure('rest-cpu', `processor in ${idleS} s`, 'ms', ({ cpuMs }) => cpuMs),
      goals: [ratio(1.5), { kind: 'value', atMost: mostCpuMs }],
      how: `${mostCpuMs} ms are 0.2 % of one processor.`,
    },
    {
      ...figure(
        'rest-cpu-tidied',
        `processor in ${idleS} s, begun 2 s later`,
        'ms',
        (r) => r.tidiedCpuMs,
      ),
      goals: [ratio(1.5), { kind: 'value', atMost: mostCpuMs }],
      how: 'V8 tidies the memory of every app about 30 s after its start; here it is over.',
    },
    {
      ...figure('rest-switches', `voluntary switches in ${idleS} s`, 'count', (r) => r.switches),
      goals: [ratio(1.3)],
    },
    {
      id: 'rest-questions',
      what: `questions to chargers in ${idleS} s`,
      unit: 'count',
      ours: rounds.map(({ asked }) => asked),
      goals: [],
    },
    {
      id: 'pages-left',
      what: 'page processes left by the windows',
      unit: 'count',
      ours: rounds.map(({ pagesLeft }) => pagesLeft),
      goals: [{ kind: 'value', atMost: 0 }],
    },
  ];
}
