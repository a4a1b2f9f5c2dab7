import { afterEach, describe, expect, test } from 'vitest';
import { SEEN_KEYS } from './payload-keys.ts';
import type { Quirk } from './quirks.ts';
import { type Bench, dig, GARAGE, record, START, startBench } from './test-kit.ts';

const HOUR = 3_600_000;
const CAR = { wantsWh: 50_000 };
const ONE_PHASE = { phases: 1, limitA: 32 } as const;
const GROUPS = '/v3/chargers/groups';

let bench: Bench;
afterEach(() => bench.sim.close());

const config = async () => record((await bench.status()).config_data);
const listed = async () =>
  dig((await bench.call('GET', GROUPS)).body, 'result', 'groups', 0, 'chargers', 0);
const chargerData = async () =>
  dig((await bench.call('GET', `/v2/charger/${GARAGE}`)).body, 'data', 'chargerData');

describe('the status', () => {
  test('has every key that the captures have', async () => {
    bench = await startBench();
    expect(Object.keys(await bench.status())).toEqual(expect.arrayContaining(SEEN_KEYS.status));
    expect(Object.keys(await config())).toEqual(expect.arrayContaining(SEEN_KEYS.config));
    expect(Object.keys(record(await listed()))).toEqual(expect.arrayContaining(SEEN_KEYS.listed));
    expect(Object.keys(record(await chargerData()))).toEqual(
      expect.arrayContaining(SEEN_KEYS.chargerData),
    );
  });

  test('units: kW, kWh, seconds, and amps called power', async () => {
    bench = await startBench(ONE_PHASE);
    bench.sim.charger(GARAGE).plugIn(CAR);
    bench.clock.advance(HOUR);
    expect(await bench.status()).toMatchObject({
      status_id: 194,
      charging_power: 7.36,
      added_energy: 7.36,
      added_grid_energy: 7.36,
      charging_time: 3_600,
      max_available_power: 32,
      current_mode: 1,
      cost: 0,
      charging_speed: 0,
      finished: false,
      last_sync: '2026-11-20 08:00:00',
      config_data: { max_charging_current: 32, locked: 0, serial_number: String(GARAGE) },
    });
  });

  test('keeps old counters when the car is gone, without the grid share', async () => {
    bench = await startBench(ONE_PHASE);
    bench.sim.charger(GARAGE).plugIn(CAR);
    bench.clock.advance(HOUR);
    bench.sim.charger(GARAGE).unplug();
    bench.clock.advance(HOUR);
    expect(await bench.status()).toMatchObject({
      status_id: 161,
      charging_power: 0,
      added_energy: 7.36,
      added_grid_energy: 0,
      charging_time: 3_600,
      added_range: 44,
      finished: true,
    });
  });

  test('an unreachable charger freezes at its last report', async () => {
    bench = await startBench({ ...ONE_PHASE, car: CAR });
    bench.clock.advance(HOUR);
    bench.sim.charger(GARAGE).setOnline(false);
    bench.clock.advance(HOUR);
    expect(await bench.status()).toMatchObject({
      status_id: 0,
      charging_power: 0,
      added_energy: 7.36,
      last_sync: '2026-11-20 08:00:00',
    });
    bench.sim.charger(GARAGE).setOnline(true);
    expect(await bench.status()).toMatchObject({ status_id: 194, added_energy: 14.72 });
  });

  test('lags behind a write when the cloud is slow; the write itself does not', async () => {
    bench = await startBench({ ...ONE_PHASE, car: CAR }, { cloudDelayMs: 30_000 });
    bench.clock.advance(1_000);
    const path = `/v2/charger/${GARAGE}`;
    const { body } = await bench.call('PUT', path, { json: { locked: 1 } });
    expect(dig(body, 'data', 'chargerData')).toMatchObject({ locked: 1, status: 210 });
    expect(await bench.status()).toMatchObject({ status_id: 194, config_data: { locked: 0 } });
    bench.clock.advance(30_000);
    expect(await bench.status()).toMatchObject({ status_id: 210, config_data: { locked: 1 } });
  });
});

describe('payloads by age', () => {
  test.each([
    ['2022', { finished: false, grid: false, ecosmart: false, phase_switch: false }, true],
    ['2024', { finished: true, grid: true, ecosmart: true, phase_switch: false }, false],
    ['2026', { finished: true, grid: true, ecosmart: true, phase_switch: true }, false],
  ] as const)('%s', async (payloadStyle, expected, described) => {
    bench = await startBench({ payloadStyle });
    const status = await bench.status();
    const block = record(status.config_data);
    expect({
      finished: 'finished' in status,
      grid: 'grid' in status && 'added_grid_energy' in status,
      ecosmart: 'ecosmart' in block,
      phase_switch: 'phase_switch' in block,
    }).toEqual(expected);
    expect('status_description' in status).toBe(described);
    expect('fileName' in record(block.software)).toBe(payloadStyle !== '2022');
    expect('statusDescription' in record(await chargerData())).toBe(described);
  });
});

