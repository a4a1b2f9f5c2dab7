import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { MarketView } from '../../../shared/domain/price/market.ts';
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

describe('an hourly price', () => {
  const choice = { source: 'energyCharts', area: 'DE-LU' } as const;
  const told = { at: readAt, by: 'energyCharts', currency: 'EUR', vatIncluded: false };
  const aMarket: MarketView = { choice, slots: [], told };

  async function openForm(market: MarketView | null, prepare?: (fake: FakeBridge) => void) {
    const app = await openFromHistory('Energy price…', (fake) => {
      fake.answer('getPrices', () => ({ ok: true, value: [] }));
      fake.answer('getMarket', () => ({ ok: true, value: market }));
      prepare?.(fake);
    });
    await app.user.click(await screen.findByRole('button', { name: 'New price' }));
    await app.user.click(screen.getByRole('radio', { name: 'Hourly price' }));
    return app;
  }
  const fill = async (user: Awaited<ReturnType<typeof openForm>>['user'], vat = '19') => {
    await user.type(screen.getByRole('textbox', { name: 'Surcharge per kWh' }), '0,02');
    await user.type(screen.getByRole('textbox', { name: 'VAT in percent' }), vat);
  };
  const entryFrom = (fake: FakeBridge) => fake.requests('setPrices').at(-1)?.entries[0];

  test('needs a market, to which the way is shown', async () => {
    const { user } = await openForm(null);
    expect(screen.getByText(/Choose one first/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save price' })).toBeNull();
    await user.click(button('Choose a market'));
    expect(await screen.findByRole('heading', { name: 'Electricity prices' })).toBeTruthy();
  });

  test('takes the market that is chosen, in its currency, and says what a kWh costs now', async () => {
    const { fake, user } = await openForm(
      { ...aMarket, told: { ...told, currency: 'SEK' } },
      (one) =>
        one.answer('priceNow', () => ({ ok: true, value: { amount: '0.29751', currency: 'SEK' } })),
    );
    expect(screen.getByText('Market prices: Energy-Charts, Germany (DE-LU)')).toBeTruthy();
    expect(screen.queryByText(/^Now:/)).toBeNull();
    await fill(user);
    expect(await screen.findByText(/^Now: SEK.0\.298 per kWh$/)).toBeTruthy();
    await user.click(button('Save price'));
    const tariff = {
      kind: 'hourly',
      market: choice,
      factor: '1',
      surcharge: '0.02',
      vatPercent: '19',
    };
    expect(entryFrom(fake)).toMatchObject({ currency: 'SEK', origin: 'own', tariff });
    expect(fake.requests('priceNow').at(-1)?.entry).toMatchObject({ currency: 'SEK', tariff });
  });

  test.each([
    ['is of a market that is not read', null, true],
    ['is of the market that is read', choice, false],
  ])('that holds and %s', async (_, market, isSaid) => {
    const bare = { factor: '1', surcharge: '0', vatPercent: '0' };
    const entry = aPrice({ tariff: { kind: 'hourly', market: choice, ...bare } });
    const goTo = { counter: 1, view: 'history' } as const;
    const state = watching(aChargingCharger());
    const settings = { ...state.settings, market };
    const { user } = await renderApp({ ...state, settings, goTo }, (fake) => {
      fake.answer('historyChargers', () => ({ ok: true, value: [garage] }));
      fake.answer('getPrices', () => ({ ok: true, value: [entry] }));
      fake.answer('priceNow', () => ({ ok: true, value: { amount: '0.25', currency: 'EUR' } }));
    });
    await user.click(await screen.findByRole('button', { name: 'Energy price…' }));
    await screen.findByText('Hourly price');
    expect(await screen.findByText('Now: €0.250 per kWh')).toBeTruthy();
    expect(screen.queryByText(/doesn’t read now/) !== null).toBe(isSaid);
  });

  test('says so where nobody knows what a kWh costs now', async () => {
    const { user } = await openForm(aMarket);
    await fill(user);
    expect(await screen.findByText('Now: unknown')).toBeTruthy();
  });

  test('with a tax of 1900 % is refused at its field', async () => {
    const { fake, user } = await openForm(aMarket);
    await fill(user, '1900');
    await user.click(button('Save price'));
    const field = screen.getByRole('textbox', { name: 'VAT in percent' });
    expect(document.activeElement).toBe(field);
    expect(screen.getByText(/Enter a percentage from 0 to 100/)).toBeTruthy();
    expect(fake.requests('setPrices')).toEqual([]);
  });

  test('in another currency than its market is refused', async () => {
    const { fake, user } = await openForm(aMarket);
    await fill(user);
    expect(screen.getByText('The market’s prices are in EUR.')).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Currency' }), 'CHF');
    await user.click(button('Save price'));
    expect(screen.getByText(/Prices aren’t converted/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Currency' }));
    expect(fake.requests('setPrices')).toEqual([]);
  });

  test('may have a grid fee by the time of day, and says where the tax is in already', async () => {
    const { fake, user } = await openForm({ ...aMarket, told: { ...told, vatIncluded: true } });
    expect(screen.getByText(/already include VAT/)).toBeTruthy();
    await fill(user);
    await user.click(screen.getByRole('switch', { name: 'Grid fee by time of day' }));
    await user.type(screen.getByRole('textbox', { name: 'Grid fee per kWh' }), '0.05');
    await user.type(screen.getByRole('textbox', { name: 'Grid fee at all other times' }), '0.08');
    await user.click(button('Save price'));
    expect(entryFrom(fake)?.tariff).toMatchObject({
      gridFee: { bands: [{ perKwh: '0.05' }], otherwise: '0.08' },
    });
  });

  test('can be that of all chargers; of which it could not be saved is said', async () => {
    const { fake, user } = await openForm(aMarket, (one) =>
      one.answer('setPrices', ({ charger }) =>
        charger === workshop.key ? { ok: false, failure: 'crashed' } : { ok: true, value: null },
      ),
    );
    await fill(user);
    await user.click(screen.getByRole('checkbox', { name: 'For all chargers' }));
    await user.click(button('Save price'));
    await screen.findByText('Couldn’t save the price for Workshop.');
    const asked = fake.requests('setPrices').map(({ charger }) => charger);
    expect(asked).toEqual([workshop.key, garage.key]);
    expect(
      new Set(fake.requests('setPrices').map(({ entries }) => JSON.stringify(entries))).size,
    ).toBe(1);
  });

  test('is accessible in its form', async () => {
    const { user } = await openForm(aMarket);
    await user.click(screen.getByRole('switch', { name: 'Grid fee by time of day' }));
    await user.click(button('Save price'));
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
