import { expect } from '@playwright/test';
import { TIBBER_TOKEN } from '../simulators/prices/routes/tibber.ts';
import { startPriceSimulator } from '../simulators/prices/simulator.ts';
import { filesHolding } from './files-holding.ts';
import { test } from './fixtures.ts';
import { tooWide } from './too-wide.ts';

test('the token of a source is in the keychain, in no file, and goes with its source', async ({
  computer,
}) => {
  const prices = await startPriceSimulator(computer.clock);
  const app = await computer.start({ env: { CHARGETRAY_PRICES_URL: prices.url } });
  const page = await app.window();
  await page.getByRole('button', { name: 'Prices' }).click();
  await page.getByLabel('Source').selectOption('Tibber');
  await page.getByLabel('Price area').selectOption('Sweden (SE3)');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByLabel('Access token').fill('mistyped');
  expect(await tooWide(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show prices' }).click();
  await expect(page.getByText(/doesn’t accept the token/)).toBeVisible();
  expect(await tooWide(page)).toEqual([]);
  await page.getByLabel('Access token').fill(TIBBER_TOKEN);
  await page.getByRole('button', { name: 'Use this token' }).click();
  await expect(page.getByRole('slider', { name: 'Price by time' })).toBeVisible();
  const items = await computer.keyring.items('ChargeTray');
  expect(items.map(({ secret }) => secret)).toEqual([TIBBER_TOKEN]);
  await page.getByRole('button', { name: 'Change source' }).click();
  await page.getByRole('button', { name: 'Stop reading prices' }).click();
  // What is deleted while it is looked at is no answer.
  const left = () => computer.keyring.items('ChargeTray').catch(() => undefined);
  await expect.poll(left).toEqual([]);
  await app.electron.close();
  expect((await filesHolding(computer.dataFolder, [TIBBER_TOKEN, 'mistyped'])).found).toEqual([]);
  await prices.close();
});
