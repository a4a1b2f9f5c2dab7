import { describe, expect, it } from 'vitest';
import { composeTrayView } from '../../../electron/tray/compose-tray-view.ts';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings, type Quiet } from '../../../shared/domain/app/settings.ts';
import {
  aCharger,
  anAppState,
  current,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { drawn } from './drawn.ts';

const telling = { now: readAt, formatOptions: { locale: 'en-GB', timeZone: 'UTC' } };
const hour = 3_600_000;

function notificationsOf(state: AppState) {
  const found = composeTrayView(state, telling).menu.find(
    (entry) => entry.kind === 'submenu' && entry.label.startsWith('Notifications'),
  );
  if (found?.kind !== 'submenu') throw new Error('There is no choice of notifications');
  return found;
}

describe('the choice of notifications', () => {
  const until = (ms: number): Quiet => ({ kind: 'until', at: readAt + ms });
  const table: { quiet: Quiet; chosen: string; says: string; why: string }[] = [
    { why: 'on', quiet: { kind: 'no' }, chosen: 'On', says: 'On' },
    { why: 'off', quiet: { kind: 'always' }, chosen: 'Off', says: 'Off' },
    { why: 'an hour', quiet: until(hour), chosen: 'Off for an hour', says: 'Off until 13:41' },
    {
      why: 'the night',
      quiet: until(18 * hour),
      chosen: 'Off until tomorrow',
      says: 'Off until Sun 17 May, 06:41',
    },
    { why: 'the hour is over', quiet: until(0), chosen: 'On', says: 'On' },
  ];

  it.each(table)('$why', ({ quiet, chosen, says }) => {
    const { label, entries } = notificationsOf(
      anAppState({ settings: { ...defaultSettings, quiet } }),
    );
    expect(label).toBe(`Notifications: ${says}`);
    expect(entries.map(drawn)).toEqual(['On', 'Off for an hour', 'Off until tomorrow', 'Off']);
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

describe('the power beside the icon', () => {
  const charger = (state: 'charging' | 'discharging' | 'available', powerW?: number) =>
    aCharger(current(anObservation(state, { powerW })));
  const old = aCharger(outdated(anObservation('charging', { powerW: 7200 })));
  const table = {
    'that charges': { chargers: [charger('charging', 7200)], title: '7.2 kW' },
    'of several': {
      chargers: [charger('charging', 7200), charger('available', 0), charger('charging', 11_000)],
      title: '18.2 kW',
    },
    'that a vehicle gives': { chargers: [charger('discharging', -3000)], title: '3.0 kW' },
    'that nobody knows whole': {
      chargers: [charger('charging', 7200), charger('charging')],
      title: undefined,
    },
    'where none flows': { chargers: [charger('available', 0)], title: undefined },
    'where none flows yet': { chargers: [charger('charging', 0)], title: '0.0 kW' },
    'that flowed a while ago': { chargers: [old], title: undefined },
    'of nobody': { chargers: [], title: undefined },
  };
  const titleOf = (state: AppState) =>
    composeTrayView(state, telling).title?.replaceAll('\u00a0', ' ');
  const settings = { ...defaultSettings, trayPower: true };
  const app = { version: '0.0.0', platform: 'darwin', demo: false } as const;

  it.each(Object.entries(table))('%s', (_name, { chargers, title }) => {
    expect(titleOf({ ...watching(...chargers), settings, app })).toBe(title);
  });

  it('is there on wish, and only on macOS', () => {
    const state = watching(charger('charging', 7200));
    expect(titleOf({ ...state, app })).toBeUndefined();
    expect(titleOf({ ...state, settings })).toBeUndefined();
  });
});
