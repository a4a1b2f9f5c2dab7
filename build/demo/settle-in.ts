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

/**
 * Has the driveway charged by the price of the market, which is what its owner pays there by the hour.
 * The prices must be there.
 */
export async function chargeByPrice(page: Page): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await press('History');
  await press('Energy price…');
  await page.getByLabel('Charger').selectOption('Driveway');
  await press('New price');
  await page.getByText('Hourly price', { exact: true }).click();
  await page.getByLabel('Surcharge per kWh').fill('0.12');
  await page.getByLabel('VAT in percent').fill('21');
  await press('Save price');
  await page.getByText('Netherlands').waitFor();
  await press('Chargers');
  await openCard(page, 'Driveway');
  await press('Charge Driveway by price');
  const form = page.getByRole('form', { name: 'Charge Driveway by price' });
  await form.getByText('Energy', { exact: true }).click();
  await form.getByLabel('Energy (kWh)').fill('20');
  await form.getByRole('button', { name: 'Save plan' }).click();
  await page.getByRole('region', { name: 'Charge by price' }).waitFor();
  await openCard(page, 'Garage');
}

/** Opens the card of a charger and lets go of its row. */
export async function openCard(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, expanded: false }).click();
  await page.getByRole('region', { name, exact: true }).waitFor();
  await page.mouse.move(0, 0);
}
