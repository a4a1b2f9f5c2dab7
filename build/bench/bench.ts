import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WallboxSimulator } from '../../test/simulators/wallbox/simulator.ts';
import { startDesktop } from '../desktop/desktop.ts';
import { locateRuntime } from '../prepare/runtime-place.mjs';
import { runEntry, Stop, say } from '../prepare/say.mjs';
import { measureAll } from './measure-all.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { signIn, startCloud } from './profile.ts';
import { openScreen } from './screen.ts';
import { bare, ours } from './subject.ts';
import { tableOf } from './table.ts';

await runEntry(() => bench(readOptions(process.argv.slice(2))));

/** Measures our app against the least app of its kind, in turns, on one virtual desktop. */
async function bench(options: BenchOptions): Promise<number> {
  if (process.platform !== 'linux') throw new Stop('figures come from Linux and its /proc only.');
  const folder = await mkdtemp(join(tmpdir(), 'chargetray-bench-'));
  const cloud = await startCloud();
  try {
    await benchIn(folder, cloud, options);
  } finally {
    await cloud.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return 0;
}

async function benchIn(
  folder: string,
  cloud: WallboxSimulator,
  options: BenchOptions,
): Promise<void> {
  const desktop = await startDesktop({ folder: join(folder, 'desktop') });
  try {
    const screen = await openScreen(desktop.env.DISPLAY ?? '');
    desktop.onStop(() => screen.close());
    const env = { CHARGETRAY_WALLBOX_URL: cloud.url };
    const trayFolder = join(folder, 'tray');
    const windowFolder = join(folder, 'window');
    say('signing in once …');
    await signIn({ desktop, env, trayFolder, windowFolder });
    sayWhere();
    const rows = await measureAll({
      options,
      bench: { desktop, screen },
      requests: () => cloud.requests.length,
      bareTray: bare('tray', join(folder, 'bare-tray')),
      bareWindow: bare('window', join(folder, 'bare-window')),
      ourTray: ours(trayFolder, env),
      ourWindow: ours(windowFolder, env),
      ourHaste: ours(trayFolder, { ...env, CHARGETRAY_POLL_SECONDS: '2' }),
    });
    console.log(`\n${tableOf(rows)}`);
    sayWhere();
  } finally {
    await desktop.stop();
  }
}

/** Figures are worth something only together with where they come from. */
function sayWhere(): void {
  const load = loadavg()[0] ?? 0;
  const electron = locateRuntime()?.version;
  say(`Electron ${electron}, ${cpus().length} processors, load ${load.toFixed(1)}.`);
}
