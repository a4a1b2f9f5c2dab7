import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { saveInNewFolder } from './file-dialog.ts';
import type { Computer } from './fixtures.ts';

/** Goes to the charges of this month. */
export async function openHistory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'History', exact: true }).first().click();
  await page.getByRole('heading', { name: 'History', exact: true }).waitFor();
}

/** The charges in the list, newest first. */
export function rows(page: Page): Locator {
  return page.getByRole('region', { name: 'Sessions' }).getByRole('listitem').getByRole('button');
}

/** What a row says: kWh and euros. */
export async function saidIn(row: Locator): Promise<{ kwh: string; euros: string }> {
  const words = await row.innerText();
  const [, kwh = ''] = /([\d.,]+)\skWh/.exec(words) ?? [];
  const [, euros = ''] = /€([\d.,]+)/.exec(words) ?? [];
  return { kwh, euros };
}

/** Exports what is shown as a person would, and reads it as any other program would. */
export async function exportCsv(computer: Computer, page: Page) {
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('button', { name: 'Save as…' }).click();
  const path = await saveInNewFolder(computer.desktop, dirname(computer.dataFolder));
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const records: readonly Readonly<Record<string, string>>[] = parse(await readFile(path), {
    columns: true,
  });
  return { name: basename(path), records };
}
