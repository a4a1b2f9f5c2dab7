import { expect, type Page } from '@playwright/test';
import type { AppAtHand } from '../../build/demo/app-at-hand.ts';
import { barriersOf } from './barriers.ts';
import { test } from './fixtures.ts';
import { openHistory, rows } from './history-hand.ts';
import { keepPast, lastMonth } from './past-charges.ts';

test('no view of the past has a barrier', async ({ computer }) => {
  await keepPast(computer.dataFolder, { charges: lastMonth(12), reads: true });
  const { app, page } = await computer.signedIn();
  const barriers: string[] = [];
  const read = async (view: string) => barriers.push(...(await barriersOf(page, view)));
  await openHistory(page);
  await read('history of an empty month');
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect(rows(page)).toHaveCount(12);
  await rows(page).first().click();
  await page.getByRole('textbox', { name: 'Note' }).fill('To the sea and back. '.repeat(12));
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(rows(page).first()).toContainText('To the sea');
  await read('history');
  expect(await layoutsAt(app, page, [320, 400, 800, 1200])).toEqual([
    { tilesInRow: 2, isBeside: false, isSideways: false, isNoteCut: true },
    { tilesInRow: 2, isBeside: false, isSideways: false, isNoteCut: true },
    { tilesInRow: 4, isBeside: false, isSideways: false, isNoteCut: true },
    { tilesInRow: 4, isBeside: true, isSideways: false, isNoteCut: true },
  ]);
  // The last day with sessions is where the Tab key comes in.
  await page.locator('.bar[tabindex="0"]').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.bar-tip')).toContainText(/17\.50\skWh · 1 session/);
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(/17\.50\skWh/);
  await read('history of a day');
  await page.getByRole('button', { name: /show all days$/ }).press('Enter');
  await expect(rows(page)).toHaveCount(12);
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('button', { name: 'Save as…' }).waitFor();
  await read('export');
  await rows(page).first().click();
  await page.getByRole('slider').waitFor();
  await read('charge');
  const mark = (one: Element) => getComputedStyle(one, '::before').content;
  expect(await page.locator('.field-error').evaluate(mark)).toBe('none');
  await page.getByRole('button', { name: 'Correct…' }).click();
  const energy = page.getByRole('textbox', { name: 'Energy, kWh' });
  await energy.fill('2000');
  await energy.press('Enter');
  await page.getByText('Enter an energy from 0 to 1,000 kWh.').waitFor();
  await read('correction');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await read('deleted charge');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Deleted (1)' }).click();
  await page.getByRole('button', { name: /^Restore / }).waitFor();
  await read('deleted charges');
  await page.getByRole('button', { name: 'Statement…' }).click();
  await page.getByRole('button', { name: 'Save as PDF…' }).waitFor();
  await read('statement');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Energy price…' }).click();
  await page.getByRole('button', { name: 'New price' }).click();
  await page.getByRole('radio', { name: 'Time of use' }).click();
  await read('prices');
  expect(barriers).toEqual([]);
});

/** How the history is laid out in windows so wide, px. */
async function layoutsAt({ electron }: AppAtHand, page: Page, widths: readonly number[]) {
  const layouts: unknown[] = [];
  for (const width of widths) {
    await electron.evaluate(({ BrowserWindow }, wide) => {
      const [window] = BrowserWindow.getAllWindows();
      // Zoomed, it is narrower for the page than a window may be.
      window?.setMinimumSize(1, 1);
      window?.setContentSize(wide, 800);
    }, width);
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    layouts.push(await page.evaluate(layout));
  }
  return layouts;
}

/** Runs in the page. */
function layout() {
  const places = (selector: string) =>
    [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
  const tops = places('.tile').map(({ top }) => Math.round(top));
  const [bars] = places('.bars');
  const [list] = places('.session-list');
  const note = document.querySelector('.session-note');
  const { scrollWidth, clientWidth } = document.documentElement;
  return {
    tilesInRow: tops.filter((top) => top === tops[0]).length,
    isBeside: bars !== undefined && list !== undefined && list.left >= bars.right,
    isSideways: scrollWidth > clientWidth,
    isNoteCut: note && note.scrollWidth > note.clientWidth && note.clientHeight < 24,
  };
}
