import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { saveInNewFolder } from './file-dialog.ts';
import { type Computer, owner, test, theGarage } from './fixtures.ts';
import { rows } from './history-hand.ts';
import { chooseByKey, focusIsKept, pressByKey, tabTo, typeByKey } from './keyboard.ts';
import { keepPast, lastMonth } from './past-charges.ts';

const carport = { ...theGarage, id: theGarage.id + 1, name: 'Carport' };
test.use({ home: { chargers: [theGarage, carport] } });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const past = lastMonth(12);

test('everything about the past is done with keys alone, and no key throws typing away', async ({
  computer,
}) => {
  await keepPast(computer.dataFolder, { charges: past, reads: true });
  const app = await computer.start();
  const page = await app.window();
  await signIn(page);
  await page.keyboard.press('Control+3');
  await expect(heading(page, 'History')).toBeFocused();
  await pressByKey(page, 'Previous month');
  await expect(rows(page)).toHaveCount(12);
  await correct(page);
  await deleteAndUndo(page);
  await deleteAnother(page);
  await exportAsCsv(computer, page);
  await restore(page);
  await makeStatement(computer, page);
  await removeAccount(page);
});

async function signIn(page: Page): Promise<void> {
  await typeByKey(page.getByLabel('Email'), owner.email);
  await page.keyboard.press('Escape');
  await typeByKey(page.getByLabel('Password', { exact: true }), owner.password);
  await expect(page.getByLabel('Email')).toHaveValue(owner.email);
  await page.keyboard.press('Enter');
  await heading(page, 'Garage').waitFor();
}

async function exportAsCsv(computer: Computer, page: Page): Promise<void> {
  await pressByKey(page, 'Export…');
  await pressByKey(page, 'Save as…');
  const path = await saveInNewFolder(computer.desktop, dirname(computer.dataFolder));
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(button(page, 'Save as…')).toBeFocused();
  const records: readonly unknown[] = parse(await readFile(path), { columns: true });
  expect(records).toHaveLength(11);
  const edited = { tag: 'business', note: 'To the airport', energy_kwh: '9.5' };
  expect(records).toContainEqual(expect.objectContaining(edited));
}

async function correct(page: Page): Promise<void> {
  await tabTo(rows(page).first());
  await page.keyboard.press('Enter');
  await chooseByKey(page, 'Purpose', 'Business');
  const note = page.getByRole('textbox', { name: 'Note' });
  await typeByKey(note, 'To the airport');
  await page.keyboard.press('Escape');
  await expect(note).toHaveValue('To the airport');
  await pressByKey(page, 'Save note');
  await expect(page.getByText('Note saved.')).toBeVisible();
  await expect(note).toBeFocused();
  await pressByKey(page, 'Correct…');
  await expect(page.getByLabel('Start')).toBeFocused();
  const energy = page.getByRole('textbox', { name: 'Energy, kWh' });
  await typeByKey(energy, '2000');
  await page.keyboard.press('Escape');
  await expect(energy).toHaveValue('2000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter an energy from 0 to 1,000 kWh.')).toBeVisible();
  await expect(energy).toBeFocused();
  await typeByKey(energy, '9,5');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Correct…')).toBeFocused();
  await expect(page.getByText(/^Corrected\. Recorded: 18\.75/)).toBeVisible();
}

async function deleteAndUndo(page: Page): Promise<void> {
  await pressByKey(page, 'Delete');
  await expect(button(page, 'Undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('To the airport');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rows(page).first()).toBeFocused();
  await expect(rows(page).first()).toContainText(/Business.*9\.50\skWh/);
}

/** The one before it; leaves its row for the list. */
async function deleteAnother(page: Page): Promise<void> {
  await tabTo(rows(page).nth(1));
  await page.keyboard.press('Enter');
  await pressByKey(page, 'Delete');
  await expect(button(page, 'Undo')).toBeFocused();
  // The session is gone to whose row the way back would lead.
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(11);
  await focusIsKept(page);
}

async function restore(page: Page): Promise<void> {
  await pressByKey(page, 'Deleted (1)');
  await pressByKey(page, /^Restore /);
  await expect(rows(page)).toHaveCount(12);
  await focusIsKept(page);
}

async function makeStatement(computer: Computer, page: Page): Promise<void> {
  await pressByKey(page, 'Statement…');
  await expect(heading(page, 'Statement')).toBeFocused();
  await chooseByKey(page, 'Period', 'Dates');
  const last = new Date(past[9]?.startedAt ?? 0);
  const two = (number: number) => String(number).padStart(2, '0');
  const [day, month, year] = [two(last.getDate()), two(last.getMonth() + 1), last.getFullYear()];
  await tabTo(page.getByLabel('Last day'));
  await page.keyboard.type(`${month}${day}${year}`);
  await expect(page.getByLabel('Last day')).toHaveValue(`${year}-${month}-${day}`);
  const paper = page.getByRole('article', { name: 'Charging statement' });
  await expect(paper.getByRole('row', { name: /^Total/ }).first()).toContainText('10 sessions');
  await tabTo(page.getByRole('checkbox', { name: 'Carport' }));
  await page.keyboard.press('Space');
  await expect(heading(page, 'Carport')).toBeHidden();
  await tabTo(page.getByText('Details on the statement'));
  await page.keyboard.press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await typeByKey(name, 'Jo Example');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('Jo Example');
  await expect(paper).toContainText('Jo Example');
  await tabTo(page.getByRole('switch', { name: 'Business sessions only' }), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(paper).toContainText('No business sessions in this period.');
  await page.keyboard.press('Space');
  await pressByKey(page, 'Save as PDF…');
  const path = await saveInNewFolder(computer.desktop, dirname(computer.dataFolder));
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(button(page, 'Save as PDF…')).toBeFocused();
  expect(await readFile(path, 'latin1')).toMatch(/^%PDF-/);
}

async function removeAccount(page: Page): Promise<void> {
  const remove = page.getByRole('button', { name: /^Remove owner/ });
  await page.keyboard.press('Control+Comma');
  await pressByKey(page, /^Chargers /);
  await pressByKey(page, 'Move Garage down');
  await expect(button(page, 'Move Garage down')).toBeFocused();
  await pressByKey(page, /^Remove owner/);
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(remove).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(remove).toBeHidden();
  await focusIsKept(page);
}
