import { expect, type Page } from '@playwright/test';
import { languages } from '../../shared/languages/languages.ts';
import { barriersOfWords } from './barriers.ts';
import { garage, test } from './fixtures.ts';
import { tooWide } from './too-wide.ts';

const hour = 3_600_000;

/** The first language of a system, and the amount and energy of a charge there. */
const systems = [
  { code: 'de', locale: { LANG: 'de_DE.UTF-8' }, told: /7,00\skWh.*2,17\s€/ },
  { code: 'fr', locale: { LANG: 'fr_FR.UTF-8' }, told: /7,00\skWh.*2,17\s€/ },
  { code: 'es', locale: { LANG: 'en_US.UTF-8', LANGUAGE: 'es_ES:en' }, told: /7\.00\skWh.*€2\.17/ },
  { code: 'nl', locale: { LANG: 'nl_NL.UTF-8' }, told: /7,00\skWh.*€\s2,17/ },
] as const;

for (const { code, locale, told } of systems) {
  test.describe(`on a system in ${languages.get(code)?.name}`, () => {
    test.use({ desktopOptions: { locale } });

    test(`tray, window and notification speak ${languages.get(code)?.name}`, async ({
      computer,
    }) => {
      const phrases = await languages.get(code)?.load();
      if (!phrases) throw new Error(`No language ${code}`);
      const { page, tray } = await computer.signedIn(phrases);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(code);
      computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
      computer.clock.advance(hour / 2);
      await tray.tooltipThat((words) => words.includes(phrases.states.charging));
      const labels = (await tray.menu()).map(({ label }) => label);
      expect(labels).toEqual(expect.arrayContaining([phrases.tray.open, phrases.tray.quit]));
      // A little less than the smallest window.
      await page.setViewportSize({ width: 320, height: 640 });
      const troubles = await troublesOf(page, 'charging');
      await page.getByRole('button', { name: phrases.window.header.settings }).click();
      await page.getByRole('button', { name: phrases.settings.pages.general }).click();
      const choice = page.getByLabel(phrases.formats.language);
      await expect(choice).toHaveValue('system');
      troubles.push(...(await troublesOf(page, 'settings')));
      await page.getByRole('button', { name: phrases.window.header.history }).click();
      await expect(page.getByRole('heading', { name: phrases.history.list.title })).toBeVisible();
      expect([...troubles, ...(await troublesOf(page, 'history'))]).toEqual([]);
      computer.clock.advance(3 * hour);
      const { titled, chargeEnded } = phrases.notices;
      const title = titled({ title: chargeEnded.title, charger: 'Garage' });
      const notice = await computer.notices.noticeThat(({ summary }) => summary === title);
      expect(notice.body).toMatch(told);
    });
  });
}

/** What keeps somebody from reading the page, and what sticks out of it or is cut off. */
async function troublesOf(page: Page, view: string): Promise<string[]> {
  const outside = (await tooWide(page)).map((one) => `${view}: ${one}`);
  return [...(await barriersOfWords(page, view)), ...outside];
}

test('the language is another at once, wherever it is spoken', async ({ computer }) => {
  const { page, tray } = await computer.signedIn();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: /^General/ }).click();
  const phrases = await languages.get('fr')?.load();
  if (!phrases) throw new Error('No French');
  const choice = page.getByLabel('Language');
  await choice.focus();
  await choice.selectOption('Français');
  await expect(page.getByLabel(phrases.formats.language)).toBeFocused();
  await expect(page.getByRole('heading', { name: phrases.settings.pages.general })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
  await tray.tooltipThat((words) => words.includes(phrases.states.available));
  expect((await tray.menu()).map(({ label }) => label)).toContain(phrases.tray.open);
});
