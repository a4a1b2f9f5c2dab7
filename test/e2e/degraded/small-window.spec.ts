import { expect } from '@playwright/test';
import { addAccount } from '../../../build/demo/app-at-hand.ts';
import { zoomFactors } from '../../../shared/domain/app/settings.ts';
import { phrases as german } from '../../../shared/languages/de.ts';
import { owner, test } from '../fixtures.ts';
import { tooWide } from '../too-wide.ts';

test.describe('a small window and a large page', () => {
  // With all that can stand above the cards, in a language of long words.
  const locale = { LANG: 'de_DE.UTF-8', LANGUAGE: 'de' };
  test.use({ desktopOptions: { without: ['tray', 'keyring', 'notifications'], locale } });

  test('at 300 % the window makes itself the room, and 320 pixels are enough', async ({
    computer,
  }) => {
    const app = await computer.start();
    const page = await app.window();
    const troubles = page.getByRole('region', { name: german.troubles.title }).getByRole('heading');
    const size = () => page.evaluate(() => [devicePixelRatio, innerWidth] as const);
    await addAccount(page, owner, german);
    await page.getByRole('button', { name: german.brandForms.wallbox.untilQuit }).click();
    await page.getByRole('heading', { name: 'Garage' }).waitFor();
    await expect(troubles).toHaveCount(2, { timeout: 15_000 });
    // Once more than there are steps.
    for (const _ of zoomFactors) await page.keyboard.press('Control++');
    await expect.poll(size).toEqual([3, 200]);
    expect(await tooWide(page)).toEqual([]);
    await page.keyboard.press('Control+0');
    await expect.poll(size).toEqual([1, 600]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await tooWide(page)).toEqual([]);
  });
});
