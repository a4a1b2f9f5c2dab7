import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addAccount, addStation, openAddForm, startApp } from '../../build/demo/app-at-hand.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { realClock } from '../simulators/clock.ts';
import { type FcspSimulator, startFcspSimulator } from '../simulators/fcsp/simulator.ts';
import { startWallboxSimulator, type WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import { windowPlace } from './subject.ts';

const owner = { email: 'owner@example.com', password: 'correct horse battery' } as const;

/** Three chargers of two brands, two of them on one account. */
export interface Garage {
  readonly cloud: WallboxSimulator;
  readonly station: FcspSimulator;
  /** What the app has to be told to find them. */
  readonly env: Readonly<Record<string, string>>;
  /** Questions that all of them were asked so far. */
  asked(): number;
  close(): Promise<void>;
}

/** A car that charges for hours, a socket without one, and a station; none ever says "slower". */
export async function startGarage(): Promise<Garage> {
  const car = { wantsWh: 500_000, phases: 1 } as const;
  const chargers = [
    { id: 700_123, name: 'Garage', phases: 1, limitA: 32, car },
    { id: 700_124, name: 'Drive', phases: 1, limitA: 16 },
  ] as const;
  const unlimited = { getLimit: null, writeLimit: null, maxSignInsPerHour: 100, maxSessions: 100 };
  const cloud = await startWallboxSimulator({
    accounts: [{ ...owner, groups: [{ name: 'Home', chargers }] }],
    clock: realClock(),
    settings: unlimited,
  });
  const station = await startFcspSimulator({
    certificate: { keyBits: 2048 },
    wall: realClock(),
    settings: { floorMs: 0 },
  });
  return {
    cloud,
    station,
    env: { CHARGETRAY_WALLBOX_URL: cloud.url },
    asked: () => cloud.requests.length + station.count('chargerinfo', 200),
    close: async () => void (await Promise.all([cloud.close(), station.close()])),
  };
}

export interface SettlingIn {
  readonly desktop: Desktop;
  readonly garage: Garage;
  /** Becomes the folder of an app that starts in the tray. */
  readonly trayFolder: string;
  /** The same for one that starts with its window. */
  readonly windowFolder: string;
}

/** Types in all chargers once, and leaves two folders of an app that knows them behind. */
export async function settleIn({ desktop, garage, ...folders }: SettlingIn): Promise<void> {
  const { trayFolder, windowFolder } = folders;
  const { env, station } = garage;
  const app = await startApp({ desktopEnv: desktop.env, dataFolder: trayFolder, env });
  const page = await app.window();
  await addAccount(page, owner);
  await page.getByRole('heading', { name: 'Garage' }).waitFor();
  await openAddForm(page);
  await addStation(page, {
    address: `127.0.0.1:${station.port}`,
    name: 'Station',
    fingerprint: station.certificate.fingerprint,
  });
  await page.getByRole('heading', { name: 'Station' }).waitFor();
  await app.electron.close();
  await writeFile(join(trayFolder, 'window.json'), JSON.stringify(windowPlace));
  await cp(trayFolder, windowFolder, {
    recursive: true,
    filter: (path) => !/Singleton/.test(path),
  });
  const file = join(windowFolder, 'settings.json');
  const kept = JSON.parse(await readFile(file, 'utf8'));
  kept.settings = { ...kept.settings, startHidden: false };
  await writeFile(file, JSON.stringify(kept));
}
