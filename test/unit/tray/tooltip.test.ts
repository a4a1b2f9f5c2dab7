import { describe, expect, it } from 'vitest';
import { composeTrayView } from '../../../electron/tray/compose-tray-view.ts';
import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { stateSentence } from '../../../shared/text/status-text.ts';
import {
  aCharger,
  anAccount,
  anAppState,
  current,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';

const telling = { now: readAt, formatOptions: { locale: 'en-GB', timeZone: 'UTC' } };

describe('the tooltip', () => {
  const locked = aCharger(current(anObservation('locked', { name: 'Yard' })), { id: 'charger-2' });
  const signInNeeded = anAccount({ id: 'b', label: 'other@example.com', signIn: 'signInNeeded' });
  const table = {
    'has a line for each charger': {
      state: watching(aCharger(current(anObservation('paused'))), locked),
      words: 'Garage: Paused\nYard: Locked',
    },
    'names an account without chargers that needs a sign-in': {
      state: anAppState({ accounts: [anAccount(), signInNeeded], chargers: [locked] }),
      words: 'Yard: Locked\nother@example.com: sign-in required',
    },
    'says what an account of another make needs': {
      state: anAppState({ accounts: [{ ...signInNeeded, brand: 'fcsp', label: 'Yard' }] }),
      words: 'Yard: check the developer key',
    },
    'does not say twice that a sign-in is needed': {
      state: anAppState({
        accounts: [signInNeeded],
        chargers: [{ ...locked, accountId: 'b', reading: { certainty: 'signInNeeded' } }],
      }),
      words: 'sign-in required',
    },
    'says that there is nothing yet': {
      state: anAppState(),
      words: 'ChargeTray: no chargers yet',
    },
    'says that it looks for chargers': {
      state: watching(),
      words: 'ChargeTray: loading your chargers…',
    },
    'says that all of them are hidden': {
      state: { ...watching(), hiddenChargers: [{ id: 'charger-1', name: 'Garage' }] },
      words: 'ChargeTray: all chargers are hidden',
    },
    'says that somebody must unlock the keychain': {
      state: { ...watching(), keychain: 'locked' },
      words: 'ChargeTray: unlock the keychain',
    },
    'says that the keyring hangs': {
      state: { ...watching(), keychain: 'silent' },
      words: 'ChargeTray: the keyring isn’t responding',
    },
    'says so also beside chargers that are known from before': {
      state: {
        ...anAppState({ accounts: [anAccount({ signIn: 'working' })], chargers: [locked] }),
        keychain: 'locked',
      },
      words: 'Yard: Locked\nChargeTray: unlock the keychain',
    },
    'says nothing of a keychain that nobody waits for': {
      state: { ...watching(locked), keychain: 'locked' },
      words: 'Yard: Locked',
    },
  } as const;

  it.each(Object.entries(table))('%s', (_name, { state, words }) => {
    expect(composeTrayView(state, telling).tooltip).toBe(words);
  });
});

function named(name: string, state: Observation['status']['state'], powerW?: number): ChargerState {
  return aCharger(current(anObservation(state, { name, powerW })), { id: name });
}

const tooltipOf = (state: AppState) =>
  composeTrayView(state, telling).tooltip.replaceAll('\u00a0', ' ');

function onWindows(...chargers: readonly ChargerState[]): AppState {
  const state = watching(...chargers);
  return { ...state, app: { ...state.app, platform: 'win32' } };
}

const garage = named('Garage', 'charging', 7200);
const workshop = named('Workshop', 'charging', 11_000);
const ready = Array.from({ length: 20 }, (_, index) => named(`Bay ${index + 1}`, 'available'));

describe('a tooltip that is short', () => {
  it('is told in Windows’ 127 characters: what all do, and the most pressing', () => {
    const words = tooltipOf(onWindows(...ready, garage, workshop, named('Yard', 'error')));
    expect(words).toBe(
      [
        '23 chargers: 2 charging, 18.2 kW',
        `Yard: ${stateSentence({ state: 'error', code: '14' })}`,
        'Garage: 7.2 kW',
        'Workshop: 11.0 kW',
        'Bay 1: Ready',
        'Bay 2: Ready',
        'Bay 3: Ready',
      ].join('\n'),
    );
  });

  it('leaves out first what does not tell one charger from the other', () => {
    const session = { startedAt: readAt - 7_380_000, startSeen: true, lastPowerAt: readAt };
    const charging = ['Garage', 'Workshop', 'Driveway'].map((name) => ({
      ...named(name, 'charging', 7200),
      session: { ...session, energyWh: 10_990, samples: [] },
    }));
    expect(tooltipOf(watching(...charging)).split('\n')[0]).toBe(
      'Garage: Charging 7.2 kW · 10.99 kWh · 2 h 03 min',
    );
    expect(tooltipOf(onWindows(...charging)).split('\n')).toEqual([
      'Garage: 7.2 kW · 10.99 kWh',
      'Workshop: 7.2 kW · 10.99 kWh',
      'Driveway: 7.2 kW · 10.99 kWh',
    ]);
  });

  it('adds up nothing of which a part is unknown', () => {
    const unknown = named('Yard', 'charging');
    expect(tooltipOf(watching(garage, unknown, ...ready)).split('\n')[0]).toBe(
      '22 chargers: 2 charging',
    );
  });

  it('does not say of old readings that nobody charges', () => {
    const old = aCharger(outdated(anObservation('charging', { powerW: 7200 })));
    const first = (...chargers: ChargerState[]) => tooltipOf(watching(...chargers)).split('\n')[0];
    expect(first(...ready)).toBe('20 chargers: none charging');
    expect(first(...ready, old)).toBe('21 chargers');
    expect(first(...ready, old, garage)).toBe('22 chargers: 1 charging, 7.2 kW');
  });

  it('says first what its owner must do', () => {
    const accounts = [
      anAccount(),
      anAccount({ id: 'b', label: 'b@example.com', signIn: 'signInNeeded' }),
    ];
    const words = tooltipOf({ ...onWindows(...ready), accounts });
    expect(words.split('\n')[1]).toMatch(/^b@example.com: /);
  });

  it('has at most twelve lines elsewhere', () => {
    expect(tooltipOf(watching(...ready)).split('\n')).toHaveLength(12);
    expect(tooltipOf(watching(...ready.slice(0, 12))).split('\n')).toHaveLength(12);
    expect(tooltipOf(watching(...ready.slice(0, 12)))).not.toContain('chargers');
  });

  it('leaves room for the state beside a name without end', () => {
    const words = tooltipOf(onWindows(named('x'.repeat(200), 'charging', 7200)));
    expect(words).toBe(`${'x'.repeat(39)}…: Charging 7.2 kW`);
  });
});
