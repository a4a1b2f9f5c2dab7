import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { realClock } from '../../test/simulators/clock.ts';
import {
  startWallboxSimulator,
  type WallboxSimulator,
} from '../../test/simulators/wallbox/simulator.ts';
import { addAccount, startApp } from '../demo/app-at-hand.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { windowPlace } from './subject.ts';

const owner = { email: 'owner@example.com', password: 'correct horse battery' } as const;

/** A cloud with one charger that charges all the time; unlike the real one it never says "slower". */
export function startCloud(): Promise<WallboxSimulator> {
  const car = { wantsWh: 500_000, phases: 1 } as const;
  const charger = { id: 700_123, name: 'Garage', phases: 1, limitA: 32, car } as const;
  const unlimited = { getLimit: null, writeLimit: null, maxSignInsPerHour: 100, maxSessions: 100 };
  return startWallboxSimulator({
    accounts: [{ ...owner, groups: [{ name: 'Home', chargers: [charger] }] }],
    clock: realClock(),
    settings: unlimited,
  });
}

export interface SignIn {
  readonly desktop: Desktop;
  readonly env: Readonly<Record<string, string>>;
  /** Becomes the folder of an app that starts in the tray. */
  readonly trayFolder: string;
  /** The same for one that starts with its window. */
  readonly windowFolder: string;
}

/** Signs in once by typing, and leaves two folders of a signed-in app behind. */
export async function signIn({ desktop, env, trayFolder, windowFolder }: SignIn): Promise<void> {
  const app = await startApp({ desktopEnv: desktop.env, dataFolder: trayFolder, env });
  const page = await app.window();
  await addAccount(page, owner);
  await page.getByRole('heading', { name: 'Garage' }).waitFor();
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
