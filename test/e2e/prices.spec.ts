import { expect, type Page } from '@playwright/test';
import { addAccount } from '../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { startPriceSimulator } from '../simulators/prices/simulator.ts';
import { garage, owner, test } from './fixtures.ts';
import { tooWide } from './too-wide.ts';

test('prices by the hour are read from the source that was chosen, and from nobody before', async ({
  computer,
}) => {
  const prices = await startPriceSimulator(computer.clock);
  const app = await computer.start({ env: { CHARGETRAY_PRICES_URL: prices.url } });
  const page = await app.window();
  await page.getByRole('button', { name: 'Prices' }).click();
  await page.getByLabel('Source').selectOption('Energy-Charts');
  await page.getByLabel('Price area').selectOption('Netherlands');
  expect(prices.requests).toEqual([]);
  await page.getByRole('button', { name: 'Show prices' }).click();

  const picture = page.getByRole('slider', { name: 'Price by time' });
  await picture.focus();
  await page.keyboard.press('Home');
  await expect(picture).toHaveAttribute('aria-valuetext', /: −?-?\d+(\.\d)?\sct$/);
  expect(prices.requests.map(({ path, query }) => [path, query.includes('bzn=NL')])).toEqual([
    ['/price', true],
  ]);
  await expect(page.getByText('from the made-up exchange')).toBeVisible();
  const cheapest = page.getByRole('region', { name: 'When it’s cheapest' });
  await expect(cheapest.getByRole('status')).toContainText(/\d:\d\d.*kWh for about .*€/s);
  await page.setViewportSize({ width: 320, height: 640 });
  const isTooWide = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
  expect(await isTooWide()).toBe(false);

  await page.getByRole('button', { name: 'Change source' }).click();
  await page.getByRole('button', { name: 'Stop reading prices' }).click();
  await expect(page.getByRole('button', { name: 'Show prices' })).toBeVisible();
  await prices.close();
});

const quarterMs = 900_000;

/** By the form at the narrowest window: the market's price, two cents and a tax of a fifth. */
async function payByTheHour(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Prices' }).click();
  await page.getByLabel('Source').selectOption('Energy-Charts');
  await page.getByLabel('Price area').selectOption('Netherlands');
  await page.getByRole('button', { name: 'Show prices' }).click();
  await page.getByRole('slider', { name: 'Price by time' }).waitFor();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Energy price…' }).click();
  await page.getByRole('button', { name: 'New price' }).click();
  await page.getByText('Hourly price', { exact: true }).click();
  await page.getByLabel('Surcharge per kWh').fill('0.02');
  await page.getByLabel('VAT in percent').fill('20');
}

test('a charge is told at the price of the market, once that is what its owner pays', async ({
  computer,
}) => {
  const prices = await startPriceSimulator(computer.clock);
  const app = await computer.start({ env: { CHARGETRAY_PRICES_URL: prices.url } });
  const page = await app.window();
  await addAccount(page, owner);
  await page.getByRole('heading', { name: 'Garage' }).waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await payByTheHour(page);
  const perKwhAt = (at: number) => {
    const spot = prices.market.priceAt('NL', Math.floor(at / quarterMs) * quarterMs) / 1000;
    return (spot + 0.02) * 1.2;
  };
  const begun = Date.now();
  const now = await page.getByText(/^Now: /).textContent();
  const possible = (digits: number, kwh: number) =>
    [begun, Date.now()].map((at) => (perKwhAt(at) * kwh).toFixed(digits));
  expect(possible(3, 1)).toContain(now?.replaceAll(/[^\d.-]/g, ''));
  await page.getByText('Grid fee by time of day').click();
  expect(await tooWide(page)).toEqual([]);
  await page.getByText('Grid fee by time of day').click();
  await page.getByRole('button', { name: 'Save price' }).click();
  await expect(page.getByText('Netherlands')).toBeVisible();
  expect(await tooWide(page)).toEqual([]);

  computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
  computer.clock.advance(2 * quarterMs);
  const tray = await trayItemOf(computer.desktop, app.pid);
  await tray.tooltipThat((words) => words.includes('Charging'));
  computer.clock.advance(12 * quarterMs);
  const { body } = await computer.notices.noticeThat(({ summary }) => summary.includes('complete'));
  const [, euros] = /about €(-?[\d.]+)/.exec(body) ?? [];
  expect(possible(2, 7)).toContain(euros);
  await prices.close();
});
