import { expect, type Page } from '@playwright/test';
import { addAccount } from '../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { startPriceSimulator } from '../simulators/prices/simulator.ts';
import { barriersOf } from './barriers.ts';
import { garage, owner, test } from './fixtures.ts';
import { tooWide } from './too-wide.ts';

const minute = 60_000;

async function choosePrices(page: Page): Promise<void> {
  await page.getByLabel('Source').selectOption('Energy-Charts');
  await page.getByLabel('Price area').selectOption('Netherlands');
  await page.getByRole('button', { name: 'Show prices' }).click();
  await page.getByRole('slider', { name: 'Price by time' }).waitFor();
}

/** What is wrong with a view at the widths that are narrow, and in the colours of the theme. */
async function problemsIn(page: Page, view: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [200, 320, 400]) {
    await page.setViewportSize({ width, height: 640 });
    for (const one of await tooWide(page)) found.push(`${view} at ${width}: ${one}`);
  }
  return [...found, ...(await barriersOf(page, view))];
}

test('a plan is set in the window, and told on the card, among the prices and in the tray', async ({
  computer,
}) => {
  const prices = await startPriceSimulator(computer.clock);
  const app = await computer.start({ env: { CHARGETRAY_PRICES_URL: prices.url } });
  const page = await app.window();
  await addAccount(page, owner);
  computer.sim.charger(garage).plugIn({ wantsWh: 40_000, phases: 1 });
  computer.clock.advance(5 * minute);
  const tray = await trayItemOf(computer.desktop, app.pid);
  await tray.tooltipThat((words) => words.includes('Charging'));

  // Nothing to plan by yet: the way to the prices, and back.
  await page.getByRole('button', { name: 'Charge Garage by price' }).click();
  await page.getByRole('button', { name: 'Choose prices' }).click();
  await choosePrices(page);
  await page.getByRole('button', { name: 'Chargers' }).click();

  await page.getByRole('button', { name: 'Charge Garage by price' }).click();
  const form = page.getByRole('form', { name: 'Charge Garage by price' });
  await form.getByText('Energy', { exact: true }).click();
  await form.getByLabel('Energy (kWh)').fill('500');
  await expect(form.getByText('at most 300 kWh')).toBeVisible();
  await form.getByLabel('Energy (kWh)').fill('12');
  await form.getByRole('button', { name: 'More options' }).click();
  await expect(form.getByRole('status')).toContainText(/ready by 7:00\sAM/);
  // Without a deadline all of it lies where prices are known, whatever the time is.
  await form.getByRole('switch', { name: 'Ready by a set time' }).click();
  await expect(form.getByRole('status')).not.toContainText(/ready by/);
  const problems = [...(await problemsIn(page, 'the form'))];
  await form.getByRole('button', { name: 'Save plan' }).click();

  const row = page.getByRole('region', { name: 'Charge by price' });
  await expect(row).toContainText(/(Will charge|Charging until) .*\d:\d\d.*about .*€/s);
  problems.push(...(await problemsIn(page, 'the card')));
  await page.getByRole('button', { name: 'Prices' }).click();
  const planned = page.getByRole('region', { name: 'Charge Garage by price' });
  await expect(planned).toContainText(/1[12](\.\d)?\skWh · about/);
  await expect(page.getByText('Charging planned').first()).toBeVisible();
  problems.push(...(await problemsIn(page, 'the prices')));
  expect(problems).toEqual([]);

  const entry = () =>
    tray.menu().then((menu) => menu.find(({ label }) => label.startsWith('Charge by price')));
  const label = (await entry())?.label ?? '';
  expect(label).toMatch(/^Charge by price: \d+:\d\d/);
  await tray.press([label, 'Off']);
  await expect(planned).toContainText('Off');
  await expect.poll(async () => (await entry())?.label).toBe('Charge by price');
  await page.getByRole('button', { name: 'Chargers' }).click();
  await expect(page.getByRole('button', { name: 'Charge Garage by price' })).toBeVisible();
  await prices.close();
});
