import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addAccount, startApp } from '../../../build/demo/app-at-hand.ts';
import { realClock } from '../../simulators/clock.ts';
import {
  startWallboxSimulator,
  type WallboxSimulator,
} from '../../simulators/wallbox/simulator.ts';
import type { Place } from '../place.ts';
import { windowPlace } from '../subject.ts';
import { writeYear } from './year-file.ts';

const owner = { email: 'owner@example.com', password: 'correct horse battery' } as const;
const chargerId = 700_123;

/** Folders of the same signed-in app. */
export interface TwoFolders {
  /** Without a past. */
  readonly empty: string;
  /** With a year of it. */
  readonly full: string;
}

/** A cloud with one charger at which no car stands: nothing adds to the past meanwhile. */
export function startQuietCloud(): Promise<WallboxSimulator> {
  const charger = { id: chargerId, name: 'Garage', phases: 1, limitA: 32 } as const;
  return startWallboxSimulator({
    accounts: [{ ...owner, groups: [{ name: 'Home', chargers: [charger] }] }],
    clock: realClock(),
    settings: { getLimit: null, writeLimit: null, maxSignInsPerHour: 100, maxSessions: 100 },
  });
}

/** Signs in once by typing, and leaves two folders behind. */
export async function prepareFolders(
  { desktop, folder }: Place,
  env: Readonly<Record<string, string>>,
): Promise<TwoFolders> {
  const empty = join(folder, 'history-empty');
  const full = join(folder, 'history-full');
  const app = await startApp({ desktopEnv: desktop.env, dataFolder: empty, env });
  const page = await app.window();
  await addAccount(page, owner);
  await page.getByRole('heading', { name: 'Garage' }).waitFor();
  await app.electron.close();
  await startWithWindow(empty);
  await cp(empty, full, { recursive: true, filter: (path) => !/Singleton|history\.db/.test(path) });
  await writeYear(join(full, 'history.db'), `wallbox/${chargerId}`, Date.now());
  return { empty, full };
}

async function startWithWindow(folder: string): Promise<void> {
  await writeFile(join(folder, 'window.json'), JSON.stringify(windowPlace));
  const file = join(folder, 'settings.json');
  const kept = JSON.parse(await readFile(file, 'utf8'));
  kept.settings = { ...kept.settings, startHidden: false };
  await writeFile(file, JSON.stringify(kept));
}
