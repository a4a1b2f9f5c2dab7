import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { openSettings } from '../../build/demo/app-at-hand.ts';
import type { Bridge } from '../../shared/ipc/contract.ts';
import { chargeFully } from './charging.ts';
import { chooseFile, saveInNewFolder } from './file-dialog.ts';
import { owner, test } from './fixtures.ts';
import { openHistory, rows, saidIn } from './history-hand.ts';
import { keepPast, lastMonth } from './past-charges.ts';

const german = {
  language: 'de',
  formats: { region: 'DE', clock: 'region', weekStart: 'region' },
} as const;

test('a month of a charger becomes a PDF in the language of now, without another window', async ({
  computer,
}) => {
  await keepPast(computer.dataFolder, { charges: lastMonth(12), reads: true });
  const { app, page } = await computer.signedIn();
  await openHistory(page);
  await page.getByRole('button', { name: 'Previous month' }).click();
  await page.getByRole('button', { name: 'Statement…' }).click();
  await page.getByText('Details on the statement').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Jo Example');
  const paper = page.getByRole('main');
  await expect(paper).toContainText('Jo Example');
  await expect(paper.getByRole('row', { name: /^Total/ })).toHaveText(/142\.50?.*€44\.1\d/);
  await page.getByRole('button', { name: 'Save as PDF…' }).click();
  const pdf = await saveInNewFolder(computer.desktop, dirname(computer.dataFolder));
  const bytes = await readFile(pdf, 'latin1');
  expect(bytes).toMatch(/^%PDF-/);
  expect(bytes.trimEnd()).toMatch(/%%EOF$/);
  expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(1);
  // It says its title, language and structure to whoever has it read aloud.
  expect(bytes).toMatch(/\/Title \(Charging statement, /);
  for (const said of ['/Lang (en)', '/MarkInfo', '/StructTreeRoot', '/S /Table', '/S /H2']) {
    expect(bytes).toContain(said);
  }
  await page.evaluate((change) => {
    const { chargetray } = globalThis as unknown as { readonly chargetray: Bridge };
    return chargetray.call('changeSettings', change);
  }, german);
  await page.getByRole('button', { name: 'Als PDF speichern…' }).click();
  const other = await saveInNewFolder(computer.desktop, dirname(computer.dataFolder));
  const inGerman = await readFile(other, 'latin1');
  expect(inGerman).toMatch(/\/Title \(Ladenachweis, /);
  expect(inGerman).toContain('/Lang (de)');
  await expect(paper.getByRole('row', { name: /^Summe/ })).toHaveText(/142,50?.*44,1\d\s€/);
  expect(app.electron.windows()).toHaveLength(1);
});

test('a price of its owner counts for later sessions, and not for earlier ones', async ({
  computer,
}) => {
  const startedAt = new Date().setHours(0, 0, 0, 0) - 12 * 3_600_000;
  await keepPast(computer.dataFolder, { charges: [{ startedAt, energyWh: 6000 }], reads: true });
  const { page, tray } = await computer.signedIn();
  await openHistory(page);
  await page.getByRole('button', { name: 'Energy price…' }).click();
  await expect(page.getByRole('main')).toContainText('€0.31');
  await page.getByRole('button', { name: 'New price' }).click();
  await page.getByLabel('Price per kWh').fill('0,50');
  await page.getByRole('button', { name: 'Save price' }).click();
  await expect(page.getByText('set by you')).toBeVisible();
  const real = await chargeFully(computer, tray, 3000);
  await openHistory(page);
  await page.getByRole('radio', { name: 'Year' }).click();
  const costOf = async (kwh: string) => {
    const row = rows(page).filter({ hasText: `${kwh}\u00a0kWh` });
    return (await saidIn(row)).euros;
  };
  expect(real.energyWh).toBe(3000);
  // What it cost is reckoned when it is over, which is a moment after the tray says so.
  await expect.poll(() => costOf('3.00')).toBe('1.50');
  expect(await costOf('6.00')).toBe('1.86');
});

test('a backup holds no secret and brings sessions, edited and deleted, to another place', async ({
  computer,
}) => {
  await keepPast(computer.dataFolder, { charges: lastMonth(12), reads: true });
  const { app, page } = await computer.signedIn();
  const parent = dirname(computer.dataFolder);
  await openHistory(page);
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect(rows(page)).toHaveCount(12);
  await rows(page).first().click();
  await page.getByRole('radio', { name: 'Business' }).click();
  await page.getByRole('button', { name: 'Correct…' }).click();
  await page.getByRole('textbox', { name: 'Energy, kWh' }).fill('9.5');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/^Corrected\. Recorded: 18\.75/).waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await rows(page).last().click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(rows(page)).toHaveCount(11);
  await expect(rows(page).first()).toContainText(/Business.*9\.50\skWh/);
  const before = await rows(page).allInnerTexts();
  await openSettings(page, 'Data');
  await page.getByRole('button', { name: 'Back up…' }).click();
  const backup = await saveInNewFolder(computer.desktop, parent);
  const [secret] = await computer.keyring.items('ChargeTray');
  const tokens = secret?.secret?.match(/[\w-]{16,}\.[\w-]+\.[\w-]+/g) ?? [];
  expect(tokens.length).toBeGreaterThan(0);
  const text = await readFile(backup, 'utf8');
  for (const one of [owner.password, ...tokens]) expect(text).not.toContain(one);
  await app.electron.close();

  const other = await computer.start({ dataFolder: join(parent, 'other') });
  const there = await other.window();
  await openSettings(there, 'Data');
  await there.getByRole('button', { name: 'Restore backup…' }).click();
  await there.getByRole('button', { name: 'Choose a file…' }).click();
  await chooseFile(computer.desktop, backup);
  await expect(there.getByText(/^Restored 11 sessions/)).toBeVisible();
  await openHistory(there);
  await there.getByRole('button', { name: 'Previous month' }).click();
  await expect(rows(there)).toHaveCount(11);
  expect(await rows(there).allInnerTexts()).toEqual(before);
  await expect(there.getByRole('button', { name: 'Deleted (1)' })).toBeVisible();
});

test('five thousand sessions scroll to the very first one', async ({ computer }) => {
  const year = new Date().getFullYear() - 1;
  const first = new Date(year, 0, 1, 1).getTime();
  const charges = Array.from({ length: 5000 }, (_, index) => ({
    startedAt: first + index * 6_000_000,
    energyWh: 1000 + index * 10,
  }));
  await keepPast(computer.dataFolder, { charges, reads: false });
  const { page } = await computer.signedIn();
  await openHistory(page);
  await page.getByRole('radio', { name: 'Year' }).click();
  await page.getByRole('button', { name: 'Previous year' }).click();
  await expect(page.getByText('5000 sessions')).toBeVisible();
  await expect(rows(page).first()).toContainText(/50\.99\skWh/);
  const toTheEnd = async () => {
    await page.keyboard.press('End');
    return page.locator('[data-session]').count();
  };
  await expect.poll(toTheEnd, { intervals: [50], timeout: 40_000 }).toBe(5000);
  await expect(rows(page).last()).toContainText(/1\.00\skWh/);
  const days = page.getByRole('region', { name: 'Sessions' }).getByRole('heading', { level: 3 });
  await expect(days.last()).toContainText('January 1');
  await expect(async () => {
    await toTheEnd();
    await expect(rows(page).last()).toBeInViewport({ timeout: 500 });
  }).toPass();
});
