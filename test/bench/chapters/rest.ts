import { setTimeout } from 'node:timers/promises';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { both, type Chapter, figures, type Pair, type Row, repeat } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Place } from '../place.ts';
import { effortOf, memoryOf, rendererCount, spent } from '../processes.ts';
import { withApp } from '../subject.ts';
import { openByMenu } from './window.ts';

/** V8 tidies the memory of an app twice within 2 s, the first time 30 s after its start. */
const tidyingMs = 2000;

/** What an app costs that nobody touches. */
export async function restChapter(place: Place): Promise<Chapter> {
  const { desktop, options, bareTray, ourTray } = place;
  const { idleRounds, settleS, idleS, cycles, afterCyclesS } = options;
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
      `one of them charging. Memory after ${settleS} s, then processor and switches for ${idleS} s; ` +
      `then our window is opened and closed ${cycles} times, and ${afterCyclesS} s later the memory ` +
      'of both is read again.',
    figures: figures(rounds, rowsOf(options)),
  };
}

async function rest(place: Place, pids: Pair) {
  const { desktop, options, ourTray } = place;
  await both((pid: number) => trayItemOf(desktop, pid), pids);
  await setTimeout(options.settleS * 1000);
  const memory = await both(memoryOf, pids);
  // Two windows of one length, the second a little later than the first.
  const asked = place.asked();
  const start = await both(effortOf, pids);
  await setTimeout(tidyingMs);
  const laterStart = await both(effortOf, pids);
  await setTimeout(options.idleS * 1000 - tidyingMs);
  const end = await both(effortOf, pids);
  const questions = place.asked() - asked;
  await setTimeout(tidyingMs);
  const laterEnd = await both(effortOf, pids);
  // The bare app only waits meanwhile.
  await repeat(options.cycles, () => openByMenu(place, pids.ours, ourTray.ink));
  await setTimeout(options.afterCyclesS * 1000);
  const [floor, ours] = [spent(start.floor, end.floor), spent(start.ours, end.ours)];
  return {
    'rest-memory': memory,
    'rest-memory-after': await both(memoryOf, pids),
    'rest-cpu': { floor: floor.cpuMs, ours: ours.cpuMs },
    'rest-cpu-tidied': {
      floor: spent(laterStart.floor, laterEnd.floor).cpuMs,
      ours: spent(laterStart.ours, laterEnd.ours).cpuMs,
    },
    'rest-switches': { floor: floor.switches, ours: ours.switches },
    'rest-questions': questions,
    'pages-left': await rendererCount(pids.ours),
  };
}

function rowsOf({ cycles, idleS }: BenchOptions) {
  const floor = 'app with a tray icon only';
  const mostMs = idleS * 2;
  return {
    'rest-memory': [
      'memory, window never opened',
      { unit: 'MiB', floor, ratio: 1.1 },
      'Proportional set size of all processes of the app.',
    ],
    'rest-memory-after': [`memory after ${cycles} windows`, { unit: 'MiB', floor, ratio: 1.15 }],
    'rest-cpu': [
      `processor in ${idleS} s`,
      { floor, ratio: 1.5, atMost: mostMs },
      `${mostMs} ms are 0.2 % of one processor.`,
    ],
    'rest-cpu-tidied': [
      `processor in ${idleS} s, begun 2 s later`,
      { floor, ratio: 1.5, atMost: mostMs },
      'V8 tidies the memory of every app about 30 s after its start; here it is over.',
    ],
    'rest-switches': [`voluntary switches in ${idleS} s`, { unit: 'count', floor, ratio: 1.3 }],
    'rest-questions': [`questions to chargers in ${idleS} s`, { unit: 'count' }],
    'pages-left': ['page processes left by the windows', { unit: 'count', atMost: 0 }],
  } satisfies Record<string, Row>;
}
