import { expect, type Page } from '@playwright/test';
import type { ElectronApplication } from 'playwright-core';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';
import { barriersOf } from './barriers.ts';
import { garage, test, theGarage } from './fixtures.ts';

const minute = 60_000;
const names = [
  'Garage',
  'Driveway',
  `A workshop whose name is longer than any row can be${', on and on'.repeat(14)}`,
  'مرآب السيارات',
  '🚗 Bay',
];
const everything = {
  ecoSmart: { enabled: true, mode: 0, percentage: 100 },
  software: { current: '5.17.67', latest: '6.0.1' },
} as const;

/** So many chargers: the first can do everything, the second is locked, others have other names. */
function chargers(count: number): readonly ChargerSpec[] {
  return Array.from({ length: count }, (_, index) => ({
    ...theGarage,
    id: garage + index,
    name: names[index] ?? `Bay ${index}`,
    ...(index === 0 ? everything : {}),
    ...(index === 1 ? { locked: true } : {}),
  }));
}

const sizes = [
  { width: 340, height: 640 },
  { width: 400, height: 640 },
  { width: 800, height: 640 },
  { width: 1200, height: 760 },
] as const;

async function resized(page: Page, electron: ElectronApplication, size: (typeof sizes)[number]) {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(size.width);
}

const top = (page: Page, name: string) =>
  page
    .getByRole('button', { name, exact: true })
    .first()
    .boundingBox()
    .then((box) => box?.y);
const heights = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((found) => found.map((one) => Math.round(one.getBoundingClientRect().height)));
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const count of [1, 4, 12]) {
  test.describe(`${count} chargers`, () => {
    test.use({ home: { chargers: chargers(count) } });

    test('look right at every size and in all colours', async ({ computer }) => {
      const { app, page, tray } = await computer.signedIn();
      computer.sim.charger(garage).plugIn({ wantsWh: 20_000, phases: 1 });
      if (count > 1) computer.sim.charger(garage + 1).plugIn({ wantsWh: 9_000 });
      computer.clock.advance(20 * minute);
      await tray.tooltipThat((words) => words.includes('harging'));
      await page.getByText('Energy', { exact: true }).first().waitFor();
      await page.getByRole('slider').waitFor();
      const barriers: string[] = [];
      for (const size of sizes) {
        await resized(page, app.electron, size);
        expect(await overflow(page), `${size.width}`).toBe(0);
        const rows = await heights(page, '.row:not(.is-open)');
        expect(rows).toEqual(Array.from({ length: count - 1 }, () => 56));
        if (size.width === 400) {
          const [card = 0] = await heights(page, '.card.charger');
          expect(card).toBeLessThanOrEqual(400);
        }
        if ([400, 1200].includes(size.width)) {
          barriers.push(...(await barriersOf(page, `${count} at ${size.width}`)));
        }
      }
      const list = await page.locator('.row').first().boundingBox();
      const card = await page.locator('.card.charger').boundingBox();
      // A single one needs no list.
      expect(list === null).toBe(count === 1);
      expect(card?.x).toBeGreaterThan(list?.x ?? 0);
      expect(barriers).toEqual([]);
    });
  });
}

test('what is pressed stays where it is until its result is there', async ({ computer }) => {
  const { page, tray } = await computer.signedIn();
  computer.sim.charger(garage).plugIn({ wantsWh: 20_000, phases: 1 });
  computer.clock.advance(20 * minute);
  await tray.tooltipThat((words) => words.includes('Charging'));
  await page.getByRole('slider').waitFor();
  const limit = () => page.getByRole('button', { name: 'Decrease limit' }).boundingBox();
  const before = { pause: await top(page, 'Pause'), limit: (await limit())?.y };
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page
    .getByText(/^Pause: /)
    .first()
    .waitFor();
  expect((await limit())?.y).toBe(before.limit);
  await page.getByRole('button', { name: 'Resume', exact: true }).waitFor();
  expect({ pause: await top(page, 'Resume'), limit: (await limit())?.y }).toEqual(before);
  await page.getByRole('button', { name: 'Decrease limit' }).click();
  await page
    .getByText(/^Current limit 31\sA: /)
    .first()
    .waitFor();
  expect((await limit())?.y).toBe(before.limit);
});
