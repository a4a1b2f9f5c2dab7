import { join } from 'node:path';
import { addAccount, startApp } from '../../../build/demo/app-at-hand.ts';
import { launch } from '../../../build/launch.mjs';
import { root } from '../../../build/prepare/places.mjs';
import { watchNotices } from '../../desktop/notices.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { realClock } from '../../simulators/clock.ts';
import {
  startWallboxSimulator,
  type WallboxSimulator,
} from '../../simulators/wallbox/simulator.ts';
import type { Chapter } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Place } from '../place.ts';
import { begin, type Subject } from '../subject.ts';
import { ends, toldAfterMs, type Watched } from './told-end.ts';

const owner = { email: 'owner@example.com', password: 'correct horse battery' } as const;
const garage = { id: 700_123, name: 'Garage', phases: 1, limitA: 32 } as const;

const pollMs = 2000;
/** A look is later than that by a twentieth at most. */
const latestPollMs = pollMs * 1.05;
/** What everything after the look may take. */
const restMs = 1000;

/** How long after the end of a charge its owner is told. */
export async function noticeChapter(place: Place, options: BenchOptions): Promise<Chapter> {
  const cloud = await startCloud();
  try {
    const subject = await signedIn(place, cloud);
    const app = begin(subject, place.desktop);
    try {
      const there: Watched = {
        box: cloud.charger(garage.id),
        tray: await trayItemOf(place.desktop, app.pid),
        notices: await watchNotices(place.desktop),
        pollMs,
      };
      return await measured(there, options.notices);
    } finally {
      await app.stop();
    }
  } finally {
    await cloud.close();
  }
}

async function measured(there: Watched, times: number): Promise<Chapter> {
  await there.tray.tooltipThat((words) => words.endsWith('Ready'));
  const found = ends.map((end) => ({ end, ours: [] as number[] }));
  // After a start the account first pays back for what it asked at once.
  for (const end of ends) await toldAfterMs(end, there);
  for (let time = 0; time < times; time += 1) {
    for (const { end, ours } of found) ours.push(await toldAfterMs(end, there));
  }
  return {
    title: 'From the charger to the notification',
    how:
      'The built app, hidden, looks every 2 s, and up to a twentieth later, at a simulated cloud ' +
      'that goes by real time. A charge ends at a random moment between two looks; timed until ' +
      'the notification program has the notice on the screen.',
    figures: found.map(({ end, ours }) => ({
      id: end.id,
      what: end.what,
      unit: 'ms' as const,
      ours,
      goals: [{ kind: 'value' as const, atMost: end.looks * latestPollMs + restMs }],
      ...(end.looks > 1 ? { how: 'Told when a second look agrees.' } : {}),
    })),
  };
}

/** Never says "slower", unlike the real one. */
function startCloud(): Promise<WallboxSimulator> {
  return startWallboxSimulator({
    accounts: [{ ...owner, groups: [{ name: 'Home', chargers: [garage] }] }],
    clock: realClock(),
    settings: { getLimit: null, writeLimit: null, maxSignInsPerHour: 100, maxSessions: 100 },
  });
}

/** Types in the account once; gives the app as it is started from then on. */
async function signedIn({ desktop, folder }: Place, cloud: WallboxSimulator): Promise<Subject> {
  const dataFolder = join(folder, 'notice');
  const env = {
    CHARGETRAY_WALLBOX_URL: cloud.url,
    CHARGETRAY_POLL_SECONDS: String(pollMs / 1000),
  };
  const app = await startApp({ desktopEnv: desktop.env, dataFolder, env });
  const page = await app.window();
  await addAccount(page, owner);
  await page.getByRole('heading', { name: garage.name }).waitFor();
  await app.electron.close();
  const args = [root, `--user-data-dir=${dataFolder}`, '--hidden'];
  return { program: launch().executablePath, args, env };
}
