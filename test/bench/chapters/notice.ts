import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { launch } from '../../../build/launch.mjs';
import { root } from '../../../build/prepare/places.mjs';
import { watchNotices } from '../../desktop/notices.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import type { WallboxSimulator } from '../../simulators/wallbox/simulator.ts';
import { type Chapter, figures, repeat } from '../figures.ts';
import { garageCharger, signIn, startCloud } from '../garage.ts';
import type { Place } from '../place.ts';
import { withApp } from '../subject.ts';

const pollMs = 2000;
/** A look is later than that by a twentieth at most. */
const latestMs = pollMs * 1.05;
/** What everything after the look may take. */
const restMs = 1000;
const betweenLooksMs = 5;

/** How long after the end of a charge its owner is told. */
export async function noticeChapter(place: Place): Promise<Chapter> {
  const { desktop, folder } = place;
  const cloud = await startCloud([garageCharger]);
  const pace = { CHARGETRAY_POLL_SECONDS: String(pollMs / 1000) };
  const env = { CHARGETRAY_WALLBOX_URL: cloud.url, ...pace };
  const dataFolder = join(folder, 'notice');
  await signIn({ desktopEnv: desktop.env, dataFolder, env });
  const program = launch().executablePath;
  const args = [root, `--user-data-dir=${dataFolder}`, '--hidden'];
  const rounds = await withApp(desktop, { program, args, env }, ({ pid }) =>
    endings(place, pid, cloud),
  );
  return {
    title: 'From the charger to the notification',
    how:
      'The built app, hidden, looks every 2 s, and up to a twentieth later, at a simulated cloud ' +
      'that goes by real time. A charge ends at a random moment between two looks; timed until ' +
      'the notification program has the notice on the screen.',
    // After a start the account first pays back for what it asked at once.
    figures: figures(rounds.slice(1), {
      'notice-stopped': ['charge stopped to notification', { atMost: latestMs + restMs }],
      'notice-complete': [
        'car full to notification',
        { atMost: 2 * latestMs + restMs },
        'Told when a second look agrees.',
      ],
    }),
  };
}

async function endings({ desktop, options }: Place, pid: number, cloud: WallboxSimulator) {
  const box = cloud.charger(garageCharger.id);
  const tray = await trayItemOf(desktop, pid);
  const notices = await watchNotices(desktop);
  /** Milliseconds from the end of a charge, at any moment between two looks, to its notice. */
  const toldAfterMs = async (title: string, end: () => void) => {
    await tray.tooltipThat((words) => words.endsWith('Ready'));
    await notices.closeAll();
    const before = notices.seen().length;
    box.plugIn({ wantsWh: 500_000, phases: 1 });
    await tray.tooltipThat((words) => words.includes('Charging'));
    await setTimeout(Math.random() * pollMs);
    const endedAt = performance.now();
    end();
    while ((await notices.displayed()) === 0) await setTimeout(betweenLooksMs);
    const tookMs = performance.now() - endedAt;
    const told = notices.seen().slice(before);
    if (told.length !== 1 || !told[0]?.summary.startsWith(title)) {
      throw new Error(`Told instead of "${title}": ${JSON.stringify(told)}`);
    }
    box.unplug();
    return tookMs;
  };
  return repeat(options.notices + 1, async () => ({
    'notice-stopped': await toldAfterMs('Charging stopped', () => box.patch({ manual: 'paused' })),
    'notice-complete': await toldAfterMs('Charge complete', () => {
      if (box.state.car) box.patch({ car: { ...box.state.car, missingWh: 0 } });
    }),
  }));
}
