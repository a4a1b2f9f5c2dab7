import { setTimeout } from 'node:timers/promises';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { both, type Chapter, figures, type Pair, type Row, repeat } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Place } from '../place.ts';
import { type Effort, effortOf, memoryOf, rendererCount, spent } from '../processes.ts';
import { withApp } from '../subject.ts';
import { openByMenu } from './window.ts';

/** What an app costs that nobody touches. */
export async function restChapter(place: Place): Promise<Chapter> {
  const { desktop, options, bareTray, ourTray } = place;
  const { idleRounds, settleS, idleS, restS, cycles, afterCyclesS } = options;
  const floorFirst = () =>
    withApp(desktop, bareTray, (floor) =>
      withApp(desktop, ourTray, (ours) => rest(place, { floor: floor.pid, ours: ours.pid })),
    );
  const oursFirst = () =>
    withApp(desktop, ourTray, (ours) =>
      withApp(desktop, bareTray, (floor) => rest(place, { floor: floor.pid, ours: ours.pid })),
    );
  const rounds = await repeat(idleRounds, (at) => (at % 2 === 0 ? floorFirst() : oursFirst()));
  return {
    title: 'At rest',
    how:
      `Both apps side by side, ${idleRounds} times, the one and the other started first in ` +
      'turn, from copies of one runtime that share no page. Three chargers at their usual intervals, ' +
      `one of them charging. Memory after ${settleS} s, then processor for ${idleS} s, in which V8 ` +
      `tidies what the start has left, and processor and switches for ${restS} s more; then our window is opened and closed ${cycles} times, and ${afterCyclesS} s later the memory ` +
      'of both is read again.',
    figures: figures(rounds, rowsOf(options)),
  };
}

/** What two apps cost that were just started: their memory, then the minute after, then real rest. */
export async function lookAtRest({ desktop, options }: Place, pids: Pair) {
  await both((pid: number) => trayItemOf(desktop, pid), pids);
  await setTimeout(options.settleS * 1000);
  const memory = await both(memoryOf, pids);
  const start = await both(effortOf, pids);
  await setTimeout(options.idleS * 1000);
  const later = await both(effortOf, pids);
  await setTimeout(options.restS * 1000);
  const end = await both(effortOf, pids);
  return { memory, first: effortsOf(start, later), rest: effortsOf(later, end) };
}

function effortsOf(before: Pair<Effort>, after: Pair<Effort>) {
  const [floor, ours] = [spent(before.floor, after.floor), spent(before.ours, after.ours)];
  return {
    cpu: { floor: floor.cpuMs, ours: ours.cpuMs },
    switches: { floor: floor.switches, ours: ours.switches },
  };
}

async function rest(place: Place, pids: Pair) {
  const { options, ourTray } = place;
  const asked = place.asked();
  const found = await lookAtRest(place, pids);
  const questions = place.asked() - asked;
  // The bare app only waits meanwhile.
  await repeat(options.cycles, () => openByMenu(place, pids.ours, ourTray.ink));
  await setTimeout(options.afterCyclesS * 1000);
  return {
    'rest-memory': found.memory,
    'rest-memory-after': await both(memoryOf, pids),
    'rest-cpu': found.first.cpu,
    'rest-cpu-later': found.rest.cpu,
    'rest-switches': found.rest.switches,
    'rest-questions': questions,
    'pages-left': await rendererCount(pids.ours),
  };
}

/** Milliseconds in a second that are 0.2 % of one processor. */
const littleMs = 2;

function rowsOf({ cycles, settleS, idleS, restS }: BenchOptions) {
  const floor = 'app with a tray icon only';
  return {
    'rest-memory': [
      'memory, window never opened',
      { unit: 'MiB', floor, ratio: 1.1 },
      'Proportional set size of all processes of the app.',
    ],
    'rest-memory-after': [`memory after ${cycles} windows`, { unit: 'MiB', floor, ratio: 1.15 }],
    'rest-cpu': [
      `processor in the first ${idleS} s`,
      { floor, ratio: 1.5, atMost: idleS * littleMs },
      `${idleS * littleMs} ms are 0.2 % of one processor.`,
    ],
    'rest-cpu-later': [
      `processor in ${restS} s after them`,
      { floor, ratio: 1.5, atMost: restS * littleMs },
      `With the questions to chargers; ${restS * littleMs} ms are 0.2 % of one processor.`,
    ],
    'rest-switches': [
      `voluntary switches in those ${restS} s`,
      { unit: 'count', floor, ratio: 1.3 },
    ],
    'rest-questions': [`questions to chargers in ${settleS + idleS + restS} s`, { unit: 'count' }],
    'pages-left': ['page processes left by the windows', { unit: 'count', atMost: 0 }],
  } satisfies Record<string, Row>;
}
