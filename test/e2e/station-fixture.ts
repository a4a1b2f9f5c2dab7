import { expect, type Page } from '@playwright/test';
import { type AppAtHand, addStation, type StationWords } from '../../build/demo/app-at-hand.ts';
import { type TrayItem, trayItemOf } from '../desktop/tray-item.ts';
import { realClock } from '../simulators/clock.ts';
import { type FcspSimulator, startFcspSimulator } from '../simulators/fcsp/simulator.ts';
import { test as base, paceSeconds } from './fixtures.ts';

/** A charge station in the network of the computer, and its owner. */
export interface Station {
  readonly sim: FcspSimulator;
  /** What its owner types. */
  readonly address: string;
  /** Starts the app and adds the station, called Garage. */
  watched(words?: Partial<StationWords>): Promise<Watched>;
  /** Adds it in a window in which the form for a new charger is open. */
  add(page: Page, words?: Partial<StationWords>): Promise<void>;
  /** Settles once it has answered so many more readings. */
  reads(times: number): Promise<void>;
}

export interface Watched {
  readonly app: AppAtHand;
  readonly page: Page;
  readonly tray: TrayItem;
}

/** A computer as in the other tests, with a station beside it that must be treated well. */
export const test = base.extend<{ readonly station: Station }>({
  station: async ({ computer }, use) => {
    const sim = await startFcspSimulator({
      certificate: { keyBits: 1024 },
      wall: realClock(),
      settings: { floorMs: Number(paceSeconds) * 1000 },
    });
    const address = `127.0.0.1:${sim.port}`;
    const add: Station['add'] = (page, words) => {
      const { fingerprint } = sim.certificate;
      return addStation(page, { address, name: 'Garage', ...words, fingerprint });
    };
    await use({
      sim,
      address,
      add,
      watched: async (words) => {
        const app = await computer.start();
        const page = await app.window();
        await add(page, words);
        await page.getByRole('heading', { name: words?.name ?? 'Garage' }).waitFor();
        return { app, page, tray: await trayItemOf(computer.desktop, app.pid) };
      },
      reads: async (times) => {
        const answered = () => sim.count('chargerinfo', 200);
        const before = answered();
        await expect.poll(answered).toBeGreaterThanOrEqual(before + times);
      },
    });
    expect(sim.violations()).toEqual([]);
    await sim.close();
  },
});

/** Unfolds a card at rest down to what rarely changes, and waits for that. */
export async function openDetails(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByText('Station ID', { exact: true }).waitFor();
}
