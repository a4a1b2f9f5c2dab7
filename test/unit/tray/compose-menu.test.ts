import { describe, expect, it } from 'vitest';
import type { MenuEntry } from '../../../electron/ports/tray-view.ts';
import { composeTrayView } from '../../../electron/tray/compose-tray-view.ts';
import { menuActionOf } from '../../../electron/tray/entries.ts';
import type { AccountState, AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { speak } from '../../../shared/text/messages.ts';
import { stateSentence } from '../../../shared/text/status-text.ts';
import {
  aCharger,
  anAccount,
  anAppState,
  current,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { anUpdate } from '../../fixtures/updates.ts';
import { drawn } from './drawn.ts';

// Some of it is said before the tests run.
speak(english);

const telling = { now: readAt, formatOptions: { locale: 'en-GB', timeZone: 'UTC' } };
const menuOf = (state: AppState) => composeTrayView(state, telling).menu;
const wordsOf = (state: AppState) => menuOf(state).map(drawn);

const app = [
  'Open ChargeTray',
  'History',
  'Notifications: On >',
  'Refresh now (12:41)',
  'Settings…',
  '-',
  'Quit',
];
const unread = app.map((label) => label.replace(' (12:41)', ''));

function named(
  name: string,
  state: Observation['status']['state'],
  more: Partial<Observation> = {},
): ChargerState {
  return aCharger(current(anObservation(state, { name, hasSchedule: true, ...more })), {
    id: name,
  });
}

const lockedCar = stateSentence({ state: 'lockedCar' });
const garage = named('Garage', 'charging', { powerW: 7200, limitA: 32 });
const driveway = named('Driveway', 'lockedCar');
const station = named('Yard', 'available', { abilities: {} });
const many = Array.from({ length: 12 }, (_, index) => named(`Bay ${index + 1}`, 'available'));
const needed = (id: string, label: string) => anAccount({ id, label, signIn: 'signInNeeded' });

function submenu(state: AppState, label: string): readonly MenuEntry[] {
  const found = menuOf(state).find((entry) => entry.kind === 'submenu' && entry.label === label);
  if (found?.kind !== 'submenu') throw new Error(`no submenu ${label} in ${wordsOf(state)}`);
  return found.entries;
}

describe('the menu', () => {
  it('is enough to live with one charger', () => {
    expect(wordsOf(watching(garage))).toEqual([
      'Garage: Charging 7.2 kW',
      'Pause',
      'Lock',
      'Current limit: 32 A >',
      'Back to schedule',
      '-',
      ...app,
    ]);
  });

  it('has room for what becomes of a command', () => {
    const command = { phase: 'sending', command: { kind: 'pause' }, at: readAt } as const;
    const words = wordsOf(watching({ ...garage, command }));
    expect(words.slice(0, 3)).toEqual(['Garage: Charging 7.2 kW', '“Pause: sending…”', 'Pause']);
    expect(words).toHaveLength(14);
  });

  it('gives two chargers a submenu each, and says above them who waits', () => {
    expect(wordsOf(watching(garage, driveway))).toEqual([
      'Unlock Driveway (car waiting)',
      '-',
      'Garage: 7.2 kW >',
      `Driveway: ${lockedCar} >`,
      '-',
      ...app,
    ]);
  });

  it('shows two of which there is nothing to ask as two lines', () => {
    expect(wordsOf(watching(station, { ...station, id: 'b' }))).toEqual([
      'Yard: Ready',
      'Yard: Ready',
      '-',
      ...app,
    ]);
  });

  it('shows as many as fit, and the way to the others', () => {
    expect(wordsOf(watching(...many)).slice(0, 7)).toEqual([
      ...[1, 2, 3, 4, 5].map((bay) => `Bay ${bay}: Ready >`),
      'More chargers… (7)',
      '-',
    ]);
    expect(wordsOf(watching(...many.slice(0, 6)))).toHaveLength(14);
    expect(wordsOf(watching(...many.slice(0, 6)))[5]).toBe('Bay 6: Ready >');
  });

  it('leaves nothing out where it is full', () => {
    const waiting = [1, 2, 3, 4].map((bay) => named(`Bay ${bay}`, 'lockedCar'));
    const accounts = [needed('a', 'a@example.com'), needed('b', 'b@example.com')];
    const locked = anAccount({ id: 'c', signIn: 'working' });
    const state = { ...watching(...waiting), accounts: [...accounts, locked], keychain: 'locked' };
    expect(wordsOf(state as AppState)).toEqual([
      'Sign in to 2 accounts…',
      'Unlock the keychain…',
      'Unlock Bay 1 (car waiting)',
      '-',
      `Bay 1: ${lockedCar} >`,
      'More chargers… (3)',
      '-',
      ...app,
    ]);
  });

  it('has nothing to refresh while there is no account', () => {
    expect(wordsOf(anAppState())).toEqual([
      'Add a charger…',
      '-',
      ...unread.filter((label) => label !== 'Refresh now'),
    ]);
  });

  it('offers a sign-in to the account that needs one', () => {
    const station: AccountState = { ...needed('c', 'Yard'), brand: 'fcsp' };
    const first = (accounts: AccountState[]) => wordsOf(anAppState({ accounts }))[0];
    expect(first([anAccount(), needed('b', 'b@example.com')])).toBe('Sign in to b@example.com…');
    expect(first([station])).toMatch(/key .* Yard…$/);
  });

  it('offers to unlock the keychain while an account waits for it', () => {
    const accounts = [anAccount({ signIn: 'working' })];
    const menu = menuOf(anAppState({ accounts, keychain: 'locked' }));
    expect(menu.map(drawn)).toEqual(['Unlock the keychain…', '-', ...unread]);
    expect(menu[0]?.kind === 'item' && menuActionOf(menu[0].id)).toEqual({ do: 'tryKeychain' });
  });

  it('says above the settings that there is a newer version, unless that is put off', () => {
    const state = { ...watching(garage), update: anUpdate() };
    const menu = menuOf(state);
    const words = menu.map(drawn);
    const at = words.indexOf('Version 1.3.0 is available…');
    expect(words.slice(at + 1)).toEqual(['Settings…', '-', 'Quit']);
    const entry = menu[at];
    expect(entry?.kind === 'item' && menuActionOf(entry.id)).toEqual({
      do: 'open',
      view: 'updates',
    });
    const postponed = anUpdate(undefined, { postponed: true });
    expect(menuOf({ ...state, update: postponed })).toEqual(menuOf(watching(garage)));
  });

  it.each([5, 6, 12])('is never longer for it, with %i chargers', (count) => {
    const state = watching(...many.slice(0, count));
    const words = wordsOf({ ...state, update: anUpdate() });
    const isRoom = count === 5;
    expect(words.filter((one) => !one.startsWith('Version'))).toEqual(wordsOf(state));
    expect(words).toHaveLength(14);
    expect(words.includes('Version 1.3.0 is available…')).toBe(isRoom);
  });

  it('says no word of who waits where another system has the charger', () => {
    const state = watching(garage, named('Driveway', 'lockedCar', { foreignControl: true }));
    expect(wordsOf(state)[0]).toBe('Garage: 7.2 kW >');
  });
});

describe('a submenu', () => {
  it('has all that a charger can be asked, and its details', () => {
    expect(submenu(watching(garage, driveway), 'Garage: 7.2\u00a0kW').map(drawn)).toEqual([
      'Pause',
      'Lock',
      'Current limit: 32 A >',
      'Back to schedule',
      '-',
      'Show details',
    ]);
  });

  it('has its details alone where there is nothing to ask', () => {
    const state = watching(garage, station, driveway);
    expect(submenu(state, 'Yard: Ready').map(drawn)).toEqual(['Show details']);
  });
});

describe('what is pressed', () => {
  const acts = (entries: readonly MenuEntry[]) =>
    entries.flatMap((entry) => (entry.kind === 'item' ? [menuActionOf(entry.id)] : []));
  const ask = (chargerId: string, kind: string) => ({
    do: 'execute',
    chargerId,
    command: { kind },
  });

  it('does what it says', () => {
    expect(acts(menuOf(watching(garage)))).toEqual([
      { do: 'open', view: 'chargers', chargerId: 'Garage' },
      ask('Garage', 'pause'),
      ask('Garage', 'lock'),
      ask('Garage', 'backToSchedule'),
      { do: 'open', view: 'chargers' },
      { do: 'open', view: 'history' },
      { do: 'refresh' },
      { do: 'open', view: 'settings' },
      { do: 'quit' },
    ]);
  });

  it('does it to the charger that it names', () => {
    const state = watching(garage, driveway, ...many);
    expect(acts(menuOf(state)).slice(0, 2)).toEqual([
      ask('Driveway', 'unlock'),
      { do: 'open', view: 'chargers' },
    ]);
    expect(acts(submenu(state, `Driveway: ${lockedCar}`)).at(-1)).toEqual({
      do: 'open',
      view: 'chargers',
      chargerId: 'Driveway',
    });
  });
});