describe('the other shapes', () => {
  test('lastSync is a number in the list and an object in the record', async () => {
    bench = await startBench();
    expect(dig(await listed(), 'lastSync')).toBe(START / 1_000);
    expect(dig(await chargerData(), 'lastSync')).toEqual({
      date: '2026-11-20 07:00:00.000000',
      timezone_type: 3,
      timezone: 'UTC',
    });
  });

  test('monthly totals are texts once there is one', async () => {
    bench = await startBench(ONE_PHASE);
    expect(dig(await chargerData(), 'resume')).toMatchObject({
      chargingTime: null,
      totalEnergy: 0,
    });
    bench.sim.charger(GARAGE).plugIn(CAR);
    bench.clock.advance(HOUR);
    bench.sim.charger(GARAGE).unplug();
    expect(dig(await chargerData(), 'resume')).toMatchObject({
      chargingTime: '3600',
      totalEnergy: '7360',
      totalSessions: 1,
      energyUnit: 'kWh',
    });
  });

  test('groups: several, empty ones too', async () => {
    const groups = [{ name: 'Empty' }, { name: 'Office', chargers: [{ id: 1 }, { id: 2 }] }];
    const boss = { email: 'boss@example.com', password: 'x', groups };
    bench = await startBench({}, {}, [boss]);
    const { token } = await bench.signIn(boss);
    const { body } = await bench.call('GET', GROUPS, { token });
    expect(body).toMatchObject({
      result: {
        groups: [
          { name: 'Empty', chargers: [] },
          { name: 'Office', chargers: [{ id: 1 }, { id: 2 }] },
        ],
      },
    });
  });
});

describe('quirks', () => {
  const CASES: [Quirk, unknown][] = [
    ['numbers-as-strings', { status_id: '161', config_data: { max_charging_current: '32' } }],
    ['booleans', { config_data: { locked: false, auto_lock: false } }],
    ['negative-time', { charging_time: expect.toSatisfy((value: number) => value < 0) }],
    ['null-status', { status_id: null }],
    ['eco-smart-null-mode', { config_data: { ecosmart: { mode: null } } }],
    ['counters-reset', { added_energy: 0, charging_time: 0 }],
  ];

  test.each(CASES)('%s', async (quirk, expected) => {
    bench = await startBench({ ...ONE_PHASE, quirks: [quirk], history: [] });
    bench.sim.charger(GARAGE).plugIn(CAR);
    bench.clock.advance(HOUR);
    bench.sim.charger(GARAGE).unplug();
    expect(await bench.status()).toMatchObject(record(expected));
  });

  test('long-decimals', async () => {
    bench = await startBench({ ...ONE_PHASE, car: CAR, quirks: ['long-decimals'] });
    expect((await bench.status()).charging_power).toBe(7.359999999999999);
  });

  test('tenth-of-power', async () => {
    bench = await startBench({ ...ONE_PHASE, car: CAR, quirks: ['tenth-of-power'] });
    expect((await bench.status()).charging_power).toBeCloseTo(0.736, 9);
  });

  test('missing blocks and keys', async () => {
    bench = await startBench({ quirks: ['no-config', 'no-status'] });
    const status = await bench.status();
    expect('config_data' in status || 'status_id' in status).toBe(false);
  });

  test('null-limit and list-status-200 only show outside the status', async () => {
    bench = await startBench({ quirks: ['null-limit', 'list-status-200'] });
    expect(await listed()).toMatchObject({ maxChargingCurrent: null, status: 200 });
    expect(await chargerData()).toMatchObject({ maxChgCurrent: null, maxChargingCurrent: 16 });
    expect(await bench.status()).toMatchObject({ status_id: 161 });
  });
});

describe('overrides', () => {
  test('replace, change and drop keys until undone', async () => {
    bench = await startBench();
    const undo = bench.sim.overrideStatus(GARAGE, { status_id: 999 });
    bench.sim.overrideStatus(GARAGE, (status) => ({ ...status, name: 'Odd' }), 1);
    const restore = bench.sim.dropKeys(GARAGE, ['finished', 'config_data.ecosmart']);
    expect(await bench.status()).toMatchObject({ status_id: 999, name: 'Odd' });
    const second = await bench.status();
    expect(second).toMatchObject({ status_id: 999, name: 'Garage' });
    expect('finished' in second || 'ecosmart' in record(second.config_data)).toBe(false);
    undo();
    restore();
    expect(await bench.status()).toMatchObject({ status_id: 161, finished: true });
  });

  test('power dips for one look and the charge goes on', async () => {
    bench = await startBench({ ...ONE_PHASE, car: CAR });
    bench.sim.dipPower(GARAGE);
    expect(await bench.status()).toMatchObject({ status_id: 194, charging_power: 0 });
    expect(await bench.status()).toMatchObject({ status_id: 194, charging_power: 7.36 });
  });
});
