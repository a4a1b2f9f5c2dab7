import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aChargingCharger, watching } from '../../fixtures/app-states.ts';
import { prepareBrowser, renderFirst } from './render-app.tsx';

prepareBrowser();

const state = watching(aChargingCharger());
const limit = () => screen.queryByRole('textbox', { name: 'Current limit in amps' });

test('what is read is painted before what is pressed', async () => {
  const { fetchControls } = await renderFirst(state);
  expect(screen.getByRole('heading', { name: 'Garage' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
  expect(limit()).toBeNull();
  await fetchControls();
  expect(limit()).toBeTruthy();
});

test('a window that opens on its settings waits for no idle moment', async () => {
  await renderFirst({ ...state, goTo: { counter: 1, view: 'settings' } });
  expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
});

test('without an account the form for the first charger comes at once', async () => {
  await renderFirst({ ...state, accounts: [], chargers: [] });
  expect(await screen.findByRole('heading', { name: 'Add a charger' })).toBeTruthy();
});
