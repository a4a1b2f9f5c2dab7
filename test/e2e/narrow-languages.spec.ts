import { expect, type Page } from '@playwright/test';
import { phrases as german } from '../../shared/languages/de.ts';
import { phrases as english } from '../../shared/languages/en.ts';
import type { Messages } from '../../shared/text/messages.ts';
import { pseudoOf } from '../fixtures/pseudo-language.ts';
import { type Computer, garage, test, theGarage } from './fixtures.ts';
import { byPrice, keepPast, lastMonth } from './past-charges.ts';
import { servePseudoAs, speakIn } from './spoken.ts';
import { brokenWords, tooWide } from './too-wide.ts';

const minute = 60_000;
const everything = {
  ecoSmart: { enabled: true, mode: 0, percentage: 100 },
  software: { current: '5.17.67', latest: '6.0.1' },
} as const;
test.use({
  home: {
    chargers: [
      { ...theGarage, ...everything },
      { ...theGarage, id: garage + 1, name: 'Driveway', locked: true },
    ],
  },
});

type Look = (view: string) => Promise<void>;

/** Presses a button by what stands on it, or by how that begins. */
async function press(page: Page, name: string, isWhole = true): Promise<void> {
  const start = new RegExp(`^${name.replaceAll(/[[\]().?*+]/g, '\\$&')} `);
  const how = isWhole ? { name, exact: true } : { name: start };
  await page.getByRole('button', how).first().click();
}

async function walkChargers(page: Page, words: Messages, look: Look): Promise<void> {
  await press(page, words.window.header.chargers);
  await page.getByRole('slider').waitFor();
  await press(page, words.window.charger.more);
  await press(page, words.window.charger.details);
  await page.getByText(words.detailLabels.serialNumber).waitFor();
  await press(page, words.window.price.change);
  await look('chargers');
  await page.keyboard.press('Escape');
  await press(page, 'Driveway');
  await look('a locked charger');
  await press(page, 'Garage');
}

async function walkLinks(computer: Computer, page: Page, look: Look): Promise<void> {
  for (const link of ['Driveway/pause', 'Garage/limit/16', 'Attic/pause']) {
    await computer.launchAgain(`chargetray://charger/${link}`);
    const asked = page.locator('.question, [role="alert"] h2').first();
    await asked.waitFor();
    await look(`a link, ${link}`);
    await page.locator('.question .button, [role="alert"] .button').first().click();
    await asked.waitFor({ state: 'hidden' });
  }
}

async function walkPast(page: Page, words: Messages, look: Look): Promise<void> {
  const { tools, span } = words.history;
  const open = async () => {
    await press(page, words.window.header.history);
    await press(page, span.before.month);
    await page.locator('.session-row').first().waitFor();
  };
  await open();
  await press(page, tools.export);
  await look('history');
  await page.locator('.session-row').first().click();
  await page.getByRole('slider').waitFor();
  await press(page, words.sessionEdit.correct);
  await look('session');
  await open();
  await press(page, tools.statement);
  await page.getByRole('article').waitFor();
  await look('statement');
  await open();
  await press(page, tools.prices);
  await press(page, words.prices.add);
  await page.getByText(words.prices.kinds.bands, { exact: true }).click();
  await look('prices');
  await page.getByText(words.prices.kinds.hourly, { exact: true }).click();
  await page.getByText(words.prices.hourly.noMarket).waitFor();
  await look('an hourly price without a market');
}

async function walkSettings(page: Page, words: Messages, look: Look): Promise<void> {
  const { pages } = words.settings;
  const open = async (name: string) => {
    await press(page, words.window.header.settings);
    await press(page, name, false);
  };
  for (const [key, name] of Object.entries(pages)) {
    await open(name);
    await look(`settings, ${key}`);
  }
  await open(pages.homeAutomation);
  await press(page, words.broker.more);
  await press(page, words.broker.save);
  await look('a broker');
  await open(pages.about);
  await press(page, words.licences.open);
  await look('licences');
  await open(pages.chargers);
  await press(page, words.window.add.open);
  for (const brand of ['wallbox', 'fcsp'] as const) {
    await page.getByRole('radio', { name: words.brands[brand].name }).click();
    await press(page, words.brandForms[brand].submit);
    await look(`add, ${brand}`);
  }
}

test('no view sticks out or is cut off in longer languages', async ({ computer }) => {
  test.slow();
  await keepPast(computer.dataFolder, { charges: lastMonth(12).map(byPrice), reads: true });
  const { app, page, tray } = await computer.signedIn();
  computer.sim.charger(garage).plugIn({ wantsWh: 20_000, phases: 1 });
  computer.clock.advance(20 * minute);
  await tray.tooltipThat((said) => said.includes('harging'));
  await page.getByRole('slider').waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await servePseudoAs('nl', { app, page });
  const problems: string[] = [];
  for (const [language, words] of [
    ['de', german],
    ['nl', pseudoOf(english)],
  ] as const) {
    await speakIn(page, language);
    const look: Look = async (view) => {
      await page.mouse.move(0, 0);
      for (const one of [...(await tooWide(page)), ...(await brokenWords(page))]) {
        problems.push(`${language}, ${view}: ${one}`);
      }
    };
    await walkLinks(computer, page, look);
    await walkChargers(page, words, look);
    await walkPast(page, words, look);
    await walkSettings(page, words, look);
  }
  expect(problems).toEqual([]);
});
