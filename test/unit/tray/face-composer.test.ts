import { describe, expect, it } from 'vitest';
import { composeFace } from '../../../electron/tray/compose-face.ts';
import { FaceComposer } from '../../../electron/tray/face-composer.ts';
import type { AppState, ChargerState } from '../../../shared/domain/app-state.ts';
import {
  aCharger,
  aChargingCharger,
  anObservation,
  current,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';

const day = 86_400_000;
const telling = { now: readAt, manner: {} };
const drive = aCharger(current(anObservation({ state: 'available' }, { name: 'Drive' })), {
  id: 'charger-2',
});

/** The same charger, a look later. */
function later(parts: Parameters<typeof aChargingCharger>[0]): ChargerState {
  const charger = aChargingCharger(parts);
  return { ...charger, reading: { ...charger.reading, at: readAt + 1 } as never };
}

describe('one face after the other', () => {
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
        wish: { phase: 'sent', wish: { kind: 'pause' }, at: readAt },
      }),
    ],
    'a wish that is over': [
      watching({
        ...aChargingCharger(),
        wish: { phase: 'sent', wish: { kind: 'pause' }, at: readAt },
      }),
      watching(aChargingCharger()),
    ],
    'a charger more': [watching(drive), watching(aChargingCharger(), drive)],
    'a charger less': [watching(aChargingCharger(), drive), watching(drive)],
    silence: [
      watching(aChargingCharger()),
      watching(aCharger(outdated(anObservation({ state: 'charging' })))),
    ],
  };

  it.each(Object.entries(rows))('says all that is new: %s', (_name, [before, after]) => {
    const composer = new FaceComposer();
    composer.face(before, readAt);
    expect(composer.face(after, readAt)).toEqual(composeFace(after, telling));
  });

  it('says the day of what is old when it is another day', () => {
    const composer = new FaceComposer();
    const old = aCharger(outdated(anObservation({ state: 'charging' })));
    const today = composer.face(watching(old), readAt);
    const tomorrow = composer.face(watching(old), readAt + day);
    expect(tomorrow.tooltip).not.toBe(today.tooltip);
    expect(tomorrow).toEqual(composeFace(watching(old), { now: readAt + day, manner: {} }));
  });

  it('says times by the clock of the zone to which the computer has come', () => {
    const composer = new FaceComposer();
    const old = watching(aCharger(outdated(anObservation({ state: 'charging' }))));
    const faces = ['UTC', 'Asia/Tokyo', 'UTC'].map((timeZone) => {
      const face = composer.face({ ...old, zone: timeZone }, readAt);
      expect(face).toEqual(composeFace(old, { now: readAt, manner: { timeZone } }));
      return face.tooltip;
    });
    expect(faces[1]).not.toBe(faces[0]);
    expect(faces[2]).toBe(faces[0]);
  });

  it('is the very same while nothing of what it shows has changed', () => {
    const composer = new FaceComposer();
    const state = watching(aChargingCharger());
    const face = composer.face(state, readAt);
    expect(composer.face({ ...state, history: { changes: 9 } }, readAt)).toBe(face);
  });

  it('makes nothing anew for a charger that is as it was', () => {
    const composer = new FaceComposer();
    const before = composer.face(watching(aChargingCharger(), drive), readAt);
    const after = composer.face(watching(later({ powerW: 3000 }), drive), readAt);
    const ofDrive = before.menu.slice(-13, -6);
    expect(ofDrive.length).toBeGreaterThan(0);
    for (const entry of ofDrive) expect(after.menu).toContain(entry);
  });

  it('makes the choices of a limit once for a charge that goes on', () => {
    const composer = new FaceComposer();
    const before = composer.face(watching(aChargingCharger()), readAt);
    const after = composer.face(watching(later({ powerW: 3000, energyWh: 11_200 })), readAt);
    const choices = before.menu.find(
      (entry) => entry.kind === 'submenu' && entry.entries.length > 3,
    );
    expect(choices).toBeDefined();
    expect(after.menu).toContain(choices);
    expect(after.tooltip).not.toBe(before.tooltip);
  });
});
