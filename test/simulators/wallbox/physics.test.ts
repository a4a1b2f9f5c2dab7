import { describe, expect, test } from 'vitest';
import { manualClock } from '../clock.ts';
import { SimulatedCharger } from './charger.ts';
import { dailyWindow } from './schedule.ts';
import { DEFAULT_SETTINGS, type WallboxSettings } from './settings.ts';
import { GARAGE, START } from './test-kit.ts';
import type { ChargerSpec } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 230 V × 32 A on one phase. */
const ONE_PHASE = { phases: 1, limitA: 32 } as const;

function garage(spec: Partial<ChargerSpec> = {}, settings: Partial<WallboxSettings> = {}) {
  const clock = manualClock(START);
  const around = { clock, wall: clock, settings: { ...DEFAULT_SETTINGS, ...settings } };
  return { clock, charger: new SimulatedCharger({ id: GARAGE, ...spec }, around) };
}

describe('power', () => {
  test.each([
    [{ phases: 1, limitA: 32 }, {}, 7_360],
    [{ phases: 3, limitA: 16 }, {}, 11_040],
    [{ phases: 3, limitA: 16 }, { phases: 1 }, 3_680],
    [{ phases: 3, limitA: 32 }, { maxA: 16 }, 11_040],
    [{ phases: 3, limitA: 32, maxAvailableA: 20 }, {}, 13_800],
  ] as const)('%j with a car %j', (spec, car, expected) => {
    const { charger } = garage(spec);
    charger.plugIn(car);
    expect(charger.facts()).toMatchObject({ statusId: 194, powerW: expected });
  });

  test('follows a new limit from that moment on', () => {
    const { charger, clock } = garage(ONE_PHASE);
    charger.plugIn({ wantsWh: 50_000 });
    clock.advance(HOUR);
    charger.patch({ limitA: 16 });
    clock.advance(HOUR);
    expect(charger.facts().energyWh).toBeCloseTo(7_360 + 3_680, 6);
  });
});

describe('a charge', () => {
  test('tapers, ends at exactly what the car wanted, and has no finished code', () => {
    const { charger, clock } = garage(ONE_PHASE);
    charger.plugIn({ wantsWh: 9_000 });
    const seen: number[] = [];
    for (let i = 0; i < 180; i += 1) {
      seen.push(charger.facts().powerW);
      clock.advance(MINUTE);
    }
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect(seen.filter((watts) => watts > 1_200 && watts < 7_000).length).toBeGreaterThan(10);
    expect(charger.facts()).toMatchObject({ statusId: 181, powerW: 0 });
    expect(charger.facts().energyWh).toBeCloseTo(9_000, 6);
    expect(charger.facts().totalWh).toBeCloseTo(9_000, 6);
  });

  test('gives the same energy however often one looks', () => {
    const rare = garage(ONE_PHASE);
    const often = garage(ONE_PHASE);
    for (const { charger } of [rare, often]) charger.plugIn({ wantsWh: 9_000 });
    for (let i = 0; i < 90; i += 1) {
      often.clock.advance(MINUTE);
      often.charger.facts();
    }
    rare.clock.advance(90 * MINUTE);
    expect(rare.charger.facts().energyWh).toBeCloseTo(often.charger.facts().energyWh, 6);
  });

  test('goes from 180 to 181 after a minute, or uses one of them', () => {
    const { charger, clock } = garage({ ...ONE_PHASE, codes: { carIsFull: 180 } });
    const both = garage(ONE_PHASE);
    charger.plugIn({ wantsWh: 1 });
    both.charger.plugIn({ wantsWh: 1 });
    for (const moving of [clock, both.clock]) moving.advance(10_000);
    expect([charger.facts().statusId, both.charger.facts().statusId]).toEqual([180, 180]);
    for (const moving of [clock, both.clock]) moving.advance(MINUTE);
    expect([charger.facts().statusId, both.charger.facts().statusId]).toEqual([180, 181]);
  });

  test('starts after a moment of 164', () => {
    const { charger, clock } = garage(ONE_PHASE);
    charger.plugIn({ wantsWh: 9_000, connectMs: MINUTE });
    expect(charger.facts().statusId).toBe(164);
    clock.advance(2 * MINUTE);
    expect(charger.facts().statusId).toBe(194);
    expect(charger.facts().energyWh).toBeCloseTo(7_360 / 60, 6);
  });

  test('stops at the lock, at the pause and at an update; goes on without network', () => {
    const { charger, clock } = garage(ONE_PHASE);
    charger.plugIn({ wantsWh: 50_000 });
    for (const change of [{ locked: true }, { manual: 'paused' }, { updateUntil: 1e15 }] as const) {
      charger.patch(change);
      clock.advance(HOUR);
      expect(charger.facts()).toMatchObject({ energyWh: 0, powerW: 0 });
      charger.patch({ locked: false, manual: 'none', updateUntil: null });
    }
    charger.setOnline(false);
    clock.advance(HOUR);
    expect(charger.facts()).toMatchObject({ statusId: 0, energyWh: 7_360 });
  });

  test('leaves its counters behind and enters the history', () => {
    const { charger, clock } = garage(ONE_PHASE);
    charger.plugIn({ wantsWh: 50_000 });
    clock.advance(HOUR);
    charger.patch({ manual: 'paused' });
    clock.advance(HOUR);
    charger.unplug();
    expect(charger.facts()).toMatchObject({ statusId: 161, energyWh: 7_360, plugged: false });
    expect(charger.history).toEqual([
      {
        startAt: START,
        endAt: START + 2 * HOUR,
        chargingMs: HOUR,
        energyWh: 7_360,
        greenWh: 0,
        dischargedWh: 0,
      },
    ]);
    charger.plugIn();
    expect(charger.facts()).toMatchObject({ energyWh: 0, totalWh: 7_360 });
  });
});

