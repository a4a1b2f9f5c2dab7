import { expect } from '@playwright/test';
import { startPriceSimulator } from '../simulators/prices/simulator.ts';
import { test } from './fixtures.ts';

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
