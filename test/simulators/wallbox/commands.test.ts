import { afterEach, describe, expect, test } from 'vitest';
import type { ChargerState } from './charger-state.ts';
import { dailyWindow } from './schedule.ts';
import { actionPath, type Bench, dig, GARAGE, OWNER, startBench, statusPath } from './test-kit.ts';
import type { ChargerSpec } from './types.ts';
import { countViolations } from './violations.ts';

const CAR = { wantsWh: 20_000 };
const CHARGER = `/v2/charger/${GARAGE}`;
const CONFIG = `/chargers/config/${GARAGE}`;
const ECO = `/v4/chargers/${GARAGE}/eco-smart`;
const MINUTE = 60_000;

let bench: Bench;
afterEach(() => bench.sim.close());

const statusId = () => bench.sim.facts(GARAGE).statusId;
const put = async (json: unknown) => (await bench.call('PUT', CHARGER, { json })).status;
const eco = (enabled: unknown, mode: unknown) => ({
  data: { type: 'eco_smart', attributes: { enabled, mode } },
});

/** A charger in a named state. */
const STATES: Record<string, [Partial<ChargerSpec>, Partial<ChargerState>]> = {
  charging: [{ car: CAR }, {}],
  paused: [{ car: CAR }, { manual: 'paused' }],
  scheduled: [{ car: CAR, schedules: [dailyWindow('2300', '0500')] }, {}],
  waiting: [{ car: { ...CAR, connectMs: 1e9 } }, {}],
  'waiting for sun': [{ car: CAR, ecoSmart: { enabled: true, mode: 1 } }, {}],
  available: [{}, {}],
  locked: [{ locked: true }, {}],
  'locked with a car': [{ locked: true, car: CAR }, {}],
  OCPP: [{ ocpp: true, car: CAR }, {}],
  updating: [{ car: CAR }, { updateUntil: 1e15 }],
  error: [{ car: CAR }, { fault: 14 }],
};

async function inState(name: string) {
  const [spec, state] = STATES[name] ?? [{}, {}];
  bench = await startBench(spec);
  bench.sim.charger(GARAGE).patch(state);
}

describe('remote actions', () => {
  test.each([
    ['charging', { pause: 200, resume: 409, schedule: 409, reboot: 200 }],
    ['paused', { pause: 409, resume: 200, schedule: 409, reboot: 200 }],
    ['scheduled', { pause: 409, resume: 200, schedule: 200, reboot: 200 }],
    ['waiting', { pause: 409, resume: 200, schedule: 409, reboot: 200 }],
    ['waiting for sun', { pause: 409, resume: 200, schedule: 200, reboot: 200 }],
    ['available', { pause: 409, resume: 409, schedule: 409, reboot: 200 }],
    ['locked', { pause: 403, resume: 409, schedule: 409, reboot: 200 }],
    ['locked with a car', { pause: 403, resume: 409, schedule: 409, reboot: 200 }],
    ['OCPP', { pause: 403, resume: 403, schedule: 403, reboot: 200 }],
    ['updating', { pause: 409, resume: 409, schedule: 409, reboot: 409 }],
    ['error', { pause: 409, resume: 409, schedule: 409, reboot: 200 }],
  ])('while %s', async (name, expected) => {
    await inState(name);
    const pause = await bench.act(2);
    bench.sim.charger(GARAGE).patch({ manual: name === 'paused' ? 'paused' : 'none' });
    const resume = await bench.act(1);
    const schedule = await bench.act(9);
    const reboot = await bench.act(3);
    // A resume that was taken leaves a start by hand, from which action 9 leads back.
    const back = name === 'paused' ? 409 : expected.schedule;
    expect({ pause, resume, reboot }).toEqual({
      pause: expected.pause,
      resume: expected.resume,
      reboot: expected.reboot,
    });
    if (name !== 'paused') expect(schedule).toBe(back);
  });

  test('repeat the action and carry no state', async () => {
    await inState('charging');
    const answer = await bench.call('POST', actionPath(), { json: { action: 2 } });
    expect(answer.body).toEqual({ action: 2 });
    expect(statusId()).toBe(182);
    expect(await bench.act(2)).toBe(409);
    expect(await bench.act(1)).toBe(200);
    expect(statusId()).toBe(194);
  });

  test('9 leads from paused back to the schedule and to the sun', async () => {
    await inState('scheduled');
    expect(statusId()).toBe(179);
    await bench.act(1);
    expect(statusId()).toBe(194);
    await bench.act(2);
    expect(statusId()).toBe(182);
    expect(await bench.act(9)).toBe(200);
    expect(statusId()).toBe(179);
  });

  test('a resume may come to nothing in a schedule', async () => {
    bench = await startBench({
      car: CAR,
      schedules: [dailyWindow('2300', '0500')],
      resumeWhenScheduled: 'ignored',
    });
    expect(await bench.act(1)).toBe(200);
    expect(statusId()).toBe(179);
  });

  test('3 takes the charger away for a minute and a half and clears an error', async () => {
    await inState('error');
    expect(await bench.act(3)).toBe(200);
    expect(statusId()).toBe(163);
    bench.clock.advance(60_000);
    expect(statusId()).toBe(0);
    bench.clock.advance(30_000);
    expect(statusId()).toBe(194);
  });

  test('5 installs what there is to install', async () => {
    bench = await startBench({ software: { current: '6.7.36', latest: '6.8.2' } });
    expect(await bench.act(5)).toBe(200);
    expect(statusId()).toBe(166);
    bench.clock.advance(10 * MINUTE);
    expect(statusId()).toBe(161);
    expect(dig(await bench.status(), 'config_data', 'software', 'currentVersion')).toBe('6.8.2');
    expect(await bench.act(5)).toBe(409);
  });

  test('4 destroys the charger and is never forgotten', async () => {
    await inState('charging');
    await bench.act(4);
    expect(countViolations(bench.sim.violations, 'factory-reset')).toBe(1);
    expect(statusId()).toBe(0);
    bench.sim.charger(GARAGE).setOnline(true);
    bench.clock.advance(1e9);
    expect(await bench.status()).toMatchObject({ status_id: 0 });
  });

  test.each([0, 6, 7, 8, 10, '1', null])('%j is refused and a violation', async (action) => {
    await inState('charging');
    const answer = await bench.call('POST', actionPath(), { json: { action } });
    expect(answer.status).toBe(400);
    expect(countViolations(bench.sim.violations, 'unknown-remote-action')).toBe(1);
  });

  test('any command during an update is a violation, a reboot above all', async () => {
    await inState('updating');
    await bench.act(3);
    expect(await put({ locked: 1 })).toBe(409);
    expect(countViolations(bench.sim.violations, 'command-while-updating')).toBe(2);
  });
});

