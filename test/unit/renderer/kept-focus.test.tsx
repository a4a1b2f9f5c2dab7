// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings, type Settings } from '../../../shared/domain/app/settings.ts';
import { aCharger, aChargingCharger, anAccount, watching } from '../../fixtures/app-states.ts';
import { aDetail, aSession, aStatement, garage } from '../../fixtures/history-rows.ts';
import {
  openSettings,
  prepareBrowser,
  preparePast,
  type Rendered,
  renderApp,
} from './render-app.tsx';

prepareBrowser();
preparePast();

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const focused = (element: () => HTMLElement) =>
  waitFor(() => expect(document.activeElement).toBe(element()));
const firstDayOf = (group: string) =>
  within(screen.getByRole('group', { name: group })).getByRole('checkbox', { name: 'Mon' });
const heading = () => screen.getByRole('heading', { level: 1 });

function settingsState(more: Partial<Settings> = {}): AppState {
  const two = [aChargingCharger(), aCharger({ certainty: 'never' }, { id: 'a/2' })];
  const settings = { ...defaultSettings, ...more };
  const goTo = { counter: 1, view: 'settings' } as const;
  return { ...watching(...two), accounts: [anAccount()], settings, goTo };
}

async function atSettings(page: string, more: Partial<Settings> = {}): Promise<Rendered> {
  const app = await renderApp(settingsState(more));
  await openSettings(app, page);
  return app;
}

function atHistory(): Promise<Rendered> {
  const goTo = { counter: 1, view: 'history' } as const;
  return renderApp({ ...watching(aChargingCharger()), goTo }, (fake) => {
    fake.answer('historyChargers', () => ({ ok: true, value: [garage] }));
    fake.answer('listSessions', () => ({ ok: true, value: [aSession()] }));
    fake.answer('showSession', () => ({ ok: true, value: aDetail() }));
    fake.answer('changeSession', () => ({ ok: true, value: { ok: true, value: null } }));
    fake.answer('getStatement', () => ({ ok: true, value: aStatement() }));
  });
}

describe('where what had the focus is gone', () => {
  test('the nearest that is left has it', async () => {
    const { hear, user } = await atSettings('General', { shortcut: 'Ctrl+Alt+C' });
    await user.click(button('Remove'));
    hear(settingsState());
    await focused(() => button(/^Shortcut to open: /));
  });

  test('the entry that follows has it', async () => {
    const { user } = await atHistory();
    await user.click(await screen.findByRole('button', { name: 'Energy price…' }));
    await user.click(await screen.findByRole('button', { name: 'New price' }));
    await user.click(screen.getByRole('radio', { name: 'Time of use' }));
    await user.click(button('Add time band'));
    await user.click(button('Add time band'));
    const third = firstDayOf('Time band 3');
    await user.click(button('Remove time band 2'));
    await focused(() => firstDayOf('Time band 2'));
    expect(document.activeElement).toBe(third);
  });

  test('the entry before it has it where none follows', async () => {
    const night = { days: [7], from: 1320, to: 360 } as const;
    const hours = (...spans: readonly (typeof night)[]): Partial<Settings> => ({
      quietHours: { ...defaultSettings.quietHours, on: true, spans },
    });
    const { hear, user } = await atSettings('Notifications', hours(night, night));
    await user.click(button('Remove quiet hours 2'));
    hear(settingsState(hours(night)));
    await focused(() => firstDayOf('Quiet hours 1'));
  });

  test('the title has it where nothing near is left', async () => {
    const { ring, user } = await atHistory();
    await user.click(await screen.findByRole('button', { name: /kWh/ }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await focused(() => button('Undo'));
    await ring();
    await focused(heading);
    expect(heading().textContent).toBe('Session deleted');
  });

  test('a new name leads back to the button that asked for it', async () => {
    const { user } = await atSettings('Chargers');
    await user.click(button('Rename Garage'));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(button('Rename Garage'));
  });
});

describe('Escape does not throw away', () => {
  test('a correction that was begun', async () => {
    const { user } = await atHistory();
    await user.click(await screen.findByRole('button', { name: /kWh/ }));
    await user.click(await screen.findByRole('button', { name: 'Correct…' }));
    const energy = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Energy, kWh' });
    await user.clear(energy());
    await user.type(energy(), '9{Escape}');
    expect(energy().value).toBe('9');
    await user.click(button('Cancel'));
    expect(screen.queryByRole('form')).toBeNull();
  });

  test('a price that was begun', async () => {
    const { user } = await atHistory();
    await user.click(await screen.findByRole('button', { name: 'Energy price…' }));
    await user.click(await screen.findByRole('button', { name: 'New price' }));
    const price = () => screen.getByLabelText<HTMLInputElement>('Price per kWh');
    await user.type(price(), '0.3{Escape}');
    expect(price().value).toBe('0.3');
  });

  test('what is to stand on a statement, unless it is remembered', async () => {
    const { user } = await atHistory();
    await user.click(await screen.findByRole('button', { name: 'Statement…' }));
    const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
    await user.type(name(), 'Jo Example{Escape}');
    button('Save as PDF…').focus();
    await user.keyboard('{Escape}');
    expect(name().value).toBe('Jo Example');
    await user.click(screen.getByRole('switch', { name: /^Remember these details/ }));
    await user.keyboard('{Escape}');
    expect(heading().textContent).toBe('History');
  });

  test('a limit that is not sent yet', async () => {
    const { fake, user } = await renderApp(watching(aChargingCharger()));
    const limit = screen.getByRole<HTMLInputElement>('textbox', { name: 'Current limit in amps' });
    await user.clear(limit);
    await user.type(limit, '13{Escape}');
    expect(limit.value).toBe('13');
    expect(fake.requests('closeWindow')).toEqual([]);
    expect(fake.requests('execute')).toEqual([]);
  });

  test('a time that is not taken yet', async () => {
    const quietHours = { ...defaultSettings.quietHours, on: true };
    const { user } = await atSettings('Notifications', { quietHours });
    const from = screen.getByLabelText<HTMLInputElement>('From');
    from.focus();
    fireEvent.input(from, { target: { value: '21:30' } });
    await user.keyboard('{Escape}');
    expect(heading().textContent).toBe('Notifications');
    expect(from.value).toBe('21:30');
  });

  test('the window with what is being looked for', async () => {
    const { fake, user } = await atHistory();
    await user.type(await screen.findByRole('searchbox'), 'a{Escape}');
    expect(fake.requests('closeWindow')).toEqual([]);
  });
});
