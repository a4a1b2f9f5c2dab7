// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
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
