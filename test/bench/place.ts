import { cp, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createPackage } from '@electron/asar';
import { pack } from '../../build/package/pack.mjs';
import { root } from '../../build/prepare/places.mjs';
import { Stop, say } from '../../build/prepare/say.mjs';
import { startDesktop } from '../desktop/desktop.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { signIn, startGarage, windowPlace } from './garage.ts';
import type { BenchOptions } from './options.ts';
import { openScreen } from './screen.ts';
import { type Subject, withApp } from './subject.ts';

/** Where apps are measured, and which: ours, and the least apps of its kind. */
export type Place = Awaited<ReturnType<typeof openPlace>>;

/** Our program, and the bare apps. */
export type Packed = Awaited<ReturnType<typeof packAll>>;

/** Well inside of every window, away from frame and edges. */
const insideWindow = { x: windowPlace.x + 30, y: windowPlace.y + 40, width: 330, height: 200 };
/** A start is over by then, and its first looks are through. */
export const startMs = 3000;
const settleMs = 2000;
/** Digits change and bars grow. */
const nearlyAll = 0.9;

/** Packs our app, and puts the bare ones into copies of the same runtime. */
export async function packAll(folder: string) {
  await pack([]);
  const files = await readdir(join(root, 'dist'), { recursive: true });
  const found = files.find((file) => file.endsWith('linux-unpacked'));
  if (!found) throw new Stop('nothing was packed.');
  const ours = join(root, 'dist', found, 'chargetray');
  const bareTray = await packBare('tray', ours, folder);
  const bareWindow = await packBare('window', ours, folder);
  return { ours, bareTray, bareWindow, barePrint: await packBare('print', ours, folder) };
}

/** Starts a desktop with chargers for our app to become acquainted with. */
export async function openPlace(options: BenchOptions, packed: Packed, folder: string) {
  const { ours: program, bareTray, bareWindow, barePrint } = packed;
  const desktop = await startDesktop({ folder: join(folder, 'desktop') });
  const screen = await openScreen(desktop.env.DISPLAY ?? '', insideWindow);
  const { env, typeIn, asked } = await startGarage();
  const dataFolder = join(folder, 'ours');
  say('typing in three chargers once …');
  await signIn({ desktopEnv: desktop.env, dataFolder, env }, typeIn);
  /** Finds out how much ink is on the screen when the window shows nearly all it has to show. */
  const windowed = (subject: Subject) =>
    withApp(desktop, subject, async ({ pid }) => {
      const tray = await trayItemOf(desktop, pid);
      await setTimeout(startMs);
      await tray.press(['Open ChargeTray']);
      await screen.painted();
      await setTimeout(settleMs);
      return { ...subject, ink: nearlyAll * (await screen.ink()) };
    });
  return {
    ...{ options, desktop, screen, folder, asked },
    /** Has a tray icon, three chargers, and no window. */
    ourTray: await windowed({ program, args: [`--user-data-dir=${dataFolder}`], env }),
    /** The same with its window from the start. */
    ourWindow: { program, args: [`--user-data-dir=${dataFolder}-window`], env },
    bareTray,
    /** Says a line and ends. */
    barePrint,
    /** Can open a window with a static page. */
    bareWindow: await windowed(bareWindow),
    bareOpen: { ...bareWindow, args: [...bareWindow.args, '--open'] },
  };
}

/** A copy, not a link: apps that run at once must not count each other's pages as shared. */
async function packBare(
  kind: 'tray' | 'window' | 'print',
  ours: string,
  folder: string,
): Promise<Subject> {
  const [app, to] = [join(import.meta.dirname, 'bare', kind), join(folder, `bare-${kind}`)];
  const resources = join(to, 'resources');
  await cp(dirname(ours), to, { recursive: true });
  await rm(join(resources, 'app.asar.unpacked'), { recursive: true, force: true });
  await createPackage(app, join(resources, 'app.asar'));
  if (kind === 'window') await cp(join(app, 'index.html'), join(resources, 'index.html'));
  const { x, y, width, height } = windowPlace;
  return {
    program: join(to, basename(ours)),
    args: [`--user-data-dir=${to}-owner`, `--place=${[x, y, width, height].join()}`],
  };
}
