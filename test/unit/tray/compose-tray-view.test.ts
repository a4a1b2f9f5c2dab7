import { describe, expect, it } from 'vitest';
import { composeTrayView } from '../../../electron/tray/compose-tray-view.ts';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { defaultSettings, type Quiet } from '../../../shared/domain/app/settings.ts';
import { anAppState, readAt } from '../../fixtures/app-states.ts';
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
