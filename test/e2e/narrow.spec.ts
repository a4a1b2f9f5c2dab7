import { expect, type Page } from '@playwright/test';
import { openSettings } from '../../build/demo/app-at-hand.ts';
import { garage, test, theGarage } from './fixtures.ts';
import { openHistory, rows } from './history-hand.ts';
import { byPrice, keepPast, lastMonth } from './past-charges.ts';
import { tooWide } from './too-wide.ts';

const minute = 60_000;

/** Has every text two fifths longer, as it may be in another language, or as it was again. */
function lengthen(page: Page, isLong: boolean): Promise<void> {
  return page.evaluate((long) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (texts.nextNode()) nodes.push(texts.currentNode as Text);
    const mark = '\u200b';
    for (const node of nodes) {
      const [words = ''] = node.data.split(mark);
      const more = 'e'.repeat(Math.min(12, Math.ceil(words.trim().length * 0.4)));
      if (/\p{L}{3}/u.test(words)) node.data = long ? `${words}${mark}${more}` : words;
    }
  }, isLong);
}

async function problemsIn(page: Page, view: string): Promise<string[]> {
  const found: string[] = [];
  // A window of 400 px at twice the size is 200 px to the page; with long words the narrowest is 320.
  for (const width of [200, 320]) {
    await page.setViewportSize({ width, height: 640 });
    for (const one of await tooWide(page)) found.push(`${view} at ${width}: ${one}`);
  }
  await lengthen(page, true);
  for (const one of await tooWide(page)) found.push(`${view} with long words: ${one}`);
  await lengthen(page, false);
  await page.setViewportSize({ width: 400, height: 640 });
  return found;
}

const everything = {
  ecoSmart: { enabled: true, mode: 0, percentage: 100 },
  software: { current: '5.17.67', latest: '6.0.1' },
  locked: false,
} as const;
test.use({
  home: {
    chargers: [
      { ...theGarage, ...everything },
      { ...theGarage, id: garage + 1, name: 'Driveway', locked: true },
    ],
  },
});

test('no view sticks out or is cut off, at twice the size and with long words', async ({
  computer,
}) => {
  await keepPast(computer.dataFolder, { charges: lastMonth(12).map(byPrice), reads: true });
  const { page, tray } = await computer.signedIn();
  computer.sim.charger(garage).plugIn({ wantsWh: 20_000, phases: 1 });
  computer.sim.charger(garage + 1).plugIn({ wantsWh: 20_000 });
  computer.clock.advance(20 * minute);
  await tray.tooltipThat((words) => words.includes('harging'));
  await page.getByRole('slider').waitFor();
  const problems = await problemsIn(page, 'chargers');
  const look = async (view: string) => problems.push(...(await problemsIn(page, view)));
  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByText('Serial number').waitFor();
  await look('more');
  await openHistory(page);
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect(rows(page)).toHaveCount(12);
  await look('history');
  await openHistory(page);
  await page.getByRole('button', { name: 'Previous month' }).click();
  await rows(page).first().click();
  await page.getByRole('slider').waitFor();
  await look('session');
  await page.keyboard.press('Control+2');
  await page.getByLabel('Price area').waitFor();
  await look('prices');
  for (const name of ['Chargers', 'Notifications', 'General', 'Data', 'About']) {
    await page.keyboard.press('Control+1');
    await openSettings(page, name);
    await look(`settings, ${name}`);
  }
  await page.keyboard.press('Control+1');
  await openSettings(page, 'Chargers');
  await page.getByRole('button', { name: 'Add a charger' }).click();
  await page.getByLabel('Email').waitFor();
  await look('add');
  expect(problems).toEqual([]);
});
