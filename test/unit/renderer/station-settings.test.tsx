import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AccountState, AppState } from '../../../shared/domain/app/app-state.ts';
import { anAccount } from '../../fixtures/app-states.ts';
import { aCertificate, aStation, watchingStation } from '../../fixtures/local-states.ts';
import { prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const settings = (...accounts: readonly AccountState[]): AppState => ({
  ...watchingStation(),
  accounts,
  goTo: { counter: 1, view: 'settings' },
});
const station = () => within(screen.getByRole('region', { name: 'Workshop' }));

test('a station says where it is, what is trusted, and that nothing secret is kept', async () => {
  await renderApp(settings(aStation()));
  expect(station().getByText('192.0.2.10')).toBeTruthy();
  expect(station().getByText(/^1A:1B:1C:1D…/)).toBeTruthy();
  expect(station().getByText('expired 31 Dec 2023')).toBeTruthy();
  expect(station().getByText('No password or key stored.')).toBeTruthy();
  expect(station().getByText('Connected')).toBeTruthy();
  expect(station().queryByRole('switch')).toBeNull();
  expect(station().queryByRole('button', { name: /^Sign out/ })).toBeNull();
});

test('a certificate that is still good says until when', async () => {
  const certificate = aCertificate({ validTo: Date.UTC(2030, 0, 1) });
  await renderApp(settings(aStation({ certificate })));
  expect(station().getByText('valid to 1 Jan 2030')).toBeTruthy();
});

test('a key of its own can be kept or not', async () => {
  const { user, fake } = await renderApp(settings(aStation({ secrets: 'keychain' })));
  expect(
    station().getByText(/^The developer key is stored only in your system keyring/),
  ).toBeTruthy();
  await user.click(station().getByRole('switch', { name: 'Save the developer key' }));
  expect(fake.requests('setKeepSignedIn')).toEqual([{ accountId: 'station-1', keep: false }]);
});

test('how long to wait for an answer can be set within its bounds', async () => {
  const { user, fake } = await renderApp(settings(aStation()));
  const seconds = station().getByRole('textbox', { name: 'Response timeout (s)' });
  await user.clear(seconds);
  await user.type(seconds, '60{Enter}');
  await user.clear(seconds);
  await user.type(seconds, '500{Enter}');
  expect(fake.requests('setTimeoutSeconds')).toEqual([
    { accountId: 'station-1', seconds: 60 },
    { accountId: 'station-1', seconds: 120 },
  ]);
});

test('an account in a cloud has no such row, and its e-mail stands there once', async () => {
  await renderApp(settings(anAccount()));
  expect(screen.queryByRole('textbox', { name: 'Response timeout (s)' })).toBeNull();
  expect(screen.getAllByText('owner@example.com')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Sign in to owner@example.com' })).toBeNull();
});

test('address, name and key can be changed at any time', async () => {
  const { user, fake } = await renderApp(settings(aStation()));
  await user.click(station().getByRole('button', { name: 'Edit Workshop' }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Edit station');
  expect(fake.requests('signInAgain')).toEqual([]);
  const address = screen.getByLabelText('Address');
  expect(address).toMatchObject({ value: '192.0.2.10', readOnly: false });
  expect(screen.getByLabelText(/^Name/)).toHaveProperty('value', 'Workshop');
  expect(screen.getByText(/keep the current key/)).toBeTruthy();
  await user.clear(address);
  await user.type(address, 'charger.local');
  await user.click(screen.getByRole('button', { name: 'Connect' }));
  expect(fake.requests('signInAgain')).toEqual([
    {
      accountId: 'station-1',
      fields: { address: 'charger.local', name: 'Workshop' },
      keepSignedIn: true,
      untilQuit: false,
    },
  ]);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
});

test('a refused key is the first thing to do', async () => {
  await renderApp(settings(aStation({ signIn: 'signInNeeded' })));
  expect(station().getByText('Key rejected')).toBeTruthy();
  expect(station().getByRole('button', { name: /^Edit/ }).className).toMatch(/main/);
  const troubles = within(screen.getByRole('region', { name: 'Needs attention' }));
  expect(troubles.getByRole('button', { name: 'Check the key' })).toBeTruthy();
});

test('a station is forgotten in its own words', async () => {
  const { user, fake } = await renderApp(settings(aStation()));
  await user.click(station().getByRole('button', { name: 'Remove Workshop' }));
  const dialog = within(screen.getByRole('alertdialog', { name: 'Remove Workshop?' }));
  expect(dialog.getByText(/Nothing changes on the station/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Remove station' }));
  expect(fake.requests('forgetAccount')).toEqual([{ accountId: 'station-1' }]);
});

test('a station out of reach can be given another address', async () => {
  const { user } = await renderApp(settings(aStation({ trouble: { kind: 'unreachable' } })));
  const troubles = within(screen.getByRole('region', { name: 'Needs attention' }));
  expect(troubles.getByText('Couldn’t reach Workshop')).toBeTruthy();
  await user.click(troubles.getByRole('button', { name: 'Edit station' }));
  expect(screen.getByLabelText('Address')).toBeTruthy();
});
