import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { ChargerState } from '../../../../shared/domain/app/app-state.ts';
import { defaultSettings } from '../../../../shared/domain/app/settings.ts';
import { defaultPlan } from '../../../../shared/domain/price/charge-plan.ts';
import type { MarketView } from '../../../../shared/domain/price/market.ts';
import {
  aChargingCharger,
  anObservation,
  current,
  readAt,
  watching,
} from '../../../fixtures/app-states.ts';
import { aPlan, midnight } from '../../../fixtures/plans.ts';
import { prepareBrowser, preparePast, renderApp } from '../render-app.tsx';

prepareBrowser();
preparePast();

const hour = 3_600_000;
const choice = { source: 'energyCharts', area: 'DE-LU' } as const;

/** Prices of each hour until three in the night. */
const market: MarketView = {
  choice,
  slots: Array.from({ length: 27 }, (_, index) => ({
    from: midnight + (index - 24) * hour,
    until: midnight + (index - 23) * hour,
    perKwh: String((10 + index) / 100),
  })),
  told: { at: readAt - hour, by: 'energyCharts', currency: 'EUR', vatIncluded: false },
};
const garage: ChargerState = {
  ...aChargingCharger(),
  plan: aPlan({
    blocks: [
      { from: midnight + hour, until: midnight + 3 * hour },
      { from: midnight + 4 * hour, until: midnight + 6 * hour, isForecast: true },
    ],
  }),
};
const drive: ChargerState = {
  ...aChargingCharger(),
  id: 'charger-2',
  reading: current(anObservation({ state: 'paused' }, { name: 'Drive' })),
};

async function openPrices(chargers: readonly ChargerState[], ...planned: readonly string[]) {
  const plans = Object.fromEntries(planned.map((id) => [id, { ...defaultPlan, isOn: true }]));
  const settings = { ...defaultSettings, market: choice, plans };
  const state = { ...watching(...chargers), settings, market: { changes: 1 }, zone: 'UTC' };
  const app = await renderApp(state, (fake) => {
    fake.answer('getMarket', () => ({ ok: true, value: market }));
    fake.answer('previewPlan', () => ({ ok: true, value: aPlan() }));
  });
  await app.user.click(screen.getByRole('button', { name: 'Prices' }));
  await screen.findByRole('slider', { name: 'Price by time' });
  return app;
}

const card = (name: string) =>
  within(screen.getByRole('region', { name: `Charge ${name} by price` }));
const drawn = (selector: string) => document.querySelectorAll(selector).length;

describe('a plan among the prices', () => {
  test('is drawn: when it charges, what is not known yet, and by when', async () => {
    await openPrices([garage], 'charger-1');
    expect(drawn('.prices-bar.is-chosen')).toBe(2);
    expect(drawn('.prices-bar.is-forecast')).toBe(1);
    expect(drawn('.prices-ready')).toBe(1);
    const legend = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(legend).toEqual([
      'Charging planned',
      'Price still unknown',
      expect.stringMatching(/^Ready by 0?7:00/),
    ]);
  });

  test('is read with the arrow keys and from the table', async () => {
    const app = await openPrices([garage], 'charger-1');
    const picture = screen.getByRole('slider', { name: 'Price by time' });
    picture.focus();
    await app.user.keyboard('{End}');
    expect(picture.getAttribute('aria-valuetext')).toMatch(
      /4:00.*6:00.*: Price still unknown, charging planned$/,
    );
    await app.user.keyboard('{ArrowLeft}');
    expect(picture.getAttribute('aria-valuetext')).toMatch(/: 36\sct, charging planned$/);
    await app.user.keyboard('{Home}');
    expect(picture.getAttribute('aria-valuetext')).not.toMatch(/planned/);
    const rows = within(screen.getByRole('table', { name: 'Price by time' })).getAllByRole('row');
    expect(rows.filter((row) => /Charging planned$/.test(row.textContent ?? ''))).toHaveLength(3);
  });

  test('is told and changed beside them, in the place of a plan that nobody follows', async () => {
    const app = await openPrices([garage], 'charger-1');
    expect(
      card('Garage').getByText(/22\skWh · ready by .* · about €2\.10 · saves €1\.40/),
    ).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'When it’s cheapest' })).toBeNull();
    await app.user.click(
      card('Garage').getByRole('button', { name: 'Change the plan for Garage' }),
    );
    await app.user.click(await card('Garage').findByRole('radio', { name: 'Off' }));
    await app.user.click(card('Garage').getByRole('button', { name: 'Save plan' }));
    expect(app.fake.requests('setPlan').at(0)?.plan.isOn).toBe(false);
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Change the plan for Garage');
  });

  test('of several chargers, that which is on comes first, and another can be chosen', async () => {
    const app = await openPrices([drive, garage], 'charger-1');
    expect(drawn('.prices-bar.is-chosen')).toBe(2);
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Charger' }), 'Drive');
    expect(card('Drive').getByText('Off')).toBeTruthy();
    expect(drawn('.prices-bar.is-chosen')).toBe(0);
    expect(screen.getByRole('region', { name: 'When it’s cheapest' })).toBeTruthy();
  });

  test('is not offered where no charger can follow it', async () => {
    await openPrices([aChargingCharger({ abilities: {} })]);
    expect(screen.queryByRole('region', { name: 'Charge Garage by price' })).toBeNull();
    expect(screen.getByRole('region', { name: 'When it’s cheapest' })).toBeTruthy();
  });

  test('axe finds nothing', async () => {
    await openPrices([garage, drive], 'charger-1');
    const rules = { 'color-contrast': { enabled: false } };
    const { violations } = await axe.run(document.body, { rules });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
