import { describe, expect, it } from 'vitest';
import {
  toObservation,
  withConfig,
  withRecord,
} from '../../../../electron/integrations/wallbox/translate.ts';
import {
  readConfig,
  readRecord,
  readStatus,
} from '../../../../electron/integrations/wallbox/wire.ts';
import { observationSchema } from '../../../../shared/schema/charger/observation.ts';
import { recordBody, statusBody } from './payloads.ts';

const now = Date.UTC(2026, 10, 21, 12);
const listed = { id: '700123', name: 'Listed', model: 'Pulsar Plus', mayCommand: undefined, now };

function observation(change = {}, config: Record<string, unknown> | null = {}, known = {}) {
  const wire = readStatus(statusBody(change, config));
  if (!wire) throw new Error('Not understood');
  const anObservation = toObservation(wire, { ...listed, ...known });
  // Strict: an undefined value would be a key, and some reader would take it for a reading.
  expect(Object.values(anObservation)).not.toContain(undefined);
  return observationSchema.parse(anObservation);
}

it('says everything in our words', () => {
  expect(observation()).toEqual({
    name: 'Carport',
    model: 'Pulsar Plus',
    status: { state: 'charging' },
    vendorCode: '194',
    reportedAt: Date.UTC(2026, 10, 21, 11, 59, 30),
    plugged: 'yes',
    powerW: 7360,
    energyWh: 10_990,
    greenEnergyWh: 2500,
    durationMs: 7_380_000,
    phases: 3,
    limitA: 16,
    locked: false,
    solarMode: 'off',
    price: { perKwh: 0.31, currency: 'EUR' },
    abilities: {
      pause: true,
      schedule: true,
      ownSchedules: true,
      lock: true,
      price: true,
      reboot: true,
      limit: { minA: 6, maxA: 32 },
      solarMode: true,
    },
  });
});

it('says only what it knows where there is no more than a state', () => {
  const keys = ['charging_power', 'max_available_power', 'added_energy', 'added_green_energy'];
  const others = ['name', 'charging_time', 'last_sync', 'current_mode'];
  const nothing = Object.fromEntries([...keys, ...others].map((key) => [key, undefined]));
  expect(observation({ ...nothing, status_id: 161 }, null, { model: undefined })).toEqual({
    name: 'Listed',
    status: { state: 'available' },
    vendorCode: '161',
    plugged: 'no',
    abilities: {
      pause: true,
      schedule: true,
      ownSchedules: true,
      lock: true,
      price: true,
      reboot: true,
      limit: { minA: 6, maxA: 32 },
    },
  });
});

describe('the state', () => {
  it.each([
    ['null', { status_id: null }, 'offline', '0'],
    ['absent', { status_id: undefined }, 'unknown', ''],
    ['empty', { status_id: '' }, 'unknown', ''],
    ['zero', { status_id: 0 }, 'offline', '0'],
    ['a number as text', { status_id: '182' }, 'paused', '182'],
    ['under its other name', { status_id: undefined, status: 182 }, 'paused', '182'],
    ['new', { status_id: 777 }, 'unknown', '777'],
    ['a word', { status_id: 'Ready' }, 'unknown', 'Ready'],
    ['no code at all', { status_id: [194] }, 'unknown', '?'],
  ])('%s', (_, change, state, code) => {
    expect(observation(change)).toMatchObject({ status: { state }, vendorCode: code });
  });

  it('163 needs the last word of the charger to be old', () => {
    expect(observation({ status_id: 163 }).status.state).toBe('available');
    const old = { status_id: 163, last_sync: '2026-11-21 11:29:00' };
    expect(observation(old).status.state).toBe('offline');
  });
});

describe('numbers', () => {
  it.each([
    ['a long binary tail', { charging_power: 7.359999999999999 }, { powerW: 7360 }],
    ['power below zero', { charging_power: -0.2 }, { powerW: 0 }],
    ['power outwards', { status_id: 196, charging_power: -3.2 }, { powerW: 3200 }],
    ['power as text', { charging_power: '7.36' }, { powerW: 7360 }],
    ['power that dips for one look', { charging_power: 0 }, { powerW: 0 }],
    ['no power', { charging_power: null }, { powerW: undefined }],
    ['power beyond all numbers', { charging_power: '1e999' }, { powerW: undefined }],
    ['energy without a car', { status_id: 161, added_energy: 29.6 }, { energyWh: 29_600 }],
    ['energy zero', { added_energy: 0 }, { energyWh: 0 }],
    ['energy below zero', { added_energy: -1 }, { energyWh: undefined }],
    ['time below zero', { charging_time: -1_795_223_400 }, { durationMs: 0 }],
    ['one phase', { current_mode: 1 }, { phases: 1 }],
    ['two phases, which nobody has', { current_mode: 2 }, { phases: undefined }],
  ])('%s', (_, change, expected) => {
    const anObservation = observation(change);
    for (const [key, value] of Object.entries(expected)) {
      expect(anObservation[key as keyof typeof anObservation], key).toBe(value);
    }
  });
});

