import type { Page } from '@playwright/test';
import { addAccount, askForStation, openAddForm, trustStation } from './app-at-hand.ts';

interface Settling {
  readonly page: Page;
  readonly owner: { readonly email: string; readonly password: string };
  /** Where the station answers, and the fingerprint of its certificate. */
  readonly address: string;
  readonly fingerprint: string;
  /** Done while the window asks whether the certificate is that of the station. */
  readonly atQuestion?: () => Promise<void>;
}

/** Adds the account with its chargers and then the station, as their owner would. */
export async function settleIn(settling: Settling): Promise<void> {
  const { page, owner, address, fingerprint, atQuestion } = settling;
  await addAccount(page, owner);
  await page.getByRole('heading', { name: 'Garage' }).waitFor();
  await openAddForm(page);
  await askForStation(page, { address, name: 'Carport' });
  await atQuestion?.();
  await trustStation(page, fingerprint);
  await page.getByRole('heading', { name: 'Carport' }).waitFor();
}

/** Has the app read the prices of a market. Only where those of an invented one are asked for. */
export async function choosePrices(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Prices', exact: true }).click();
  await page.getByLabel('Price area').selectOption('Netherlands');
  await page.getByRole('button', { name: 'Show prices' }).click();
  await page.getByRole('slider', { name: 'Price by time' }).waitFor();
  await page.getByRole('button', { name: 'Chargers', exact: true }).click();
}
