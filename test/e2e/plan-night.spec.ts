import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import Big from 'big.js';
import { type AppAtHand, addAccount } from '../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { type ManualClock, manualClock } from '../simulators/clock.ts';
import { startWallboxSimulator, type WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import { garage, owner, test, theGarage } from './fixtures.ts';

const minute = 60_000;
const quarter = 15 * minute;
const hour = 4 * quarter;

/** What a kWh costs in each hour of UTC, all included: two valleys in the night. */
const spots = [
  ...[0.21, 0.23, 0.22, 0.071, 0.24, 0.26, 0.31, 0.35, 0.33, 0.3, 0.28, 0.27],
  ...[0.26, 0.27, 0.29, 0.32, 0.36, 0.41, 0.44, 0.4, 0.34, 0.29, 0.083, 0.079],
] as const;
/** What its supplier adds to it. */
const surcharge = '0.0234';

/** Chargers and app by one clock, which stands still until a test moves it. */
interface House {
  readonly app: AppAtHand;
  readonly sim: WallboxSimulator;
  readonly clock: ManualClock;
}

test('a plan lies in the charger, its night passes, and is told once, to the cent', async ({
  computer,
}) => {
  test.setTimeout(120_000);
  const clock = manualClock(new Date().setUTCHours(15, 0, 0, 0));
  const sim = await startCloud(clock);
  const list = join(computer.dataFolder, '..', 'prices.csv');
  await writeFile(list, priceList(clock.now()));
  const env = { CHARGETRAY_WALLBOX_URL: sim.url, CHARGETRAY_POLL_SECONDS: '0.1' };
  const app = await computer.start({ env });
  const house = { app, sim, clock };
  await setClock(house);
  const page = await app.window();
  await addAccount(page, owner);
  await page.getByRole('heading', { name: 'Garage' }).waitFor();
  const tray = await trayItemOf(computer.desktop, app.pid);
  await payByTheHour(page, list);
  await planTheNight(page);

  sim.charger(garage).plugIn({ wantsWh: 60_000, phases: 1 });
  // The charge is seen before its plan stops it: what no reading saw would be an estimate.
  await pass(house, 0);
  await pass(house, 5 * minute);
  await pass(house, minute);
  const row = page.getByRole('region', { name: 'Charge by price' });
  await expect(row).toContainText('stored in the charger');
  const windows = sim.charger(garage).state.schedules;
  expect(windows.map(({ start, stop }) => [start, stop])).toEqual([
    ['2200', '0000'],
    ['0300', '0400'],
  ]);
  await tray.tooltipThat((words) => words.includes('Scheduled'));
  await page.close();

  const { energyWh, cost } = await chargedOvernight(house);
  expect(energyWh).toBeGreaterThan(21_000);
  const notice = await computer.notices.noticeThat(({ summary }) => summary.includes('Garage'));
  // Where they differ, what the app remembers of the charge tells why.
  const remembered = await readFile(join(computer.dataFolder, 'memory.json'), 'utf8');
  expect(notice.body, remembered).toContain(`€${cost}`);
  expect(computer.notices.seen()).toHaveLength(1);

  const menu = await tray.menu();
  const [entry] = menu.flatMap(({ label }) => (label.startsWith('Charge by price') ? label : []));
  await tray.press([entry ?? '', 'Off']);
  await pass(house, minute);
  await expect.poll(() => sim.charger(garage).state.schedules).toEqual([]);
  await sim.close();
});

function startCloud(clock: ManualClock): Promise<WallboxSimulator> {
  return startWallboxSimulator({
    accounts: [{ ...owner, groups: [{ name: 'Home', chargers: [theGarage] }] }],
    clock,
    settings: { getLimit: null, writeLimit: null, maxSignInsPerHour: 100, maxSessions: 100 },
  });
}

/** Three days from the begin of that of `now`. */
function priceList(now: number): string {
  const begin = now - (now % (24 * hour));
  const rows = Array.from({ length: 72 }, (_, at) => {
    return `${new Date(begin + at * hour).toISOString()},${spots[at % 24]}`;
  });
  return ['start,price', ...rows].join('\n');
}

/** The app's clock shows what that of the house does. */
async function setClock({ app, clock }: House): Promise<void> {
  await app.electron.evaluate((_electron, now) => {
    Date.now = () => now;
  }, clock.now());
}

/** Lets time pass; ends once the app has read the charger. */
async function pass(house: House, ms: number): Promise<void> {
  const { sim, clock } = house;
  clock.advance(ms);
  await setClock(house);
  const reads = () => sim.requests.filter(({ path }) => path.includes('/chargers/status')).length;
  const before = reads();
  // The first of them may have been under way.
  await expect.poll(reads, { intervals: [50] }).toBeGreaterThan(before + 1);
}

async function payByTheHour(page: Page, list: string): Promise<void> {
  await page.getByRole('button', { name: 'Prices', exact: true }).click();
  await page.getByLabel('Source').selectOption('My own file or address');
  await page.getByLabel('File or address').fill(list);
  await page.getByRole('button', { name: 'Show prices' }).click();
  await page.getByRole('slider', { name: 'Price by time' }).waitFor();
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await page.getByRole('button', { name: 'Energy price…' }).click();
  await page.getByRole('button', { name: 'New price' }).click();
  await page.getByText('Hourly price', { exact: true }).click();
  await page.getByLabel('Surcharge per kWh').fill(surcharge);
  await page.getByLabel('VAT in percent').fill('0');
  await page.getByRole('button', { name: 'Save price' }).click();
  await page.getByRole('button', { name: 'New price' }).waitFor();
}

async function planTheNight(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chargers', exact: true }).click();
  await page.getByRole('button', { name: 'Charge Garage by price' }).click();
  const form = page.getByRole('form', { name: 'Charge Garage by price' });
  await form.getByText('Energy', { exact: true }).click();
  await form.getByLabel('Energy (kWh)').fill('22');
  await form.getByRole('button', { name: 'Save plan' }).click();
}

/** Until noon, closely in the valleys. Gives what the night brings by the meter, and costs by the list, in euros and cents. */
async function chargedOvernight(house: House) {
  const { sim, clock } = house;
  let cost = new Big(0);
  let energyWh = 0;
  while (clock.now() % (24 * hour) !== 12 * hour) {
    const from = clock.now();
    const spot = spots[new Date(from).getUTCHours()] ?? 0;
    const step = spot < 0.1 ? quarter : hour;
    await pass(house, step - (from % step));
    const perKwh = new Big(spot).plus(surcharge);
    const met = sim.facts(garage).energyWh;
    cost = cost.plus(perKwh.times(met - energyWh).div(1000));
    energyWh = met;
  }
  return { energyWh, cost: cost.round(2, Big.roundHalfUp).toFixed(2) };
}
