import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { inLightAndDark } from './in-light-and-dark.ts';

/**
 * Pictures the year of charges (a month, a year, one charge and a statement) and the prices of the
 * day. Ends where it began, among the chargers.
 */
export async function pictureHistory(page: Page, folder: string): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const charges = page.getByRole('region', { name: 'Sessions' }).getByRole('listitem');
  await press('History');
  // The month before is whole on every day.
  await press('Previous month');
  await charges.first().waitFor();
  await inLightAndDark(page, join(folder, 'history-month'));
  await charges.filter({ hasText: 'Garage' }).last().getByRole('button').click();
  await page.getByRole('slider').waitFor();
  await inLightAndDark(page, join(folder, 'history-charge'), { isWhole: true });
  await press('Back');
  await press('Statement…');
  await page.getByRole('row', { name: /^Total, all/ }).waitFor();
  await page.getByText('Details on the statement').click();
  await page.getByLabel('Name', { exact: true }).fill('Sam Example');
  await inLightAndDark(page, join(folder, 'history-statement'), { isWhole: true });
  await press('Back');
  await page.getByRole('radio', { name: 'Year' }).click();
  await page.getByRole('heading', { name: /^\d{4}$/ }).waitFor();
  await charges.first().waitFor();
  await inLightAndDark(page, join(folder, 'history-year'));
  await press('Prices');
  await page.getByRole('slider', { name: 'Price by time' }).waitFor();
  await inLightAndDark(page, join(folder, 'prices'));
  await press('Chargers');
  await page.getByRole('region', { name: 'Garage' }).waitFor();
}