describe('the configuration', () => {
  it.each([
    [{ locked: true }, { locked: true }],
    [{ locked: 1 }, { locked: true }],
    [{ locked: '1' }, { locked: true }],
    [{ locked: 'false' }, { locked: false }],
    [{ locked: null }, { locked: undefined }],
    [{ operation_mode: 'ocpp' }, { foreignControl: true }],
    [{ max_charging_current: null }, { limitA: undefined }],
    [{ max_charging_current: undefined, max_charging_value: 13 }, { limitA: 13 }],
    [
      { energy_price: 0.2, energyCost: { value: 0.4 } },
      { price: { perKwh: 0.2, currency: 'EUR' } },
    ],
    [
      { energy_price: null, energyCost: { value: 0.4 } },
      { price: { perKwh: 0.4, currency: 'EUR' } },
    ],
    [{ currency: { code: 'EUR/kWh' } }, { price: { perKwh: 0.31, currency: 'EUR' } }],
    [{ currency: { code: 'euro' } }, { price: undefined }],
    [{ currency: null }, { price: undefined }],
    [{ ecosmart: { enabled: true, mode: 0 } }, { solarMode: 'eco' }],
    [{ ecosmart: { enabled: 1, mode: '1' } }, { solarMode: 'solar' }],
    [{ ecosmart: { enabled: true, mode: 2 } }, { solarMode: undefined }],
    [{ state: { id: 1 }, timezone: null, plan: 'anything' }, { locked: false }],
  ])('%j', (config, expected) => {
    const anObservation = observation({}, config);
    for (const [key, value] of Object.entries(expected)) {
      expect(anObservation[key as keyof typeof anObservation], key).toEqual(value);
    }
  });

  it('never takes the price of the group for that of the charger', () => {
    const config = { energy_price: undefined, energyCost: undefined };
    expect(observation({ depot_price: 0.2 }, config).price).toBeUndefined();
  });
});

describe('abilities', () => {
  it.each([
    ['up to what is available', { max_available_power: 25 }, {}, { minA: 6, maxA: 25 }],
    [
      'by the other name',
      { max_available_power: null },
      { max_available_current: 20 },
      { minA: 6, maxA: 20 },
    ],
    [
      'up to 32 A where nothing is said',
      { max_available_power: 0 },
      { max_available_current: null },
      { minA: 6, maxA: 32 },
    ],
    ['not with less than the least', { max_available_power: 5 }, {}, undefined],
    [
      'of a unit that gives back, while it takes',
      { max_available_power: 25 },
      { part_number: 'QS01-W', max_charging_current: 16 },
      { minA: 6, maxA: 25 },
    ],
    [
      'of a unit that gives back, while it does',
      { max_available_power: 25 },
      { part_number: 'QS01-W', max_charging_current: -16 },
      { minA: -25, maxA: -6 },
    ],
    [
      'of a unit that gives back, when nobody knows which way',
      {},
      { part_number: 'QS01-W', max_charging_current: 0, max_charging_value: undefined },
      undefined,
    ],
  ])('limit: %s', (_, change, config, limit) => {
    expect(observation(change, config).abilities.limit).toEqual(limit);
  });

  it('limit: of a Quasar by its name, only where the set one is known', () => {
    expect(observation({}, null, { model: 'Quasar' }).abilities.limit).toBeUndefined();
  });

  it.each([
    ['QS01-W', -16, -16],
    ['QS01-W', 16, 16],
    ['PLP1-W', -16, undefined],
  ])('limit: %s set to %d A has %s', (part_number, max_charging_current, limitA) => {
    const config = { part_number, max_charging_current, max_charging_value: undefined };
    expect(observation({}, config).limitA).toBe(limitA);
  });

  it.each([
    [2.1, 2100],
    [0, undefined],
    [-1, undefined],
    ['lots', undefined],
  ])('gave back %s kWh: %s', (added_discharged_energy, dischargedEnergyWh) => {
    expect(observation({ added_discharged_energy }).dischargedEnergyWh).toBe(dischargedEnergyWh);
  });

  it.each([
    ['absent block', { ecosmart: undefined }],
    ['mode null', { ecosmart: { enabled: false, mode: null } }],
    ['no object', { ecosmart: 'yes' }],
  ])('Eco-Smart: %s means that it cannot', (_, config) => {
    const anObservation = observation({}, config);
    expect(anObservation.abilities.solarMode).toBeUndefined();
    expect(anObservation.solarMode).toBeUndefined();
  });

  it('update: only while one is offered', () => {
    const software = { updateAvailable: 1, currentVersion: '6.7.36', latestVersion: '6.8.0' };
    expect(observation({}, { software }).abilities.update).toEqual({ from: '6.7.36', to: '6.8.0' });
    const unnamed = { updateAvailable: true, currentVersion: '6.7.36' };
    expect(observation({}, { software: unnamed }).abilities.update).toBeUndefined();
  });

  it.each([true, false, undefined])('the right to command is passed on: %s', (mayCommand) => {
    expect(observation({}, {}, { mayCommand }).mayCommand).toBe(mayCommand);
  });
});

describe('the reply to a write', () => {
  const record = (change: Record<string, unknown>) => {
    const read = readRecord(recordBody(change));
    if (!read) throw new Error('Not understood');
    return read.record;
  };

  it('replaces lock, limit and state and leaves the rest', () => {
    const before = observation();
    const after = withRecord(before, record({ locked: 1, maxChargingCurrent: 10, status: 210 }));
    expect(after).toEqual({
      ...before,
      locked: true,
      limitA: 10,
      status: { state: 'lockedCar' },
      vendorCode: '210',
    });
  });

  it('leaves what it does not say', () => {
    const silent = { locked: null, maxChargingCurrent: null, maxChgCurrent: null };
    expect(withRecord(observation(), record({ ...silent, status: undefined }))).toEqual(
      observation(),
    );
  });

  it('says the limit under either name', () => {
    const limit = { maxChargingCurrent: null, maxChgCurrent: 9 };
    expect(withRecord(observation(), record(limit)).limitA).toBe(9);
  });

  it('confirms a price', () => {
    const config = readConfig('{"energy_price":0.4,"currency":{"code":"EUR"}}');
    expect(config && withConfig(observation(), config).price).toEqual({
      perKwh: 0.4,
      currency: 'EUR',
    });
  });
});
