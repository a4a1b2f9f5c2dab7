import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  type AppAtHand,
  addAccount,
  addStation,
  openAddForm,
  startApp,
} from '../../build/demo/app-at-hand.ts';
import { tellBroker } from '../../build/demo/demo-broker.ts';
import { playTime } from '../../build/demo/played-time.ts';
import { chargeByPrice, choosePrices } from '../../build/demo/settle-in.ts';
import { type Desktop, startDesktop } from '../desktop/desktop.ts';
import { type TrayItem, trayItemOf } from '../desktop/tray-item.ts';
import { Mosquitto } from '../simulators/broker/mosquitto.ts';
import { playedClock } from '../simulators/clock.ts';
import { type FcspSimulator, startFcspSimulator } from '../simulators/fcsp/simulator.ts';
import { startPriceSimulator } from '../simulators/prices/simulator.ts';
import { DEMO_SPEED } from '../simulators/shared/rounds.ts';
import { startWallboxSimulator, type WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';

/** The app on a desktop, signed in to three accounts with twenty chargers, and all that is around it. */
export interface House {
  readonly app: AppAtHand;
  readonly tray: TrayItem;
  readonly desktop: Desktop;
  readonly dataFolder: string;
  readonly cloud: WallboxSimulator;
  /** Ids of those in the cloud. */
  readonly chargers: readonly number[];
  readonly station: FcspSimulator;
  readonly broker: Mosquitto;
  close(): Promise<void>;
}

const minute = 60_000;
const owners = [
  { email: 'owner@example.com', password: 'correct horse battery', chargers: 10 },
  { email: 'neighbour@example.com', password: 'staple of an owner', chargers: 9 },
] as const;
const firstId = 700_100;
const names = ['Garage', 'Driveway'];
/** A turn takes a minute of the app's time, which is the least that the real clouds bear. */
const usualPace = 60 / DEMO_SPEED;

/** Starts everything and types the accounts in; time goes 60 times as fast from then on. */
export async function openHouse(paceSeconds = usualPace): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'chargetray-soak-'));
  const forget = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', forget);
  const clock = playedClock(Date.now(), DEMO_SPEED);
  const homes = homesOf(owners.map(({ chargers }) => chargers));
  const [cloud, station, prices, broker] = await Promise.all([
    startWallboxSimulator({
      accounts: owners.map((owner, at) => ({
        ...owner,
        groups: [{ name: 'Home', chargers: homes[at] ?? [] }],
      })),
      clock,
      settings: { getLimit: null, writeLimit: null, maxSignInsPerHour: 1000, maxSessions: 100 },
    }),
    startFcspSimulator({ clock, settings: { floorMs: 0, accessLifeMs: 30 * minute } }),
    startPriceSimulator(clock),
    Mosquitto.start(),
  ]);
  const desktop = await startDesktop({ folder: join(folder, 'desktop') });
  const dataFolder = join(folder, 'data');
  const app = await startApp({
    desktopEnv: desktop.env,
    dataFolder,
    env: {
      CHARGETRAY_WALLBOX_URL: cloud.url,
      CHARGETRAY_PRICES_URL: prices.url,
      CHARGETRAY_POLL_SECONDS: String(paceSeconds),
    },
  });
  await playTime(app, clock);
  const page = await app.window();
  await typeIn(page, station, broker);
  await closeWindow(app, page);
  return {
    ...{ app, desktop, dataFolder, cloud, station, broker },
    chargers: homes.flat().map(({ id }) => id),
    tray: await trayItemOf(desktop, app.pid),
    async close() {
      await app.electron.close().catch(() => undefined);
      await desktop.stop();
      await Promise.all([cloud.close(), station.close(), prices.close(), broker.close()]);
      process.off('exit', forget);
      forget();
    },
  };
}

function homesOf(counts: readonly number[]): readonly (readonly ChargerSpec[])[] {
  const nameOf = (index: number) => names[index] ?? `Bay ${index + 1}`;
  let next = 0;
  return counts.map((count) =>
    Array.from({ length: count }, () => {
      const index = next++;
      const phases = index % 3 === 0 ? 1 : 3;
      return { id: firstId + index, name: nameOf(index), phases, energyPrice: 0.31 } as const;
    }),
  );
}

async function typeIn(page: Page, station: FcspSimulator, broker: Mosquitto): Promise<void> {
  for (const [at, owner] of owners.entries()) {
    if (at > 0) await openAddForm(page);
    await addAccount(page, owner);
    const last = owners.slice(0, at + 1).reduce((sum, { chargers }) => sum + chargers, 0);
    await page.getByRole('button', { name: `Bay ${last}`, exact: true }).waitFor();
  }
  await openAddForm(page);
  const address = `127.0.0.1:${station.port}`;
  const { fingerprint } = station.certificate;
  await addStation(page, { address, name: 'Carport', fingerprint });
  await page.getByRole('button', { name: 'Carport', exact: true }).waitFor();
  await choosePrices(page);
  await chargeByPrice(page);
  await tellBroker(page, `mqtt://127.0.0.1:${broker.port}`);
}

/** Closes it as its owner does; a page that was torn away would be another story. */
export async function closeWindow({ electron }: AppAtHand, page: Page): Promise<void> {
  const closed = page.waitForEvent('close');
  const asked = electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  // The driver may lose an answer to V8, which tidies up; whether it closes is seen.
  asked.catch(() => undefined);
  await closed;
}
