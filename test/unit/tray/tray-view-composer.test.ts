import { describe, expect, it } from 'vitest';
import type { MenuEntry } from '../../../electron/ports/tray-view.ts';
import { composeTrayView } from '../../../electron/tray/compose-tray-view.ts';
import { TrayViewComposer } from '../../../electron/tray/tray-view-composer.ts';
import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import {
  aCharger,
  aChargingCharger,
  anObservation,
  current,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { anUpdate } from '../../fixtures/updates.ts';

const day = 86_400_000;
const formatOptions = { locale: 'en-IE', timeZone: 'UTC' };
const telling = { now: readAt, formatOptions };
const drive = aCharger(current(anObservation({ state: 'available' }, { name: 'Drive' })), {
  id: 'charger-2',
});

/** The same charger, a reading later. */
function later(parts: Parameters<typeof aChargingCharger>[0]): ChargerState {
  const charger = aChargingCharger(parts);
  return { ...charger, reading: { ...charger.reading, at: readAt + 1 } as never };
}

function submenuOf(menu: readonly MenuEntry[], name: string): readonly MenuEntry[] | undefined {
  const found = menu.find((entry) => entry.kind === 'submenu' && entry.label.startsWith(name));
  return found?.kind === 'submenu' ? found.entries : undefined;
}

describe('one view after the other', () => {
  const charging = watching(aChargingCharger());
  const rows: Record<string, readonly [AppState, AppState]> = {
    'more power': [watching(aChargingCharger()), watching(later({ powerW: 3000 }))],
    'another limit': [watching(aChargingCharger()), watching(later({ limitA: 6 }))],
    'another ability': [
      watching(aChargingCharger()),
      watching(later({ abilities: { pause: true } })),
    ],
    'a wish': [
      watching(aChargingCharger()),
      watching({
        ...aChargingCharger(),
        command: { phase: 'sent', command: { kind: 'pause' }, at: readAt },
      }),
    ],
    'a wish that is over': [
      watching({
        ...aChargingCharger(),
        command: { phase: 'sent', command: { kind: 'pause' }, at: readAt },
      }),
      watching(aChargingCharger()),
    ],
    'a charger more': [watching(drive), watching(aChargingCharger(), drive)],
    'a charger less': [watching(aChargingCharger(), drive), watching(drive)],
    'a newer version': [charging, { ...charging, update: anUpdate() }],
    silence: [
      watching(aChargingCharger()),
      watching(aCharger(outdated(anObservation({ state: 'charging' })))),
    ],
  };

  it.each(Object.entries(rows))('says all that is new: %s', (_name, [before, after]) => {
    const composer = new TrayViewComposer();
    composer.trayView(before, readAt);
    expect(composer.trayView(after, readAt)).toEqual(composeTrayView(after, telling));
  });

  it('says the day of what is old when it is another day', () => {
    const composer = new TrayViewComposer();
    const old = aCharger(outdated(anObservation({ state: 'charging' })));
    const today = composer.trayView(watching(old), readAt);
    const tomorrow = composer.trayView(watching(old), readAt + day);
    expect(tomorrow.tooltip).not.toBe(today.tooltip);
    expect(tomorrow).toEqual(composeTrayView(watching(old), { now: readAt + day, formatOptions }));
  });

  it('says times by the clock of the zone to which the computer has come', () => {
    const composer = new TrayViewComposer();
    const old = watching(aCharger(outdated(anObservation({ state: 'charging' }))));
    const trayViews = ['UTC', 'Asia/Tokyo', 'UTC'].map((timeZone) => {
      const trayView = composer.trayView({ ...old, zone: timeZone }, readAt);
      expect(trayView).toEqual(
        composeTrayView(old, { now: readAt, formatOptions: { ...formatOptions, timeZone } }),
      );
      return trayView.tooltip;
    });
    expect(trayViews[1]).not.toBe(trayViews[0]);
    expect(trayViews[2]).toBe(trayViews[0]);
  });

  it('is the very same while nothing of what it shows has changed', () => {
    const composer = new TrayViewComposer();
    const state = watching(aChargingCharger());
    const trayView = composer.trayView(state, readAt);
    expect(composer.trayView({ ...state, history: { changes: 9 } }, readAt)).toBe(trayView);
  });

  it('makes nothing anew for a charger that is as it was', () => {
    const composer = new TrayViewComposer();
    const before = composer.trayView(watching(aChargingCharger(), drive), readAt);
    const after = composer.trayView(watching(later({ powerW: 3000 }), drive), readAt);
    const [old, now] = [before, after].map(({ menu }) => submenuOf(menu, 'Drive'));
    expect(old?.length).toBeGreaterThan(3);
    expect(now?.slice(0, -2)).toEqual(old?.slice(0, -2));
    for (const entry of old?.slice(0, -2) ?? []) expect(now).toContain(entry);
  });

  it('makes the choices of a limit once for a charge that goes on', () => {
    const composer = new TrayViewComposer();
    const before = composer.trayView(watching(aChargingCharger()), readAt);
    const after = composer.trayView(watching(later({ powerW: 3000, energyWh: 11_200 })), readAt);
    const choices = before.menu.find(
      (entry) => entry.kind === 'submenu' && entry.entries.length > 3,
    );
    expect(choices).toBeDefined();
    expect(after.menu).toContain(choices);
    expect(after.tooltip).not.toBe(before.tooltip);
  });
});
