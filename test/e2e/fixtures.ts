import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type AppAtHand, addAccount, startApp } from '../../build/demo/app-at-hand.ts';
import { launch } from '../../build/launch.mjs';
import type { Messages } from '../../shared/text/messages.ts';
import { type Desktop, type DesktopOptions, startDesktop } from '../desktop/desktop.ts';
import { type Keyring, keyringOf } from '../desktop/keyring.ts';
import { type Notices, watchNotices } from '../desktop/notices.ts';
import { type TrayItem, trayItemOf } from '../desktop/tray-item.ts';
import { type ManualClock, manualClock, realClock } from '../simulators/clock.ts';
import { startWallboxSimulator, type WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';
import { watchIn } from './degraded/watch.ts';

export const owner = { email: 'owner@example.com', password: 'correct horse battery' } as const;
export const garage = 700_123;

/** A charger with one phase in the garage. */
export const theGarage: ChargerSpec = {
  id: garage,
  name: 'Garage',
  phases: 1,
  limitA: 32,
  energyPrice: 0.31,
};

/** Seconds between two readings: fast enough for tests, on loopback only. */
export const paceSeconds = '0.3';

/** A computer for one test: a desktop, a cloud, and the app on it. */
export interface Computer {
  readonly desktop: Desktop;
  readonly notices: Notices;
  readonly keyring: Keyring;
  readonly dataFolder: string;
  readonly sim: WallboxSimulator;
  /** Moves what happens at the chargers. */
  readonly clock: ManualClock;
  start(options?: StartOptions): Promise<AppAtHand>;
  /** Starts the app once more beside the running one; gives the exit code of that second process. */
  launchAgain(...args: readonly string[]): Promise<number | null>;
  /** Starts the app and types the owner's account into its form, which is in English unless told. */
  signedIn(phrases?: Messages): Promise<{ app: AppAtHand; page: Page; tray: TrayItem }>;
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly executablePath?: string;
  /** Another way to start it, so that it is watched all the same. */
  readonly starter?: string;
  /** Another place for settings, state and logs than that of the computer. */
  readonly dataFolder?: string;
}

/** What a test of the real app can ask for. */
export interface Fixtures {
  /** How the desktop of a test differs from a complete one. */
  readonly desktopOptions: Partial<DesktopOptions>;
  /** What hangs on the owner's account; a garage unless a test says otherwise. */
  readonly home: { readonly chargers: readonly ChargerSpec[] };
  readonly computer: Computer;
}

export const test = base.extend<Fixtures>({
  desktopOptions: [{}, { option: true }],
  home: [{ chargers: [theGarage] }, { option: true }],
  computer: async ({ home, desktopOptions }, use, { annotations }) => {
    const folder = await mkdtemp(join(tmpdir(), 'chargetray-e2e-'));
    const clock = manualClock(Date.now());
    const sim = await startSimulator(clock, home.chargers);
    const desktop = await startDesktop({ folder: join(folder, 'desktop'), ...desktopOptions });
    const apps: AppAtHand[] = [];
    const dataFolder = join(folder, 'data');
    const watch = watchIn(folder);
    const start = async (options: StartOptions = {}): Promise<AppAtHand> => {
      const env = {
        CHARGETRAY_WALLBOX_URL: sim.url,
        // Nobody is there: a test that reads prices says where.
        CHARGETRAY_PRICES_URL: 'http://127.0.0.1:9',
        CHARGETRAY_POLL_SECONDS: paceSeconds,
      };
      const app = await startApp({
        desktopEnv: desktop.env,
        dataFolder,
        starter: watch.starter,
        ...options,
        env: { ...env, ...watch.env, ...options.env },
      });
      apps.push(app);
      return app;
    };
    const notices = await watchNotices(desktop);
    await use({
      desktop,
      notices,
      keyring: keyringOf(desktop),
      dataFolder,
      sim,
      clock,
      start,
      launchAgain: (...args) => runToEnd(dataFolder, desktop.env, args),
      signedIn: async (phrases) => {
        const app = await start();
        const page = await app.window();
        await addAccount(page, owner, phrases);
        await page.getByRole('heading', { name: 'Garage' }).waitFor();
        return { app, page, tray: await trayItemOf(desktop, app.pid) };
      },
    });
    for (const app of apps) await app.electron.close().catch(() => undefined);
    await desktop.stop();
    await sim.close();
    annotations.push(...watch.notes());
    await rm(folder, { recursive: true, force: true });
  },
});

function runToEnd(
  dataFolder: string,
  env: Readonly<Record<string, string>>,
  more: readonly string[],
) {
  const { executablePath, args } = launch([`--user-data-dir=${dataFolder}`, ...more]);
  const process = spawn(executablePath, args, { env, stdio: 'ignore' });
  return new Promise<number | null>((resolve, reject) => {
    process.once('error', reject).once('exit', resolve);
  });
}

function startSimulator(
  clock: ManualClock,
  chargers: readonly ChargerSpec[],
): Promise<WallboxSimulator> {
  return startWallboxSimulator({
    accounts: [{ ...owner, groups: [{ name: 'Home', chargers }] }],
    clock,
    wall: realClock(),
    settings: { getLimit: null, writeLimit: null, maxSignInsPerHour: 100, maxSessions: 100 },
  });
}