describe('reasons to wait', () => {
  test.each([183, 184, 185, 186, 187, 188] as const)('code %d ends by itself', (code) => {
    const { charger, clock } = garage(ONE_PHASE);
    charger.plugIn({ wantsWh: 50_000 });
    clock.advance(HOUR);
    charger.hold(code, 6 * MINUTE);
    expect(charger.facts()).toMatchObject({ statusId: code, powerW: 0 });
    clock.advance(HOUR);
    expect(charger.facts().statusId).toBe(194);
    expect(charger.facts().energyWh).toBeCloseTo(7_360 * 1.9, 6);
  });

  test('a schedule opens and closes in UTC', () => {
    const { charger, clock } = garage({
      ...ONE_PHASE,
      schedules: [dailyWindow('0900', '1030')],
    });
    charger.plugIn({ wantsWh: 50_000 });
    expect(charger.facts().statusId).toBe(179);
    clock.advance(2.5 * HOUR);
    expect(charger.facts().statusId).toBe(194);
    clock.advance(4 * HOUR);
    expect(charger.facts().statusId).toBe(179);
    expect(charger.facts().energyWh).toBeCloseTo(7_360 * 1.5, 6);
  });

  test('a night window goes over midnight, and a disabled one holds nothing', () => {
    const night = dailyWindow('2300', '0800');
    const { charger } = garage({ schedules: [night] });
    charger.plugIn();
    expect(charger.facts().statusId).toBe(194);
    charger.patch({ schedules: [{ ...night, stop: '0600' }] });
    expect(charger.facts().statusId).toBe(179);
    charger.patch({ schedules: [{ ...night, stop: '0600', enable: false }] });
    expect(charger.facts().statusId).toBe(194);
  });

  test('the sun: waits for it, follows it, counts it', () => {
    const { charger, clock } = garage({ ...ONE_PHASE, ecoSmart: { enabled: true, mode: 1 } });
    charger.plugIn({ wantsWh: 50_000 });
    expect(charger.facts().statusId).toBe(189);
    charger.setSun(3_000);
    clock.advance(HOUR);
    expect(charger.facts()).toMatchObject({ powerW: 3_000, energyWh: 3_000, greenWh: 3_000 });
    charger.patch({ ecoSmart: { enabled: true, mode: 0 } });
    clock.advance(HOUR);
    expect(charger.facts().energyWh).toBeCloseTo(3_000 + 7_360, 6);
    expect(charger.facts().greenWh).toBeCloseTo(6_000, 6);
  });
});

describe('other states', () => {
  test('auto-lock waits for the car to leave', () => {
    const { charger, clock } = garage({ autoLockS: 60 });
    charger.plugIn();
    charger.unplug();
    clock.advance(59_999);
    expect(charger.facts().statusId).toBe(161);
    clock.advance(1);
    expect(charger.facts()).toMatchObject({ statusId: 209, locked: true });
    charger.setLocked(false);
    charger.patch({ relockAt: clock.now() + MINUTE });
    charger.plugIn();
    clock.advance(HOUR);
    expect(charger.facts().locked).toBe(false);
  });

  test.each([
    [{}, 161],
    [{ codes: { ready: 162 } }, 162],
    [{ locked: true, codes: { locked: 165 } }, 165],
    [{ locked: true, car: {} }, 210],
    [{ car: {}, codes: { charging: 193 } }, 193],
    [{ car: { discharging: true }, model: 'Quasar' }, 196],
  ] as const)('%j has code %d', (spec, code) => {
    expect(garage(spec).charger.facts().statusId).toBe(code);
  });

  test('discharging counts apart and fills no car', () => {
    const { charger, clock } = garage({ ...ONE_PHASE, model: 'Quasar' });
    charger.plugIn({ discharging: true });
    clock.advance(HOUR);
    expect(charger.facts()).toMatchObject({ dischargedWh: 7_360, energyWh: 0, totalWh: 0 });
  });

  test('reports to the cloud only now and then', () => {
    const { charger, clock } = garage(ONE_PHASE, { cloudDelayMs: 30_000 });
    clock.advance(10_000);
    charger.plugIn({ wantsWh: 50_000 });
    expect(charger.reported.state.car).toBeNull();
    clock.advance(19_999);
    expect(charger.reported.state.car).toBeNull();
    clock.advance(1);
    expect(charger.reported.state.session.energyWh).toBeCloseTo((7_360 * 20) / 3_600, 6);
    clock.advance(29_999);
    expect(charger.reported.at).toBe(START + 30_000);
  });

  test('reports nothing without network', () => {
    const { charger, clock } = garage({ ...ONE_PHASE, car: {} }, { cloudDelayMs: 30_000 });
    charger.setOnline(false);
    clock.advance(HOUR);
    expect(charger.reported).toMatchObject({
      at: START,
      state: { online: false, session: { energyWh: 0 } },
    });
  });
});
