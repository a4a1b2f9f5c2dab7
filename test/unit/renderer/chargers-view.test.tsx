import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import {
  aCharger,
  aChargingCharger,
  anObservation,
  current,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const card = (name = 'Garage') => within(screen.getByRole('region', { name }));
const one = (status: ChargerStatus, parts = {}): ChargerState =>
  aCharger(current(anObservation(status, parts)));

test('a charging charger shows its power, its charge and what can be asked', async () => {
  const { painted } = await renderApp(watching(aChargingCharger()));
  const garage = card();
  expect(garage.getByText('7.2')).toBeTruthy();
  expect(garage.getByText('1 phase')).toBeTruthy();
  expect(garage.getByText('10.99 kWh', { selector: 'dd' })).toBeTruthy();
  expect(garage.getByText('2 h 03 min')).toBeTruthy();
  expect(garage.getByText('€3.41')).toBeTruthy();
  expect(garage.getByText('Updated 12:41')).toBeTruthy();
  expect(garage.getByRole('button', { name: 'Pause' })).toBeTruthy();
  expect(garage.queryByRole('button', { name: 'Resume' })).toBeNull();
  expect(painted.size).toBe(1);
});

test('what the charger did not say is absent, never zero', async () => {
  await renderApp(watching(one({ state: 'charging' })));
  expect(card().getByText('Charging')).toBeTruthy();
  expect(card().queryByText(/kW/)).toBeNull();
  expect(card().queryByText('Energy')).toBeNull();
  expect(card().queryByText('Cost (est.)')).toBeNull();
});

test('the picture has words and a table for those who do not see it', async () => {
  await renderApp(watching(aChargingCharger()));
  const name = /^Power and energy of this session, 10:38 to 12:41. Peak power 7.3\skW./;
  expect(card().getByRole('img', { name })).toBeTruthy();
  expect(within(card().getByRole('table')).getAllByRole('row')).toHaveLength(9);
});

test.each<[ChargerStatus, string]>([
  [{ state: 'paused' }, 'Paused'],
  [{ state: 'waiting' }, 'Plugged in, waiting for car'],
  [{ state: 'queued', cause: 'loadBalancing' }, 'Waiting for power (Power Boost)'],
  [{ state: 'error', code: '14' }, 'Fault, code 14'],
  [{ state: 'updating' }, 'Updating firmware'],
  [{ state: 'complete' }, 'Charge complete'],
  [{ state: 'unknown', code: '999' }, 'Unknown state (999)'],
  [{ state: 'discharging', phase: 'preparing' }, 'Preparing to power your home'],
])('%o is said in big words', async (status, words) => {
  await renderApp(watching(one(status)));
  expect(card().getByText(words)).toBeTruthy();
});

test('a planned start is told', async () => {
  await renderApp(watching(one({ state: 'scheduled', nextStartAt: readAt + 3_600_000 })));
  expect(card().getByText('Next start 13:41')).toBeTruthy();
});

test('a vehicle that gives back shows what it gave, and no cost of what it took', async () => {
  const counted = { energyWh: 7_420, greenEnergyWh: 900, dischargedEnergyWh: 2_100 };
  await renderApp(watching(one({ state: 'discharging', phase: 'active' }, counted)));
  expect(card().getByText('Discharged').nextSibling?.textContent).toBe('2.10\u00a0kWh');
  for (const label of ['Energy', 'Cost (est.)', 'Time']) {
    expect(card().queryByText(label)).toBeNull();
  }
  expect(card().queryByText(/7\.42|0\.90/)).toBeNull();
});

test('a charger that was never used since its reset shows no last session', async () => {
  await renderApp(watching(one({ state: 'available' }, { energyWh: 0 })));
  expect(card().queryByText('Last session')).toBeNull();
  expect(card().queryByText(/0\.00/)).toBeNull();
});

test('a charger whose car has left shows what it charged', async () => {
  await renderApp(watching(one({ state: 'available' }, { energyWh: 7_420 })));
  expect(card().getByText('Last session').nextSibling?.textContent).toBe('7.42\u00a0kWh');
});

test('a deleted last session is not shown, though the charger still counts it', async () => {
  const charger = one({ state: 'available' }, { energyWh: 7_420 });
  await renderApp(watching({ ...charger, sessionDeleted: true }));
  expect(card().queryByText('Last session')).toBeNull();
  expect(card().queryByText(/7\.42/)).toBeNull();
});

test('what is outdated says since when and why, and is not shown as fresh', async () => {
  const observation = anObservation({ state: 'charging' }, { powerW: 7_200 });
  await renderApp(watching(aCharger(outdated(observation))));
  expect(card().getByText('Not updated since 12:32')).toBeTruthy();
  expect(card().getByText('no connection')).toBeTruthy();
  expect(card().getByText('Last: Charging')).toBeTruthy();
  expect(card().queryByText('Charging')).toBeNull();
});

test('a charger nobody has read has no controls', async () => {
  await renderApp(watching(aCharger({ certainty: 'never', because: { kind: 'timedOut' } })));
  const unnamed = card('Charger');
  expect(unnamed.getByText('No data yet: no response.')).toBeTruthy();
  expect(unnamed.queryAllByRole('button')).toEqual([]);
});

test('a charger that was only listed has the name and model of the list', async () => {
  const listed = { name: 'Carport', model: 'Copper SB' };
  await renderApp(watching({ ...aCharger({ certainty: 'never' }), listed }));
  expect(card('Carport').getByText('Copper SB')).toBeTruthy();
});

test('a charger that needs a sign-in leads there', async () => {
  const observation = anObservation({ state: 'waiting' });
  const { user } = await renderApp(
    watching(aCharger({ certainty: 'signInNeeded', at: readAt, observation })),
  );
  expect(card().getByText('Sign-in required')).toBeTruthy();
  await user.click(card().getByRole('button', { name: 'Sign in' }));
  expect(screen.getByRole('heading', { name: 'Sign in to Wallbox again' })).toBeTruthy();
});

test('screen readers hear a new state, not every watt', async () => {
  const { hear } = await renderApp(watching(aChargingCharger()));
  const live = () => screen.getAllByRole('status')[0]?.textContent;
  expect(live()).toBe('Garage: Charging');
  hear(watching(aChargingCharger({ powerW: 3_600 })));
  expect(live()).toBe('Garage: Charging');
  hear(watching(one({ state: 'paused' })));
  expect(live()).toBe('Garage: Paused');
});

test('being sent to a charger opens and focuses its card', async () => {
  const resting = one({ state: 'available' });
  const { hear } = await renderApp(watching(aChargingCharger({ name: 'Carport' })));
  const both = watching({ ...aChargingCharger({ name: 'Carport' }), id: 'charger-2' }, resting);
  hear({ ...both, goTo: { counter: 1, view: 'chargers', chargerId: 'charger-1' } });
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Garage' }));
  expect(card().getByRole('button', { name: 'Lock' })).toBeTruthy();
});

test('details are asked for once, when they are opened', async () => {
  const { user, fake } = await renderApp(watching(aChargingCharger()), (bridge) =>
    bridge.answer('loadDetails', () => ({
      ok: true,
      value: { ok: true, value: [{ key: 'serialNumber', value: '412345', copyable: true }] },
    })),
  );
  expect(fake.requests('loadDetails')).toEqual([]);
  await user.click(card().getByRole('button', { name: 'More' }));
  await user.click(card().getByRole('button', { name: 'Details' }));
  expect(await card().findByText('412345')).toBeTruthy();
  await user.click(card().getByRole('button', { name: 'Copy Serial number' }));
  await user.click(card().getByRole('button', { name: 'Copy diagnostics' }));
  expect(fake.requests('loadDetails')).toEqual([{ chargerId: 'charger-1' }]);
  expect(fake.requests('copyText')).toEqual([{ text: '412345' }, { text: 'ChargeTray 1.2.3' }]);
});

test('details that are shown are asked for again in another zone or region, and then only', async () => {
  const state = watching(aChargingCharger());
  const { user, fake, hear } = await renderApp(state);
  await user.click(card().getByRole('button', { name: 'More' }));
  await user.click(card().getByRole('button', { name: 'Details' }));
  hear(watching(aChargingCharger({ powerW: 3_600 })));
  expect(fake.requests('loadDetails')).toHaveLength(1);
  hear({ ...state, locales: { words: 'de', numbers: 'de-DE', firstDay: 1 } });
  expect(fake.requests('loadDetails')).toHaveLength(2);
  hear({ ...state, locales: { words: 'de', numbers: 'de-DE', firstDay: 1 }, zone: 'Asia/Tokyo' });
  expect(fake.requests('loadDetails')).toHaveLength(3);
});

test('details that cannot be had are a sentence', async () => {
  const { user } = await renderApp(watching(aChargingCharger()), (bridge) =>
    bridge.answer('loadDetails', () => ({
      ok: true,
      value: { ok: false, failure: { kind: 'unreachable' } },
    })),
  );
  await user.click(card().getByRole('button', { name: 'More' }));
  await user.click(card().getByRole('button', { name: 'Details' }));
  expect(await card().findByText(/No connection/)).toBeTruthy();
});