describe('rights', () => {
  const WRITES: [string, string, unknown][] = [
    ['POST', actionPath(), { action: 2 }],
    ['PUT', CHARGER, { locked: 1 }],
    ['POST', CONFIG, { energyCost: 0.2 }],
    ['PUT', ECO, eco(1, 1)],
    ['POST', `/chargers/${GARAGE}/schedules`, { schedules: [dailyWindow('0100', '0500')] }],
  ];

  test.each(WRITES)('a plain user may not %s %s', async (method, path, json) => {
    bench = await startBench({ profile: 'user', car: CAR });
    expect((await bench.call(method, path, { json })).status).toBe(403);
    expect((await bench.call('GET', statusPath())).status).toBe(200);
    expect(bench.sim.facts(GARAGE).commands).toMatchObject([{ body: json, status: 403 }]);
    expect(statusId()).toBe(194);
  });

  test.each(WRITES)('an admin may %s %s', async (method, path, json) => {
    bench = await startBench({ profile: 'admin', car: CAR });
    expect((await bench.call(method, path, { json })).status).toBe(200);
  });

  test('one charger, two people, two profiles', async () => {
    const guest = { email: 'guest@example.com', password: 'x' };
    const groups = [{ chargers: [{ id: GARAGE, profile: 'user' as const }] }];
    bench = await startBench({ car: CAR }, {}, [{ ...guest, groups }]);
    const { token } = await bench.signIn(guest);
    const json = { action: 2 };
    expect((await bench.call('POST', actionPath(), { token, json })).status).toBe(403);
    expect(await bench.act(2)).toBe(200);
    const users = dig((await bench.call('GET', CHARGER)).body, 'data', 'users');
    expect(users).toMatchObject([
      { email: OWNER.email, profile: 'super-admin' },
      { email: guest.email, profile: 'user' },
    ]);
  });

  test("somebody else's charger is refused, an unknown one is not found", async () => {
    const other = { email: 'other@example.com', password: 'x' };
    bench = await startBench({}, {}, [{ ...other, groups: [{ chargers: [{ id: 42 }] }] }]);
    expect((await bench.call('GET', statusPath(42))).status).toBe(403);
    expect((await bench.call('GET', statusPath(43))).status).toBe(404);
    expect((await bench.call('GET', '/v5/anything')).status).toBe(404);
    bench.sim.removeCharger(OWNER.email, GARAGE);
    expect((await bench.call('GET', statusPath())).status).toBe(403);
  });
});

