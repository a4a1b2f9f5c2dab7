import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateRuntime } from '../../build/prepare/runtime-place.mjs';
import { runEntry, Stop, say } from '../../build/prepare/say.mjs';
import { startDesktop } from '../desktop/desktop.ts';
import { openChapter } from './desktop/open-chapter.ts';
import { restChapter } from './desktop/rest-chapter.ts';
import { startChapter } from './desktop/start-chapter.ts';
import { windowChapter } from './desktop/window-chapter.ts';
import type { Chapter } from './figures.ts';
import { fleetChapter } from './fleet/fleet-chapter.ts';
import { type Garage, settleIn, startGarage } from './garage.ts';
import { historyChapter } from './history/history-chapter.ts';
import { noticeChapter } from './notice/notice-chapter.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { type Packed, packAll } from './packed.ts';
import type { Place } from './place.ts';
import { pollChapter } from './poll/poll-chapter.ts';
import { quietLimitS, waitForQuiet } from './quiet.ts';
import { readMachine } from './report/machine.ts';
import { performanceTable } from './report/table.ts';
import { writeReport } from './report/write.ts';
import { openScreen } from './screen.ts';
import { sizeChapter } from './size-chapter.ts';
import { bare, ours } from './subject.ts';

await runEntry(() => bench(readOptions(process.argv.slice(2))));

/** Measures our app against the least app of its kind, in turns, on one virtual desktop. */
async function bench(options: BenchOptions): Promise<number> {
  if (process.platform !== 'linux') throw new Stop('figures come from Linux and its /proc only.');
  const startedAt = Date.now();
  const machine = await readMachine(locateRuntime()?.version ?? 'unknown');
  const folder = await mkdtemp(join(tmpdir(), 'chargetray-bench-'));
  const garage = await startGarage();
  try {
    const packed = await packAll(folder);
    const quiet = await waitForQuiet({ limitS: quietLimitS(options), say });
    const chapters = await measureAll(options, { folder, garage, packed });
    const tookS = Math.round((Date.now() - startedAt) / 1000);
    const run = { options, machine, quiet, chapters, startedAt, tookS };
    console.log(`\n${performanceTable(run)}`);
    say(`written to ${await writeReport(run)}/.`);
  } finally {
    await garage.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return 0;
}

interface Setting {
  readonly folder: string;
  readonly garage: Garage;
  readonly packed: Packed;
}

async function measureAll(options: BenchOptions, setting: Setting): Promise<readonly Chapter[]> {
  const { folder, packed } = setting;
  const chapters: Chapter[] = [];
  const measure = async (what: string, chapter: () => Promise<Chapter>) => {
    const begun = performance.now();
    chapters.push(await chapter());
    say(`${what}: ${Math.round((performance.now() - begun) / 1000)} s.`);
  };
  const desktop = await startDesktop({ folder: join(folder, 'desktop') });
  try {
    const screen = await openScreen(desktop.env.DISPLAY ?? '');
    desktop.onStop(() => screen.close());
    const place: Place = { desktop, screen, folder };
    const subjects = await subjectsIn(place, setting);
    const asked = () => setting.garage.asked();
    await measure('starting', () => startChapter(place, options, subjects));
    await measure('opening windows', () => windowChapter(place, options, subjects));
    await measure('leaving alone', () => restChapter(place, options, { ...subjects, asked }));
    await measure('leaving a window open', () => openChapter(place, options, subjects));
    await measure('opening a year', () => historyChapter(place, options));
    await measure('waiting for notices', () => noticeChapter(place, options));
  } finally {
    await desktop.stop();
  }
  await measure('polling', () => pollChapter(options));
  await measure('polling a thousand', () => fleetChapter(options));
  await measure('weighing', () => sizeChapter(packed.ours));
  return chapters;
}

async function subjectsIn({ desktop, folder }: Place, { garage, packed }: Setting) {
  const trayFolder = join(folder, 'tray');
  const windowFolder = join(folder, 'window');
  say('typing in three chargers once …');
  await settleIn({ desktop, garage, trayFolder, windowFolder });
  return {
    ourTray: ours(packed.ours, trayFolder, garage.env),
    ourWindow: ours(packed.ours, windowFolder, garage.env),
    bareTray: bare(packed.bareTray, join(folder, 'bare-tray-owner')),
    bareWindow: bare(packed.bareWindow, join(folder, 'bare-window-owner')),
  };
}
