import { act, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { BrokenView } from '../../../renderer/views/BrokenView.tsx';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import {
  aChargingCharger,
  anAccount,
  anAppState,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const title = () => screen.getByRole('heading', { level: 1 });
const troubles = () => within(screen.getByRole('region', { name: 'Needs attention' }));

test('the header leads to the views and says where one is', async () => {
  const { user } = await renderApp(watching(aChargingCharger()));
  const views = within(screen.getByRole('navigation', { name: 'Views' }));
  const settings = screen.getByRole('button', { name: 'Settings' });
  await user.click(settings);
  expect(title().textContent).toBe('Settings');
  expect(document.activeElement).toBe(title());
  expect(settings.getAttribute('aria-current')).toBe('page');
  expect(views.queryByRole('button', { current: 'page' })).toBeNull();
  await user.click(views.getByRole('button', { name: 'History' }));
  await waitFor(() => expect(document.activeElement).toBe(title()));
  expect(title().textContent).toBe('History');
  expect(views.getByRole('button', { current: 'page' }).textContent).toBe('History');
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  await user.click(views.getByRole('button', { name: 'Chargers' }));
  expect(screen.getByRole('region', { name: 'Garage' })).toBeTruthy();
});

test('a view that the app cannot update says since when, until it can', async () => {
  const { fake, hear } = await renderApp(watching(aChargingCharger()));
  act(() => fake.stick(readAt));
  expect(troubles().getByRole('heading').textContent).toBe('This view is out of date');
  expect(troubles().getByText(/^Not updated since \d+:\d\d/)).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Garage' })).toBeTruthy();
  hear(watching(aChargingCharger()));
  expect(screen.queryByText('This view is out of date')).toBeNull();
});

test('a new counter moves the window, the same one does not', async () => {
  const { hear, user } = await renderApp(watching(aChargingCharger()));
  hear({ ...watching(aChargingCharger()), goTo: { counter: 1, view: 'settings' } });
  expect(title().textContent).toBe('Settings');
  await user.click(screen.getByRole('button', { name: 'Chargers' }));
  hear({ ...watching(aChargingCharger()), goTo: { counter: 1, view: 'settings' } });
  expect(title().textContent).toBe('Chargers');
});

test('opening the same view again moves the focus again', async () => {
  const { hear } = await renderApp(watching(aChargingCharger()));
  act(() => screen.getByRole('button', { name: 'Pause' }).focus());
  hear({ ...watching(aChargingCharger()), goTo: { counter: 1, view: 'chargers' } });
  expect(document.activeElement).toBe(title());
});

test('a reading that arrives does not move the focus', async () => {
  const { hear } = await renderApp(watching(aChargingCharger()));
  const pause = screen.getByRole('button', { name: 'Pause' });
  act(() => pause.focus());
  hear(watching(aChargingCharger({ powerW: 3_000 })));
  expect(document.activeElement).toBe(pause);
});

test('Escape goes back, then closes the window', async () => {
  const { user, fake } = await renderApp(watching(aChargingCharger()));
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.click(screen.getByRole('button', { name: 'Add a charger' }));
  expect(title().textContent).toBe('Add a charger');
  await user.keyboard('{Escape}');
  expect(title().textContent).toBe('Settings');
  expect(fake.requests('closeWindow')).toEqual([]);
  await user.keyboard('{Escape}');
  expect(fake.requests('closeWindow')).toHaveLength(1);
});

test('the back button does the same', async () => {
  const { user } = await renderApp(watching(aChargingCharger()));
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.click(screen.getByRole('button', { name: 'Add a charger' }));
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(title().textContent).toBe('Settings');
});

test('chargers are looked at on demand', async () => {
  const { user, fake } = await renderApp(watching(aChargingCharger()));
  await user.click(screen.getByRole('button', { name: 'Refresh now' }));
  expect(fake.requests('refresh')).toHaveLength(1);
});

test.each<[string, Partial<AppState>, RegExp]>([
  ['no tray', { tray: 'absent' }, /doesn’t show tray icons/],
  ['a disk that refuses', { diskTrouble: true }, /Free up space/],
  ['a locked keychain', { keychain: 'locked' }, /Unlock your system keyring/],
  ['no keychain', { keychain: 'absent' }, /Start GNOME Keyring or KWallet/],
  ['lost settings', { settingsTrouble: { lostKeys: ['theme'] } }, /defaults: theme\./],
  [
    'unreadable settings',
    { settingsTrouble: { lostKeys: [], keptAside: 'settings.broken.json' } },
    /saved as settings\.broken\.json/,
  ],
  [
    'what a later version remembered',
    { memoryTrouble: { keptAside: 'memory.unknown.json', isNewer: true } },
    /made by a newer version/,
  ],
  [
    'what was not remembered',
    { memoryTrouble: { keptAside: 'memory.broken.json', isNewer: false } },
    /saved as memory\.broken\.json/,
  ],
  [
    'an empty account',
    { accounts: [anAccount({ empty: true })] },
    /No chargers in owner@example\.com/,
  ],
  [
    'a list that was not read',
    { accounts: [anAccount({ trouble: { kind: 'notUnderstood' } })] },
    /Unexpected response/,
  ],
  ['a sign-in', { accounts: [anAccount({ signIn: 'signInNeeded' })] }, /won’t update until you do/],
])('%s is told on top, with something to press', async (_, parts, sentence) => {
  await renderApp({ ...watching(), ...parts });
  expect(troubles().getByText(sentence)).toBeTruthy();
  expect(troubles().getAllByRole('button').length).toBeGreaterThan(0);
});

test('nothing wrong, nothing said', async () => {
  await renderApp(watching(aChargingCharger()));
  expect(screen.queryByRole('region', { name: 'Needs attention' })).toBeNull();
});

test('the keychain can be tried again', async () => {
  const { user, fake } = await renderApp(anAppState({ keychain: 'locked' }));
  await user.click(troubles().getByRole('button', { name: 'Try again' }));
  expect(fake.requests('tryKeychain')).toHaveLength(1);
});

test('an account whose chargers are not known yet says that they are looked for', async () => {
  await renderApp(watching());
  expect(screen.getByText('Loading your chargers…')).toBeTruthy();
});

test('an app that does not answer leaves a sentence, not a blank window', async () => {
  await renderApp(anAppState(), (fake) =>
    fake.answer('getState', () => ({ ok: false, failure: 'crashed' })),
  );
  expect(screen.getByRole('alert').textContent).toMatch(/isn’t responding/);
});

test('a fault in the window leaves a sentence and another try', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const broken = { ...watching(aChargingCharger()), settings: undefined };
  const goTo = { counter: 1, view: 'settings' } as const;
  const app = await renderApp({ ...broken, goTo } as unknown as AppState);
  expect(screen.getByRole('alert').textContent).toMatch(/Something went wrong in this window/);
  app.hear(watching(aChargingCharger()));
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('region', { name: 'Garage' })).toBeTruthy();
});

test('a window without an app behind it says so', () => {
  render(<BrokenView why="noBridge" />);
  expect(screen.getByRole('alert').textContent).toMatch(/Quit ChargeTray and start it again/);
});
