import { expect } from '@playwright/test';
import { dailyWindow } from '../simulators/wallbox/schedule.ts';
import { garage, test, theGarage } from './fixtures.ts';
import { tooWide } from './too-wide.ts';

const night = { ...dailyWindow('2200', '0500'), target: { type: 1, value: 12_000 } };
test.use({ home: { chargers: [{ ...theGarage, schedules: [night] }] } });

test('the charger’s own schedules are switched and added to from the window', async ({
  computer,
}) => {
  const { page } = await computer.signedIn();
  const stored = () => computer.sim.facts(garage).state.schedules;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const isAsked = () => computer.sim.requests.some(({ path }) => path.endsWith('/schedules'));
  expect(isAsked()).toBe(false);
  await page.getByRole('button', { name: 'Schedules' }).click();
  const first = page.getByRole('switch', { name: /^Every day/ });
  await expect(first).toBeChecked();
  await first.press('Space');
  await expect(page.getByText('Stored in the charger.')).toBeVisible();
  await expect(first).not.toBeChecked();
  expect(stored()).toMatchObject([{ enable: false, start: '2200', target: { value: 12_000 } }]);

  await page.getByRole('button', { name: 'Add schedule' }).press('Enter');
  await page.getByRole('form', { name: 'Add schedule' }).waitFor();
  for (const width of [200, 320]) {
    await page.setViewportSize({ width, height: 640 });
    expect(await tooWide(page)).toEqual([]);
  }
  await page.getByLabel('Until').fill('05:45');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('form')).toHaveCount(0);
  expect(stored()).toHaveLength(2);
  expect(stored()[1]).toMatchObject({ id: 1, enable: true, days: night.days });

  await page
    .getByRole('button', { name: /^Remove Every day/ })
    .first()
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('switch')).toHaveCount(1);
  expect(stored()).toMatchObject([{ id: 1 }]);
});
