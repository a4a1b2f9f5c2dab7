import { setTimeout } from 'node:timers/promises';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { both, type Chapter, figures, repeat } from '../figures.ts';
import type { Place } from '../place.ts';
import { memoryOf } from '../processes.ts';
import { type Subject, withApp } from '../subject.ts';

/** How long a start takes. */
export async function startChapter(place: Place): Promise<Chapter> {
  const { desktop, screen, options, bareTray, bareOpen, ourTray, ourWindow } = place;
  const toTray = (subject: Subject) =>
    withApp(desktop, subject, async (app) => {
      await trayItemOf(desktop, app.pid);
      return app.age();
    });
  const toWindow = async (subject: Subject) => {
    await screen.blank();
    return withApp(desktop, subject, async (app) => {
      await screen.painted();
      return app.age();
    });
  };
  const rounds = await repeat(options.starts + 1, async () => ({
    'start-to-tray': await both(toTray, { floor: bareTray, ours: ourTray }),
    'start-to-window': await both(toWindow, { floor: bareOpen, ours: ourWindow }),
  }));
  return {
    title: 'Start',
    how: `Each app in turn, ${options.starts} times after one start that does not count.`,
    // The first start warms up the disk's cache for the others.
    figures: figures(rounds.slice(1), {
      'start-to-tray': [
        'start to tray item',
        { floor: 'app with a tray icon only', ratio: 1.25 },
        'From starting the program to its item on the bus, with three chargers known.',
      ],
      'start-to-window': ['start to painted window', { floor: 'app that opens a static page' }],
    }),
  };
}

/** What a window costs while it is open. */
export async function openChapter(place: Place): Promise<Chapter> {
  const { desktop, screen, bareOpen, ourWindow } = place;
  const { idleRounds, windowSettleS } = place.options;
  const memoryWithWindow = (subject: Subject) =>
    withApp(desktop, subject, async ({ pid }) => {
      await screen.painted();
      await setTimeout(windowSettleS * 1000);
      return memoryOf(pid);
    });
  const rounds = await repeat(idleRounds, async () => ({
    'open-memory': await both(memoryWithWindow, { floor: bareOpen, ours: ourWindow }),
  }));
  return {
    title: 'Open window',
    how: `Each app in turn, ${idleRounds} times, with its window; read ${windowSettleS} s after it was painted.`,
    figures: figures(rounds, {
      'open-memory': [
        'memory, window open on live chargers',
        { unit: 'MiB', floor: 'app with an open static page', ratio: 1.25 },
      ],
    }),
  };
}
