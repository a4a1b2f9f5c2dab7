import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { AppState, ChargerState } from '../../../../shared/domain/app/app-state.ts';
import { defaultSettings } from '../../../../shared/domain/app/settings.ts';
import {
  defaultPlan,
  type PlanSettings,
  type PlanView,
} from '../../../../shared/domain/price/charge-plan.ts';
import { aChargingCharger, readAt, watching } from '../../../fixtures/app-states.ts';
import { aPlan } from '../../../fixtures/plans.ts';
import { prepareBrowser, renderApp } from '../render-app.tsx';

prepareBrowser();

const market = { source: 'energyCharts', area: 'DE-LU' } as const;
const energy = { kind: 'energy', wh: 22_000 } as const;

interface Given {
  readonly charger?: ChargerState;
  readonly plan?: PlanView;
  readonly settings?: Partial<PlanSettings>;
  readonly hasMarket?: boolean;
}

function aState({
  charger = aChargingCharger(),
  plan,
  settings,
  hasMarket = true,
}: Given): AppState {
  const plans = settings ? { [charger.id]: { ...defaultPlan, ...settings } } : {};
  return {
    ...watching({ ...charger, ...(plan && { plan }) }),
    settings: { ...defaultSettings, plans, market: hasMarket ? market : null },
    zone: 'UTC',
  };
}

function open(given: Given, preview: PlanView | null = aPlan()) {
  return renderApp(aState(given), (fake) => {
    fake.answer('previewPlan', () => ({ ok: true, value: preview }));
    fake.answer('getMarket', () => {
      const told = { at: readAt, by: 'energyCharts', currency: 'EUR', vatIncluded: false };
      return { ok: true, value: { choice: market, slots: [], told } };
    });
  });
}

const row = () => screen.getByRole('region', { name: 'Charge by price' });
const button = (name: string) => screen.getByRole('button', { name });
const begin = () => button('Charge Garage by price');
const form = () => screen.findByRole('form', { name: 'Charge Garage by price' });

describe('a plan on the card', () => {
  test('is told with what it costs, what it saves, and where it is kept', async () => {
    await open({ plan: aPlan(), settings: { isOn: true } });
    const said = row().textContent?.replaceAll('\u00a0', ' ');
    expect(said).toMatch(/^Will charge .*1:00.*3:15.*4:30.*5:00/);
    expect(said).toMatch(/about €2\.10 · saves €1\.40 · stored in the charger/);
  });

  test('that misses its aim, or cannot run, says why', async () => {
    const reasons = [{ kind: 'tooLittleTime', possibleWh: 18_000 }] as const;
    const app = await open({ plan: aPlan({ reasons }), settings: { isOn: true } });
    expect(row().textContent).toMatch(/22\skWh by 0?7:00.* isn’t possible: 18\skWh at most\./);
    expect(row().className).toMatch(/needs/);
    const plan = aPlan({ status: { kind: 'blocked', why: 'solarMode' } });
    app.hear(aState({ plan, settings: { isOn: true } }));
    expect(row().textContent).toMatch(/^Eco-Smart is holding the charger\./);
  });

  test('is worked out first', async () => {
    await open({ settings: { isOn: true } });
    expect(within(row()).getByText('Working out the plan…')).toBeTruthy();
  });

  test('that somebody has taken over from can be continued', async () => {
    const plan = aPlan({ status: { kind: 'suspended', until: readAt + 3_600_000 } });
    const app = await open({ plan, settings: { isOn: true } });
    await app.user.click(within(row()).getByRole('button', { name: 'Continue plan' }));
    expect(app.fake.requests('continuePlan')).toEqual([{ chargerId: 'charger-1' }]);
  });

  test('that waits for prices which nobody reads leads to them', async () => {
    const plan = aPlan({
      status: { kind: 'noPrices' },
      blocks: [],
      reasons: [{ kind: 'noPrices' }],
    });
    const app = await open({ plan, settings: { isOn: true } });
    expect(row().textContent).toMatch(/^Waiting for prices/);
    expect(screen.queryByRole('button', { name: 'Choose prices' })).toBeNull();
    app.hear(aState({ plan, settings: { isOn: true }, hasMarket: false }));
    await app.user.click(within(row()).getByRole('button', { name: 'Choose prices' }));
    expect(await screen.findByRole('heading', { name: 'Electricity prices' })).toBeTruthy();
  });

  test.each<[string, Given]>([
    ['of a charger that cannot be paused', { charger: aChargingCharger({ abilities: {} }) }],
    ['where nothing can be asked', { charger: aChargingCharger({ mayCommand: false }) }],
  ])('is not offered %s', async (_, given) => {
    await open(given);
    expect(screen.queryByRole('button', { name: 'Charge Garage by price' })).toBeNull();
  });
});

