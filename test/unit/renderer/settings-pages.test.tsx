import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import {
  aCharger,
  anAccount,
  anAppState,
  anObservation,
  current,
  readAt,
} from '../../fixtures/app-states.ts';
import { openSettings, prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const named = (id: string, name: string) =>
  aCharger(current(anObservation({ state: 'available' }, { name })), { id });
const settings = (parts: Partial<AppState> = {}): AppState =>
  anAppState({
    accounts: [anAccount()],
    chargers: [named('a/1', 'Garage'), named('a/2', 'Carport')],
    goTo: { counter: 1, view: 'settings' },
    ...parts,
  });
const price = (from: number, tariff: PriceEntry['tariff']): PriceEntry => ({
  from,
  tariff,
  currency: 'EUR',
  zone: 'UTC',
  origin: 'own',
});
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('the list of the settings', () => {
  it('has a row for each page, with what it says now', async () => {
    await renderApp(
      settings({
        settings: {
          ...defaultSettings,
          theme: 'dark',
          openAtLogin: true,
          quiet: { kind: 'always' },
        },
      }),
    );
    const rows = [...document.querySelectorAll('.settings-row')].map((row) => row.textContent);
    expect(rows).toEqual([
      'Chargers 2 chargers',
      'Notifications Off',
      'Prices Garage: Not set',
      'General Dark · opens at login',
      'Home automation Off',
      'Data Sessions stored: forever',
      'About 1.2.3',
    ]);
  });

  it.each<[readonly PriceEntry[], string]>([
    [[price(0, { kind: 'flat', perKwh: '0.28' })], 'Prices €0.28 per kWh'],
    [
      [
        price(readAt + 1, { kind: 'flat', perKwh: '9' }),
        price(5, { kind: 'flat', perKwh: '0.1234' }),
        price(0, { kind: 'flat', perKwh: '8' }),
      ],
      'Prices €0.1234 per kWh',
    ],
    [[price(0, { kind: 'bands', bands: [], otherwise: '1' })], 'Prices Time of use'],
  ])('says the price that holds now: %#', async (prices, words) => {
    await renderApp(settings({ chargers: [named('a/1', 'Garage')] }), (fake) =>
      fake.answer('getPrices', () => ({ ok: true, value: prices })),
    );
    await waitFor(() => expect(screen.getByRole('button', { name: words })).toBeTruthy());
  });

  it('leads to a page and back, also from page to page', async () => {
    const window = await renderApp(settings());
    await openSettings(window, 'General');
    expect(title()).toBe('General');
    await openSettings(window, 'Data');
    expect(title()).toBe('Data');
    await window.user.click(screen.getByRole('button', { name: 'Back' }));
    expect(title()).toBe('Settings');
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  });

  it.each(['Chargers', 'Notifications', 'General', 'Data', 'About'])(
    '%s: axe finds nothing',
    async (page) => {
      const window = await renderApp(settings());
      await openSettings(window, page);
      const { violations } = await axe.run(document.body, {
        rules: {
          'color-contrast': { enabled: false },
          'label-content-name-mismatch': { enabled: false },
        },
      });
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    },
  );

  it('resets everything but what was chosen for single chargers', async () => {
    const window = await renderApp(settings());
    await openSettings(window, 'Data');
    await window.user.click(screen.getByRole('button', { name: 'Reset settings…' }));
    expect(window.fake.requests('changeSettings')).toEqual([]);
    const dialog = within(screen.getByRole('alertdialog', { name: 'Reset settings?' }));
    await window.user.click(dialog.getByRole('button', { name: 'Reset settings' }));
    const [change = {}] = window.fake.requests('changeSettings');
    expect(change).toMatchObject({ theme: 'system', zoom: 1, shortcut: null });
    expect(Object.keys(change)).not.toContain('chargers');
    expect(window.fake.requests('setQuiet')).toEqual([{ quiet: 'no' }]);
  });
});

describe('names and order of chargers', () => {
  const list = () => within(screen.getByRole('region', { name: 'Names and order' }));
  const before = defaultSettings.chargers;

  it('can be changed: a name, the order, and whether it is shown', async () => {
    const { fake, user } = await renderApp(settings());
    await user.click(list().getByRole('button', { name: 'Rename Garage' }));
    await user.type(screen.getByRole('textbox', { name: 'Name for Garage' }), ' Left bay {Enter}');
    await user.click(list().getByRole('button', { name: 'Move Carport up' }));
    await user.click(list().getByRole('checkbox', { name: 'Show Carport' }));
    expect(fake.requests('changeSettings')).toEqual([
      { chargers: { ...before, names: { 'a/1': 'Left bay' } } },
      { chargers: { ...before, order: ['a/2', 'a/1'] } },
      { chargers: { ...before, hidden: ['a/2'] } },
    ]);
  });

  it('an empty name is the charger’s own again, and Escape changes nothing', async () => {
    const chargers = { ...before, names: { 'a/1': 'Left bay' } };
    const { fake, user } = await renderApp(
      settings({ settings: { ...defaultSettings, chargers } }),
    );
    await user.click(list().getByRole('button', { name: 'Rename Garage' }));
    await user.type(screen.getByRole('textbox', { name: 'Name for Garage' }), 'x{Escape}');
    expect(fake.requests('changeSettings')).toEqual([]);
    expect(title()).toBe('Settings');
    await user.click(list().getByRole('button', { name: 'Rename Garage' }));
    await user.clear(screen.getByRole('textbox', { name: 'Name for Garage' }));
    await user.keyboard('{Enter}');
    expect(fake.requests('changeSettings')).toEqual([{ chargers: before }]);
  });

  it('what is hidden stays in its place and can be shown again', async () => {
    const chargers = { ...before, order: ['a/3', 'a/2', 'a/1'], hidden: ['a/3'] };
    const { fake, user } = await renderApp(
      settings({
        settings: { ...defaultSettings, chargers },
        hiddenChargers: [{ id: 'a/3', name: 'Workshop' }],
      }),
    );
    const names = list()
      .getAllByRole('checkbox')
      .map((box) => box.getAttribute('aria-label'));
    expect(names).toEqual(['Show Workshop', 'Show Carport', 'Show Garage']);
    await user.click(list().getByRole('checkbox', { name: 'Show Workshop', checked: false }));
    expect(fake.requests('changeSettings')).toEqual([{ chargers: { ...chargers, hidden: [] } }]);
  });
});

describe('the shortcut that opens the window', () => {
  const field = () => screen.getByRole('button', { name: /^Shortcut to open: / });

  it('is what is pressed; a modifier alone or a letter alone is none', async () => {
    const window = await renderApp(settings());
    await openSettings(window, 'General');
    await window.user.click(field());
    fireEvent.keyDown(field(), { key: 'Control', code: 'ControlLeft', ctrlKey: true });
    fireEvent.keyDown(field(), { key: 'c', code: 'KeyC' });
    expect(screen.getByText(/^Use Ctrl, Alt/)).toBeTruthy();
    expect(window.fake.requests('changeSettings')).toEqual([]);
    fireEvent.keyDown(field(), { key: 'ç', code: 'KeyC', ctrlKey: true, altKey: true });
    expect(window.fake.requests('changeSettings')).toEqual([{ shortcut: 'Ctrl+Alt+C' }]);
  });

  it('is not changed by Escape, says when it is taken, and can be removed', async () => {
    const chosen = { ...defaultSettings, shortcut: 'Ctrl+Alt+C' };
    const window = await renderApp(settings({ settings: chosen, shortcut: 'taken' }));
    await openSettings(window, 'General');
    expect(screen.getByText(/^Another program uses these keys/)).toBeTruthy();
    await window.user.click(field());
    await window.user.keyboard('{Escape}');
    expect(title()).toBe('General');
    await window.user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(window.fake.requests('changeSettings')).toEqual([{ shortcut: null }]);
  });
});

describe('keys anywhere in the window', () => {
  test.each([
    ['{Control>}1{/Control}', 'Chargers'],
    ['{Control>}2{/Control}', 'Electricity prices'],
    ['{Meta>}3{/Meta}', 'History'],
    ['{Control>},{/Control}', 'Settings'],
  ])('%s leads to %s', async (keys, view) => {
    const { user } = await renderApp(settings({ goTo: { counter: 1, view: 'chargers' } }));
    await user.keyboard(keys);
    expect(title()).toBe(view);
  });

  test('F5 asks the chargers', async () => {
    const { fake, user } = await renderApp(settings());
    await user.keyboard('{F5}');
    expect(fake.requests('refresh')).toHaveLength(1);
  });

  test.each([
    [1, '+', 1.1],
    [1, '=', 1.1],
    [1, '-', 0.9],
    [2, '+', 2.5],
    [3, '+', 3],
    [0.75, '-', 0.75],
    [1.5, '0', 1],
  ])('at %d Ctrl %s makes it %d', async (zoom, key, next) => {
    const { fake, user } = await renderApp(settings({ settings: { ...defaultSettings, zoom } }));
    await user.keyboard(`{Control>}${key}{/Control}`);
    expect(fake.requests('changeSettings')).toEqual([{ zoom: next }]);
  });

  test('while a question is asked they do nothing', async () => {
    const { fake, user } = await renderApp(settings());
    await user.click(screen.getByRole('button', { name: 'Remove owner@example.com' }));
    await user.keyboard('{Control>}1{/Control}{Control>}+{/Control}');
    expect(title()).toBe('Settings');
    expect(fake.requests('changeSettings')).toEqual([]);
  });
});
