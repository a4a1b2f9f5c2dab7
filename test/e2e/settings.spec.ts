import { expect, type Page } from '@playwright/test';
import { openSettings } from '../../build/demo/app-at-hand.ts';
import { barriersOf } from './barriers.ts';
import { test, theGarage } from './fixtures.ts';

const pages = ['Chargers', 'Notifications', 'General', 'Home automation', 'Data', 'About'] as const;
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('two chargers', () => {
  const carport = { ...theGarage, id: theGarage.id + 1, name: 'Carport' };
  test.use({ home: { chargers: [theGarage, carport] } });

  test('every page of the settings fits at every width and has no barrier', async ({
    computer,
  }) => {
    const { page, tray } = await computer.signedIn();
    await page.setViewportSize({ width: 400, height: 700 });
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
    const rows = page.locator('.settings-row');
    await expect(rows).toHaveCount(7);
    const last = await rows.last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(700);
    const barriers: string[] = [];
    for (const name of pages) {
      await openSettings(page, name);
      if (name === 'Notifications') await page.getByRole('switch', { name: 'Quiet hours' }).click();
      for (const width of [320, 400, 800, 1200]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await overflow(page), `${name} at ${width}`).toBe(0);
        // The list stands beside the page where there is room for both.
        await expect(rows.first()).toBeVisible({ visible: width >= 760 });
      }
      await page.setViewportSize({ width: 400, height: 700 });
      barriers.push(...(await barriersOf(page, name)));
    }
    expect(barriers).toEqual([]);
    await openSettings(page, 'Chargers');
    await page.getByRole('button', { name: 'Rename Garage' }).click();
    await page.getByRole('textbox', { name: 'Name for Garage' }).fill('Left bay');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Show Carport' }).click();
    await tray.tooltipThat((words) => words === 'Left bay: Ready');
  });
});

test('a size that was chosen by keyboard holds in the next window', async ({ computer }) => {
  const { app, page, tray } = await computer.signedIn();
  const widthOf = (window: Page) => window.evaluate(() => innerWidth);
  const before = await widthOf(page);
  await page.keyboard.press('Control+Equal');
  await page.keyboard.press('Control+Equal');
  await expect.poll(() => widthOf(page)).toBe(Math.round(before / 1.25));
  const opened = app.electron.waitForEvent('window');
  await page.close();
  await tray.press(['Open ChargeTray']);
  const again = await opened;
  await again.getByRole('heading', { name: 'Garage' }).waitFor();
  await expect.poll(() => widthOf(again)).toBe(Math.round(before / 1.25));
  await again.keyboard.press('Control+0');
  await expect.poll(() => widthOf(again)).toBe(before);
});
