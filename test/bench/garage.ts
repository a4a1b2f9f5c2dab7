import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type AppPlan, addAccount, startApp } from '../../build/demo/app-at-hand.ts';
import { settleIn } from '../../build/demo/settle-in.ts';
import { realClock } from '../simulators/clock.ts';
import { startFcspSimulator } from '../simulators/fcsp/simulator.ts';
import { startWallboxSimulator, type WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';

/** Where every window is put, so that the screen can be looked at in the right place. */
export const windowPlace = { x: 440, y: 100, width: 400, height: 640 };
/** A charger at which no car stands. */
export const garageCharger = { id: 700_123, name: 'Garage', phases: 1, limitA: 32 } as const;
export const owner = { email: 'owner@example.com', password: 'correct horse battery' };

/** A cloud of one owner, unless told otherwise; it never says "slower" and lets a sign-in last. */
export function startCloud(
  chargers: readonly ChargerSpec[],
  { clock = realClock(), accounts = [owner] } = {},
): Promise<WallboxSimulator> {
  const each = chargers.length / accounts.length;
  return startWallboxSimulator({
    accounts: accounts.map((account, at) => ({
      ...account,
      groups: [{ name: 'Home', chargers: chargers.slice(at * each, (at + 1) * each) }],
    })),
    clock,
    settings: {
      ...{ getLimit: null, writeLimit: null, accessTtlMs: 30 * 86_400_000 },
      ...{ maxSignInsPerHour: 1_000_000, maxSessions: 100 },
    },
  });
}

/** A car that charges for hours and a socket without one on one account, and a station. */
export async function startGarage() {
  const cloud = await startCloud([
    { ...garageCharger, car: { wantsWh: 500_000, phases: 1 } },
    { id: 700_124, name: 'Drive', phases: 1, limitA: 16 },
  ]);
  const station = await startFcspSimulator({
    certificate: { keyBits: 2048 },
    wall: realClock(),
    settings: { floorMs: 0 },
  });
  const address = `127.0.0.1:${station.port}`;
  const { fingerprint } = station.certificate;
  return {
    /** What the app has to be told to find them. */
    env: { CHARGETRAY_WALLBOX_URL: cloud.url },
    typeIn: (page: Page) => settleIn({ page, owner, address, fingerprint }),
    /** Questions that all of them were asked so far. */
    asked: () => cloud.requests.length + station.count('chargerinfo', 200),
  };
}

/**
 * Types in the owner's account, or more, once. Leaves the folder of an app that starts in the tray;
 * and beside it, as `<folder>-window`, one without a past that starts with its window.
 */
export async function signIn(plan: AppPlan, typeIn = (page: Page) => addAccount(page, owner)) {
  const app = await startApp(plan);
  const page = await app.window();
  await typeIn(page);
  await page.getByRole('heading', { name: garageCharger.name }).waitFor();
  await app.electron.close();
  const [tray, window] = [plan.dataFolder, `${plan.dataFolder}-window`];
  await writeFile(join(tray, 'window.json'), JSON.stringify(windowPlace));
  await cp(tray, window, {
    recursive: true,
    filter: (path) => !/Singleton|history\.db/.test(path),
  });
  const kept = JSON.parse(await readFile(join(tray, 'settings.json'), 'utf8'));
  kept.settings = { ...kept.settings, startHidden: false };
  await writeFile(join(window, 'settings.json'), JSON.stringify(kept));
}
