import { describe, expect, it } from 'vitest';
import type { MenuEntry } from '../../../electron/ports/tray-view.ts';
import { composeTrayView } from '../../../electron/tray/compose-tray-view.ts';
import { menuActionOf } from '../../../electron/tray/entries.ts';
import type { AccountState, AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings, type Quiet } from '../../../shared/domain/app/settings.ts';
import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import {
  aCharger,
  anAccount,
  anAppState,
  current,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';

const telling = { now: readAt, formatOptions: { locale: 'en-GB', timeZone: 'UTC' } };
const menuOf = (state: AppState) => composeTrayView(state, telling).menu;

function showing(
  state: Observation['status']['state'],
  more: Partial<Observation> = {},
): ChargerState {
  return aCharger(current(anObservation(state, more)));
}

/** An entry as a person reads it: `(Pause)` is disabled, `Limit >` opens, `-` is a line. */
function drawn(entry: MenuEntry): string {
  if (entry.kind === 'separator') return '-';
  const label = entry.label.replaceAll('\u00a0', ' ');
  if (entry.kind === 'words') return `“${label}”`;
  const arrow = entry.kind === 'submenu' ? ' >' : '';
  return entry.enabled ? `${label}${arrow}` : `(${label})${arrow}`;
}

/** The entries of the first charger, without its line and the separator after it. */
function steeringOf(charger: ChargerState): string[] {
  const menu = menuOf(watching(charger)).map(drawn);
  return menu.slice(1, menu.indexOf('-'));
}

function submenu(state: AppState, label: string) {
  const found = menuOf(state).find((entry) => entry.kind === 'submenu' && entry.label === label);
  if (found?.kind !== 'submenu') throw new Error(`no submenu ${label}`);
  return found;
}

describe('the whole menu', () => {
  it('is enough to live with one charger', () => {
    expect(menuOf(watching(showing('charging', { powerW: 7200 }))).map(drawn)).toEqual([
      'Garage: Charging 7.2 kW',
      'Pause',
      'Back to schedule',
      'Lock',
      'Current limit >',
      '-',
      'Refresh now',
      'Notifications >',
      'Open ChargeTray',
      'Settings…',
      '-',
      'Quit',
    ]);
  });

  it('has nothing to refresh while there is no account', () => {
    expect(menuOf(anAppState()).map(drawn)).toEqual([
      'Add a charger…',
      '-',
      'Notifications >',
      'Open ChargeTray',
      'Settings…',
      '-',
      'Quit',
    ]);
  });

  it('offers a sign-in for each account that needs one', () => {
    const needed = (id: string, label: string) => anAccount({ id, label, signIn: 'signInNeeded' });
    const station: AccountState = { ...needed('c', 'Yard'), brand: 'fcsp' };
    const accounts = [anAccount(), needed('b', 'b@example.com'), station];
    expect(menuOf(anAppState({ accounts })).map(drawn).slice(0, 4)).toEqual([
      'Sign in to b@example.com…',
      'Check the key of Yard…',
      '-',
      'Refresh now',
    ]);
  });

  it('offers to unlock the keychain while an account waits for it', () => {
    const accounts = [anAccount({ signIn: 'working' })];
    const menu = menuOf(anAppState({ accounts, keychain: 'locked' }));
    expect(menu.map(drawn).slice(0, 3)).toEqual(['Unlock the keychain…', '-', 'Refresh now']);
    expect(menu[0]?.kind === 'item' && menuActionOf(menu[0].id)).toEqual({ do: 'tryKeychain' });
  });

  it('does what its entries say', () => {
    const acts = menuOf(watching(showing('charging'))).flatMap((entry) =>
      entry.kind === 'item' ? [menuActionOf(entry.id)] : [],
    );
    const ask = (kind: string) => ({ do: 'execute', chargerId: 'charger-1', command: { kind } });
    expect(acts).toEqual([
      { do: 'open', view: 'chargers', chargerId: 'charger-1' },
      ask('pause'),
      ask('backToSchedule'),
      ask('lock'),
      { do: 'refresh' },
      { do: 'open', view: 'chargers' },
      { do: 'open', view: 'settings' },
      { do: 'quit' },
    ]);
  });
});

describe('what a charger can be asked', () => {
  const table: Record<string, { charger: ChargerState; entries: string[] }> = {
    'nothing: no entry': { charger: showing('charging', { abilities: {} }), entries: [] },
    'paused: resume': {
      charger: showing('paused'),
      entries: ['Resume', 'Back to schedule', 'Lock', 'Current limit >'],
    },
    'on its schedule: start it, and nothing to give back': {
      charger: showing('scheduled'),
      entries: ['Charge now', 'Pause', '(Back to schedule)', 'Lock', 'Current limit >'],
    },
    'waiting for the car': {
      charger: showing('waiting'),
      entries: ['Charge now', 'Pause', 'Back to schedule', 'Lock', 'Current limit >'],
    },
    'waiting for power': {
      charger: showing('queued'),
      entries: ['Pause', 'Back to schedule', 'Lock', 'Current limit >'],
    },
    'ready: nothing to pause, and nobody wonders why': {
      charger: showing('available'),
      entries: ['(Pause)', '(Back to schedule (no car))', 'Lock', 'Current limit >'],
    },
    'locked: unlock first': {
      charger: showing('lockedCar'),
      entries: ['(Pause (locked))', '(Back to schedule (locked))', 'Unlock', 'Current limit >'],
    },
    'locked, and another system controls it': {
      charger: showing('locked', { foreignControl: true }),
      entries: [
        '(Pause (controlled by OCPP))',
        '(Back to schedule (controlled by OCPP))',
        '(Unlock (controlled by OCPP))',
        'Current limit >',
      ],
    },
    offline: {
      charger: showing('offline'),
      entries: [
        '(Pause (charger offline))',
        '(Back to schedule (charger offline))',
        '(Lock (charger offline))',
        '(Current limit (charger offline)) >',
      ],
    },
    'this account may only look': {
      charger: showing('charging', { mayCommand: false }),
      entries: [
        '(Pause (no permission))',
        '(Back to schedule (no permission))',
        '(Lock (no permission))',
        '(Current limit (no permission)) >',
      ],
    },
    'a sign-in is required': {
      charger: aCharger({ certainty: 'signInNeeded', at: 1, observation: anObservation('paused') }),
      entries: [
        '(Resume (sign in first))',
        '(Back to schedule (sign in first))',
        '(Lock (sign in first))',
        '(Current limit (sign in first)) >',
      ],
    },
    'it can do nothing at all': { charger: showing('charging', { abilities: {} }), entries: [] },
  };

  it.each(Object.entries(table))('%s', (_name, { charger, entries }) => {
    expect(steeringOf(charger)).toEqual(entries);
  });
});

describe('a wish under way', () => {
  const command = { kind: 'pause' } as const;
  const table: { progress: CommandProgress; words?: string }[] = [
    { progress: { phase: 'sending', command, at: readAt }, words: 'Pause: sending…' },
    {
      progress: { phase: 'sent', command, at: readAt },
      words: 'Pause: sent, waiting for confirmation.',
    },
    {
      progress: { phase: 'notConfirmed', command, at: readAt },
      words: 'Pause: not confirmed. The charger still reports: Charging.',
    },
    {
      progress: { phase: 'failed', command, at: readAt, why: { kind: 'refused', why: 'locked' } },
      words: 'Pause: The charger is locked. Unlock it first.',
    },
    { progress: { phase: 'confirmed', command, at: readAt } },
  ];

  it.each(table)('$progress.phase', ({ progress, words }) => {
    const said = steeringOf({ ...showing('charging'), command: progress }).filter((entry) =>
      entry.startsWith('“'),
    );
    expect(said).toEqual(words ? [`“${words}”`] : []);
  });
});

describe('the choice of a current limit', () => {
  const table = {
    'the customary steps within its bounds, both ends, and what is set': {
      limit: { minA: 7, maxA: 30 },
      limitA: 22,
      choices: [7, 8, 10, 13, 16, 20, 22, 25, 30],
    },
    'nothing is known to be set': { limit: { minA: 6, maxA: 16 }, choices: [6, 8, 10, 13, 16] },
    'what is set lies out of bounds': {
      limit: { minA: 6, maxA: 10 },
      limitA: 32,
      choices: [6, 8, 10],
    },
    'there is no choice': { limit: { minA: 16, maxA: 16 }, limitA: 16, choices: [16] },
  };

  it.each(Object.entries(table))('%s', (_name, given) => {
    const limitA = 'limitA' in given ? given.limitA : undefined;
    const observation = {
      abilities: { limit: given.limit },
      ...(limitA === undefined ? {} : { limitA }),
    };
    const { entries } = submenu(watching(showing('waiting', observation)), 'Current limit');
    expect(entries.map(drawn)).toEqual(given.choices.map((amps) => `${amps} A`));
    const chosen = entries.filter((entry) => entry.kind === 'item' && entry.chosen).map(drawn);
    const isOffered = limitA !== undefined && given.choices.includes(limitA);
    expect(chosen).toEqual(isOffered ? [`${limitA} A`] : []);
    const commands = entries.map((entry) =>
      entry.kind === 'item' ? menuActionOf(entry.id) : undefined,
    );
    expect(commands[0]).toEqual({
      do: 'execute',
      chargerId: 'charger-1',
      command: { kind: 'setLimit', limitA: given.choices[0] },
    });
  });
});

describe('the choice of notifications', () => {
  const table: { quiet: Quiet; chosen: string; why: string }[] = [
    { why: 'on', quiet: { kind: 'no' }, chosen: 'On' },
    { why: 'off', quiet: { kind: 'always' }, chosen: 'Off' },
    { why: 'quiet', quiet: { kind: 'until', at: readAt + 1 }, chosen: 'Off for an hour' },
    { why: 'the hour is over', quiet: { kind: 'until', at: readAt }, chosen: 'On' },
  ];

  it.each(table)('$why', ({ quiet, chosen }) => {
    const state = anAppState({ settings: { ...defaultSettings, quiet } });
    const { entries } = submenu(state, 'Notifications');
    expect(entries.map(drawn)).toEqual(['On', 'Off for an hour', 'Off']);
    const held = entries.filter((entry) => entry.kind === 'item' && entry.chosen).map(drawn);
    expect(held).toEqual([chosen]);
  });
});

it('the icon is drawn for the panel that the owner chose', () => {
  const settings = { ...defaultSettings, trayIcon: 'forLightPanel' } as const;
  expect(composeTrayView(anAppState({ settings }), telling)).toMatchObject({
    panel: 'forLightPanel',
    icon: { name: 'available', outdated: true },
    tooltip: 'ChargeTray: no chargers yet',
  });
});