describe('setting a plan', () => {
  test('needs prices, and leads to them', async () => {
    const app = await open({ hasMarket: false });
    await app.user.click(begin());
    expect(await screen.findByText(/ChargeTray needs electricity prices/)).toBeTruthy();
    await app.user.click(button('Choose prices'));
    expect(await screen.findByRole('heading', { name: 'Electricity prices' })).toBeTruthy();
  });

  test('goes by a tariff as well', async () => {
    const app = await open({ hasMarket: false });
    app.fake.answer('getPrices', () => {
      const band = { days: [1, 2, 3, 4, 5, 6, 7], from: 1320, to: 360, perKwh: '0.2' };
      const tariff = { kind: 'bands', bands: [band], otherwise: '0.3' } as const;
      const entry = { from: 0, currency: 'GBP', zone: 'UTC', tariff, origin: 'own' } as const;
      return { ok: true, value: [entry] };
    });
    await app.user.click(begin());
    await app.user.click(within(await form()).getByRole('radio', { name: 'Below a price' }));
    expect(screen.getByLabelText('Price limit (p/kWh)')).toBeTruthy();
  });

  test('is saved as it was typed, and the focus goes back', async () => {
    const app = await open({});
    await app.user.click(begin());
    const fields = within(await form());
    expect(document.activeElement).toBe(fields.getByRole('radio', { name: 'Cheapest' }));
    await app.user.click(fields.getByRole('radio', { name: 'Energy' }));
    await app.user.clear(fields.getByLabelText('Energy (kWh)'));
    await app.user.type(fields.getByLabelText('Energy (kWh)'), '22');
    await app.user.click(fields.getByRole('switch', { name: 'In one go' }));
    await app.user.click(fields.getByRole('checkbox', { name: 'Sun' }));
    await app.user.click(fields.getByRole('button', { name: 'More options' }));
    await app.user.type(fields.getByLabelText('Highest price (ct/kWh)'), '28.5');
    await app.user.click(fields.getByRole('button', { name: 'Save plan' }));
    expect(app.fake.requests('setPlan')).toEqual([
      {
        chargerId: 'charger-1',
        plan: {
          isOn: true,
          mode: { kind: 'cheapest', inOneGo: true },
          amount: energy,
          readyBy: { days: [1, 2, 3, 4, 5, 6], minute: 420 },
          highestPerKwh: 0.285,
        },
      },
    ]);
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(document.activeElement).toBe(begin());
  });

  test('shows what it would come to once the typing pauses', async () => {
    const app = await open({ settings: { amount: energy } });
    await app.user.click(begin());
    const fields = within(await form());
    const said = fields.getByRole('status');
    await waitFor(() => expect(said.textContent).toMatch(/22\skWh · ready by .*about €2\.10/));
    expect(said.textContent).toMatch(/Calculated with 7\.4\skW, the charger’s limit\./);
    const asked = app.fake.requests('previewPlan').length;
    await app.user.type(fields.getByLabelText('Energy (kWh)'), '5');
    expect(app.fake.requests('previewPlan')).toHaveLength(asked);
    await app.ring();
    expect(app.fake.requests('previewPlan').at(-1)?.plan).toMatchObject({
      isOn: true,
      amount: { kind: 'energy', wh: 225_000 },
    });
  });

  test('of which nothing can be said yet says so', async () => {
    const app = await open({}, null);
    await app.user.click(begin());
    expect(await within(await form()).findByText('No times to show yet.')).toBeTruthy();
  });

  test('says beside the field what is wrong, and sends nothing', async () => {
    const app = await open({ settings: { amount: energy } });
    await app.user.click(begin());
    const fields = within(await form());
    const kwh = fields.getByLabelText('Energy (kWh)');
    await app.user.type(kwh, '2000');
    await app.user.click(fields.getByRole('button', { name: 'Save plan' }));
    const fault = fields.getByText('Enter more than 0 and at most 300 kWh.');
    expect(kwh.getAttribute('aria-describedby')).toContain(fault.id);
    expect(document.activeElement).toBe(kwh);
    expect(app.fake.requests('setPlan')).toEqual([]);
  });

  test('Escape closes it, but never throws typing away', async () => {
    const app = await open({ plan: aPlan(), settings: { isOn: true, amount: energy } });
    const change = button('Change the plan for Garage');
    await app.user.click(change);
    // Under the row that it changes.
    const place = (await form()).compareDocumentPosition(button('More'));
    expect(place & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
    await app.user.keyboard('{Escape}');
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.activeElement).toBe(change);
    await app.user.click(change);
    const kwh = within(await form()).getByLabelText<HTMLInputElement>('Energy (kWh)');
    await app.user.type(kwh, '5{Escape}');
    app.hear(aState({ settings: { isOn: false } }));
    expect(kwh.value).toBe('225');
    expect(kwh.isConnected).toBe(true);
    await app.user.click(button('Cancel'));
    expect(screen.queryByRole('form')).toBeNull();
    expect(app.fake.requests('setPlan')).toEqual([]);
  });

  test('switches it off and keeps the rest', async () => {
    const app = await open({ plan: aPlan(), settings: { isOn: true, amount: energy } });
    await app.user.click(button('Change the plan for Garage'));
    await app.user.click(within(await form()).getByRole('radio', { name: 'Off' }));
    expect(screen.queryByLabelText('Energy (kWh)')).toBeNull();
    await app.user.click(button('Save plan'));
    expect(app.fake.requests('setPlan').at(0)?.plan).toEqual({
      ...defaultPlan,
      isOn: false,
      amount: energy,
    });
  });

  test('axe finds nothing', async () => {
    const app = await open({ plan: aPlan(), settings: { isOn: true } });
    await app.user.click(button('Change the plan for Garage'));
    await form();
    await app.user.click(button('More options'));
    const rules = { 'color-contrast': { enabled: false } };
    const { violations } = await axe.run(document.body, { rules });
    expect(
      violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) })),
    ).toEqual([]);
  });
});
