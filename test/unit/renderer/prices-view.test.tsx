import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type { FakeBridge } from '../../fakes/fake-bridge.ts';
import { aChargingCharger, readAt, watching } from '../../fixtures/app-states.ts';
import { aPrice, garage, workshop } from '../../fixtures/history-rows.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const button = (name: string) => screen.getByRole('button', { name });

async function openFromHistory(name: string, prepare: (fake: FakeBridge) => void) {
  const goTo = { counter: 1, view: 'history' } as const;
  const app = await renderApp({ ...watching(aChargingCharger()), goTo }, (fake) => {
    fake.answer('historyChargers', () => ({ ok: true, value: [garage, workshop] }));
    prepare(fake);
  });
  await app.user.click(await screen.findByRole('button', { name }));
  return app;
}

describe('prices', () => {
  const day = (month: number, date: number) => Date.UTC(2026, month - 1, date);
  const old = aPrice({ origin: 'charger' });
  const present = aPrice({ from: day(5, 1), tariff: { kind: 'flat', perKwh: '0.2875' } });
  const openPrices = (entries: readonly PriceEntry[] = [old, present]) =>
    openFromHistory('Energy price…', (fake) => {
      fake.answer('getPrices', () => ({ ok: true, value: entries }));
    });
  const type = async (
    name: string,
    text: string,
    { user }: Awaited<ReturnType<typeof openPrices>>,
  ) => user.type(screen.getByRole('textbox', { name }), text);

  test('stand with the day they began, where they come from, and which one holds', async () => {
    await openPrices([old, present, aPrice({ from: readAt + 1 })]);
    const items = (await screen.findAllByRole('heading', { level: 2 })).map(
      (one) => one.textContent,
    );
    expect(items).toEqual(['From 16 May 2026 ', 'From 1 May 2026 current', 'From 1 Jan 2026 ']);
    expect(screen.getByText('€0.2875')).toBeTruthy();
    expect(screen.getByText('from the charger')).toBeTruthy();
    expect(screen.getByText(/A new price doesn’t change earlier sessions/)).toBeTruthy();
  });

  test('none yet is said', async () => {
    await openPrices([]);
    expect(await screen.findByText(/No price set/)).toBeTruthy();
  });

  test('a new one is kept with the others, from today unless told otherwise', async () => {
    const app = await openPrices();
    await app.user.click(await screen.findByRole('button', { name: 'New price' }));
    await type('Price per kWh', '0,35', app);
    await app.user.click(button('Save price'));
    const fresh = aPrice({ from: day(5, 16), tariff: { kind: 'flat', perKwh: '0.35' } });
    await screen.findByText('Saved');
    expect(app.fake.requests('setPrices')).toEqual([
      { charger: garage.key, entries: [old, present, fresh] },
    ]);
    await waitFor(() => expect(app.fake.requests('getPrices')).toHaveLength(2));
    await waitFor(() => expect(document.activeElement).toBe(button('New price')));
  });

  test('one by the time of day has its days, times and a price for the rest', async () => {
    const app = await openPrices([]);
    await app.user.click(await screen.findByRole('button', { name: 'New price' }));
    await app.user.click(screen.getByRole('radio', { name: 'Time of use' }));
    await app.user.click(screen.getByRole('checkbox', { name: 'Sun' }));
    await type('Price per kWh', '0.19', app);
    await type('Price at all other times', '0.31', app);
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Currency' }), 'CHF');
    await app.user.click(button('Save price'));
    expect(app.fake.requests('setPrices')[0]?.entries).toMatchObject([
      {
        currency: 'CHF',
        tariff: {
          kind: 'bands',
          bands: [{ days: [1, 2, 3, 4, 5, 6], from: 1320, to: 360, perKwh: '0.19' }],
          otherwise: '0.31',
        },
      },
    ]);
  });

  test('times can be added and removed', async () => {
    const { user } = await openPrices([]);
    await user.click(await screen.findByRole('button', { name: 'New price' }));
    await user.click(screen.getByRole('radio', { name: 'Time of use' }));
    expect(screen.queryByRole('button', { name: 'Remove time band 1' })).toBeNull();
    await user.click(button('Add time band'));
    expect(screen.getByRole('group', { name: 'Time band 2' })).toBeTruthy();
    await user.click(button('Remove time band 1'));
    expect(screen.queryByRole('group', { name: 'Time band 2' })).toBeNull();
  });

  test('what is wrong is said at its field, which takes the focus, and nothing is sent', async () => {
    const app = await openPrices();
    await app.user.click(await screen.findByRole('button', { name: 'New price' }));
    await type('Price per kWh', '31 cents', app);
    await app.user.click(button('Save price'));
    const field = screen.getByRole('textbox', { name: 'Price per kWh' });
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('That isn’t a number. Enter it like 0.31 or 0,31.')).toBeTruthy();
    expect(app.fake.requests('setPrices')).toEqual([]);
  });

  test('an unusual one is asked about but taken', async () => {
    const app = await openPrices([]);
    await app.user.click(await screen.findByRole('button', { name: 'New price' }));
    await type('Price per kWh', '31', app);
    expect(screen.getByText(/Check the decimal separator/)).toBeTruthy();
    await app.user.click(button('Save price'));
    expect(app.fake.requests('setPrices')).toHaveLength(1);
  });

  test('Escape leaves the form and not the view', async () => {
    const { user } = await openPrices();
    await user.click(await screen.findByRole('button', { name: 'New price' }));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(button('New price'));
  });

  test('one can be deleted, after another question', async () => {
    const { user, fake } = await openPrices();
    await user.click(
      await screen.findByRole('button', { name: 'Delete the price from 1 May 2026' }),
    );
    expect(fake.requests('setPrices')).toEqual([]);
    await user.click(
      within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }),
    );
    expect(fake.requests('setPrices')).toEqual([{ charger: garage.key, entries: [old] }]);
  });
});
