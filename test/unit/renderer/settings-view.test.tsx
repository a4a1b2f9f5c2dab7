import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { anAccount, anAppState } from '../../fixtures/app-states.ts';
import { openSettings, prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const settings = (parts: Partial<AppState> = {}): AppState =>
  anAppState({ accounts: [anAccount()], goTo: { counter: 1, view: 'settings' }, ...parts });
const account = () => within(screen.getByRole('region', { name: 'owner@example.com' }));

test('an account says where it stands', async () => {
  await renderApp(settings());
  expect(account().getByText('Signed in')).toBeTruthy();
  expect(account().getByText(/stored only in your system keyring/)).toBeTruthy();
});

test('an account that lives until quitting says so and offers to sign in', async () => {
  const other = anAccount({ signIn: 'signInNeeded', secrets: 'untilQuit' });
  const { user } = await renderApp(settings({ accounts: [other] }));
  expect(account().getByText(/deleted when you quit/)).toBeTruthy();
  await user.click(account().getByRole('button', { name: 'Sign in to owner@example.com' }));
  expect(screen.getByRole('heading', { name: 'Sign in to Wallbox again' })).toBeTruthy();
});

test('an account can be kept, signed out and asked less often', async () => {
  const { user, fake } = await renderApp(settings());
  await user.click(account().getByRole('switch', { name: 'Keep me signed in' }));
  expect(fake.requests('setKeepSignedIn')).toEqual([{ accountId: 'account-1', keep: false }]);
  await user.click(account().getByRole('button', { name: 'Sign out of owner@example.com' }));
  expect(fake.requests('signOut')).toEqual([{ accountId: 'account-1' }]);
  const seconds = account().getByRole('textbox', { name: 'Update interval (s)' });
  await user.clear(seconds);
  await user.type(seconds, '300{Enter}');
  expect(fake.requests('setPollSeconds')).toEqual([{ accountId: 'account-1', seconds: 300 }]);
});

test('no account is asked more often than is allowed', async () => {
  const { user, fake } = await renderApp(settings());
  const seconds = account().getByRole('textbox', { name: 'Update interval (s)' });
  await user.clear(seconds);
  await user.type(seconds, '5');
  await user.tab();
  expect(fake.requests('setPollSeconds')).toEqual([{ accountId: 'account-1', seconds: 60 }]);
});

test('forgetting is asked for twice', async () => {
  const { user, fake } = await renderApp(settings());
  await user.click(account().getByRole('button', { name: 'Remove owner@example.com' }));
  expect(fake.requests('forgetAccount')).toEqual([]);
  const dialog = within(screen.getByRole('alertdialog', { name: 'Remove owner@example.com?' }));
  await user.click(dialog.getByRole('button', { name: 'Remove account' }));
  expect(fake.requests('forgetAccount')).toEqual([{ accountId: 'account-1' }]);
});

test.each<[string, string, object]>([
  ['Theme', 'Dark', { theme: 'dark' }],
  ['Tray icon', 'For dark panels', { trayIcon: 'forDarkPanel' }],
])('%s: %s', async (group, option, change) => {
  const { user, fake } = await renderApp(settings());
  await openSettings({ user }, 'General');
  const choice = within(screen.getByRole('radiogroup', { name: group }));
  await user.click(choice.getByRole('radio', { name: option }));
  expect(fake.requests('changeSettings')).toEqual([change]);
});

test('the power beside the icon is offered where there is room for it', async () => {
  const { user, fake } = await renderApp(
    settings({ app: { ...anAppState().app, platform: 'darwin' } }),
  );
  await openSettings({ user }, 'General');
  await user.click(screen.getByRole('switch', { name: 'Show power in the menu bar' }));
  expect(fake.requests('changeSettings')).toEqual([{ trayPower: true }]);
});

test('no power beside the icon is offered elsewhere', async () => {
  const { user } = await renderApp(settings());
  await openSettings({ user }, 'General');
  expect(screen.queryByRole('switch', { name: 'Show power in the menu bar' })).toBeNull();
});

test.each<[string, object]>([
  ['Open at login', { openAtLogin: true }],
  ['Start minimised to tray', { startHidden: false }],
])('%s is a switch', async (name, change) => {
  const { user, fake } = await renderApp(settings());
  await openSettings({ user }, 'General');
  await user.click(screen.getByRole('switch', { name }));
  expect(fake.requests('changeSettings')).toEqual([change]);
});

test('a setting shows what is, not what was pressed', async () => {
  const { user, hear } = await renderApp(settings());
  await openSettings({ user }, 'General');
  const login = () => screen.getByRole('switch', { name: 'Open at login' });
  await user.click(login());
  expect(login()).toHaveProperty('checked', false);
  hear(settings({ settings: { ...anAppState().settings, openAtLogin: true } }));
  expect(login()).toHaveProperty('checked', true);
});

test('the version, the pages outside and the diagnostics are there', async () => {
  const { user, fake } = await renderApp(settings());
  await openSettings({ user }, 'About');
  expect(screen.getByText('ChargeTray 1.2.3')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Website' }));
  expect(fake.requests('openLink')).toEqual([{ link: 'projectPage' }]);
  await user.click(screen.getByRole('button', { name: 'Copy diagnostics' }));
  expect(fake.requests('copyText')).toEqual([{ text: 'ChargeTray 1.2.3' }]);
  expect(screen.getByText('Copied')).toBeTruthy();
});