describe('settings of a charger', () => {
  test('the reply shows the new values, in the shape of a read', async () => {
    bench = await startBench();
    const written = await bench.call('PUT', CHARGER, { json: { maxChargingCurrent: '13' } });
    expect(dig(written.body, 'data', 'chargerData')).toMatchObject({
      maxChargingCurrent: 13,
      maxChgCurrent: 13,
      locked: 0,
    });
    expect((await bench.call('GET', CHARGER)).body).toEqual(written.body);
    expect((await bench.call('PUT', CHARGER)).body).toEqual(written.body);
    await put({ name: 'Carport' });
    expect(await bench.status()).toMatchObject({
      name: 'Carport',
      config_data: { max_charging_current: 13, name: 'Carport' },
    });
  });

  test.each([
    { maxChargingCurrent: 5 },
    { maxChargingCurrent: 33 },
    { maxChargingCurrent: -10 },
    { maxChargingCurrent: 10.5 },
    { maxChargingCurrent: null },
    { locked: true },
    { locked: 2 },
    { name: '' },
    { limit: 10 },
    {},
    [],
  ])('%j is malformed', async (json) => {
    bench = await startBench();
    expect(await put(json)).toBe(400);
  });

  test('only a bidirectional charger takes a limit below zero', async () => {
    bench = await startBench({ model: 'Quasar', car: CAR });
    expect(await put({ maxChargingCurrent: -10 })).toBe(200);
    expect(await put({ maxChargingCurrent: -3 })).toBe(400);
    expect(statusId()).toBe(196);
    expect(dig(await bench.status(), 'config_data', 'part_number')).toMatch(/^QS/);
  });

  test('unlocking a waiting car starts it at once, unless a schedule holds it', async () => {
    await inState('locked with a car');
    expect(statusId()).toBe(210);
    expect(await put({ locked: 0 })).toBe(200);
    expect(statusId()).toBe(194);
    bench.sim.charger(GARAGE).patch({ locked: true, schedules: [dailyWindow('2300', '0500')] });
    expect(await put({ locked: 0 })).toBe(200);
    expect(statusId()).toBe(179);
  });

  test('with OCPP an unlock is confirmed and comes to nothing; the limit is obeyed', async () => {
    bench = await startBench({ ocpp: true, locked: true, car: CAR });
    const { body } = await bench.call('PUT', CHARGER, { json: { locked: 0 } });
    expect(dig(body, 'data', 'chargerData', 'locked')).toBe(0);
    expect(await bench.status()).toMatchObject({ status_id: 210, config_data: { locked: 1 } });
    await put({ maxChargingCurrent: 10 });
    expect(bench.sim.facts(GARAGE).limitA).toBe(10);
  });

  test('an unreachable charger is confirmed and unmoved', async () => {
    await inState('charging');
    bench.sim.charger(GARAGE).setOnline(false);
    expect(await put({ locked: 1 })).toBe(200);
    expect(bench.sim.facts(GARAGE).locked).toBe(false);
  });

  test('the price has two names, Power Boost needs a meter', async () => {
    bench = await startBench();
    const config = async (json: unknown) => (await bench.call('POST', CONFIG, { json })).status;
    expect(await config({ energyCost: 0.25 })).toBe(200);
    expect(await bench.status()).toMatchObject({
      config_data: { energy_price: 0.25, energyCost: { value: 0.25 } },
    });
    expect(await config({ energy_price: '0.4', currency_id: 29 })).toBe(200);
    expect((await bench.call('GET', CONFIG)).body).toMatchObject({ energy_price: 0.4 });
    expect(await config({ icp_max_current: 20 })).toBe(400);
    bench.sim.charger(GARAGE).patch({ icpMaxA: 25 });
    expect(await config({ home_sharing: 0, icp_max_current: -20 })).toBe(200);
    expect(await bench.status()).toMatchObject({
      config_data: { icp_max_current: 20, home_sharing: 0 },
    });
    expect(await config({ max_charging_current: 40 })).toBe(400);
  });

  test('Eco-Smart answers with nothing, reads back, and is missing on some', async () => {
    bench = await startBench({ car: CAR });
    const set = (json: unknown) => bench.call('PUT', ECO, { json });
    expect(await set(eco(1, 1))).toMatchObject({ status: 200, body: undefined });
    expect(dig(await bench.status(), 'config_data', 'ecosmart')).toMatchObject({
      enabled: true,
      mode: 1,
    });
    expect((await set(eco(1, 2))).status).toBe(400);
    expect((await set({ enabled: 1, mode: 1 })).status).toBe(400);
    bench.sim.charger(GARAGE).patch({ ecoSmart: null });
    expect((await set(eco(0, 0))).status).toBe(404);
  });

  test('commands are remembered as they came', async () => {
    await inState('charging');
    await bench.act(2);
    await put({ locked: 7 });
    expect(bench.sim.facts(GARAGE).commands).toMatchObject([
      { kind: 'remote-action', body: { action: 2 }, status: 200 },
      { kind: 'charger', body: { locked: 7 }, status: 400 },
    ]);
  });
});
