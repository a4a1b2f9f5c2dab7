import { expect } from '@playwright/test';
import { barriersOf } from './barriers.ts';
import { test } from './fixtures.ts';
import { openHistory, rows } from './history-hand.ts';
import { keepPast, lastMonth } from './past-charges.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no view of the past has a barrier, ${colorScheme}`, async ({ computer }) => {
    await keepPast(computer.dataFolder, { charges: lastMonth(12), reads: true });
    const { page } = await computer.signedIn();
    await page.emulateMedia({ colorScheme });
    const barriers: string[] = [];
    const read = async (view: string) => barriers.push(...(await barriersOf(page, view)));
    await openHistory(page);
    await read('history of an empty month');
    await page.getByRole('button', { name: 'Month before' }).click();
    await expect(rows(page)).toHaveCount(12);
    await read('history');
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('button', { name: 'Save as…' }).waitFor();
    await read('export');
    await rows(page).first().click();
    await page.getByRole('slider').waitFor();
    await read('charge');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Statement…' }).click();
    await page.getByRole('button', { name: 'Save as PDF…' }).waitFor();
    await read('statement');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Energy price…' }).click();
    await page.getByRole('button', { name: 'New price' }).click();
    await page.getByRole('radio', { name: 'By time of day' }).click();
    await read('prices');
    expect(barriers).toEqual([]);
  });
}
