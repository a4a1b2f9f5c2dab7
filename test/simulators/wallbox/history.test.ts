import { afterEach, describe, expect, test } from 'vitest';
import { type Bench, dig, GARAGE, START, startBench } from './test-kit.ts';
import { countViolations } from './violations.ts';

const HOUR = 3_600_000;
const GROUP = 80_001;

let bench: Bench;
afterEach(() => bench.sim.close());

/** A charge that began `hoursAgo` and took an hour. */
function charge(hoursAgo: number, energyWh: number) {
  const startAt = START - hoursAgo * HOUR;
  const extra = { chargingMs: HOUR / 2, greenWh: 100, dischargedWh: 0 };
  return { startAt, endAt: startAt + HOUR, energyWh, ...extra };
}

const history = [charge(30, 7_400), charge(20, 5_000), charge(10, 1_250)];

async function stats(query = '') {
  const { body } = await bench.call('GET', `/v4/sessions/stats?charger=${GARAGE}${query}`);
  return body;
}

async function grouped(filters: unknown, rest = '') {
  const text = encodeURIComponent(JSON.stringify(filters));
  const path = `/v4/groups/${GROUP}/charger-charging-sessions?filters=${text}${rest}`;
  return bench.call('GET', path);
}

describe('the session list', () => {
  test('is newest first, in kWh and seconds', async () => {
    bench = await startBench({ history });
    const body = await stats();
    expect(body).toMatchObject({
      meta: { count: 3 },
      data: [
        {
          type: 'charger_log_session',
          attributes: {
            charger: GARAGE,
            start: START / 1_000 - 36_000,
            end: START / 1_000 - 32_400,
            time: 1_800,
            energy: 1.25,
            green_energy: 0.1,
            energy_unit: 'kWh',
          },
        },
        { attributes: { energy: 5 } },
        { attributes: { energy: 7.4 } },
      ],
    });
    expect(dig(body, 'data', 0, 'id')).toEqual(expect.any(String));
  });

  test('links name an internal host that nobody may follow', async () => {
    bench = await startBench({ history });
    const self = String(dig(await stats('&limit=2'), 'links', 'self'));
    expect(self).toMatch(/^http:\/\/wallbox-api\.prod\.wall-box\.com\/v4\/sessions\/stats\?/);
    bench.sim.settings.linksToTrap = true;
    const next = String(dig(await stats('&limit=2'), 'links', 'next'));
    expect(next).toContain('offset=2');
    await fetch(next, { headers: { Authorization: 'Bearer x' } });
    expect(bench.sim.violations.at(-1)).toMatchObject({
      kind: 'left-the-host',
      detail: expect.stringContaining('with a token'),
    });
  });

  test('keeps to its dates and its pages', async () => {
    bench = await startBench({ history });
    const from = (START - 25 * HOUR) / 1_000;
    const to = (START - 15 * HOUR) / 1_000 + 0.5;
    expect(await stats(`&start_date=${from}&end_date=${to}`)).toMatchObject({
      meta: { count: 1 },
      data: [{ attributes: { energy: 5 } }],
    });
    expect(await stats('&limit=1&offset=1')).toMatchObject({
      meta: { count: 3 },
      data: [{ attributes: { energy: 5 } }],
    });
  });

  test('may mix in the newer elements, in Wh', async () => {
    bench = await startBench({ history }, { sessionTypes: 'mixed' });
    expect(await stats()).toMatchObject({
      data: [
        { type: 'charger_log_session', attributes: { energy: 1.25 } },
        { type: 'charger_charging_session', attributes: { energy: 5_000 } },
        { type: 'charger_log_session', attributes: { energy: 7.4 } },
      ],
    });
  });

  test("refuses somebody else's charger", async () => {
    bench = await startBench({ history });
    expect((await bench.call('GET', '/v4/sessions/stats?charger=1')).status).toBe(404);
    expect((await bench.call('GET', '/v4/sessions/stats')).status).toBe(404);
  });
});

describe("the group's sessions", () => {
  test('are in whole Wh and can be filtered', async () => {
    bench = await startBench({ history });
    const since = { field: 'start_time', operator: 'gte', value: START / 1_000 - 20 * 3_600 };
    const mine = { field: 'charger_id', operator: 'eq', value: GARAGE };
    const { body } = await grouped({ filters: [since, mine] });
    expect(body).toMatchObject({
      meta: { count: 2 },
      data: [
        { attributes: { energy: 1_250, charging_time: 1_800, order_uid: null } },
        { attributes: { energy: 5_000, charger_id: GARAGE, currency_code: 'EUR' } },
      ],
    });
    const older = { ...since, operator: 'lt' };
    expect((await grouped({ filters: [older] })).body).toMatchObject({ meta: { count: 1 } });
    const unknown = { ...since, field: 'colour' };
    expect((await grouped({ filters: [unknown] })).body).toMatchObject({ meta: { count: 0 } });
  });

  test('refuse what they cannot read and whose they are not', async () => {
    bench = await startBench({ history });
    expect((await grouped([])).status).toBe(400);
    const path = '/v4/groups/1/charger-charging-sessions';
    expect((await bench.call('GET', path)).status).toBe(403);
  });
});

test('last sessions have names of their own', async () => {
  bench = await startBench({ history });
  const { body } = await bench.call('GET', '/v4/charger-last-sessions?limit=1');
  expect(body).toMatchObject({
    data: [{ attributes: { charger_id: GARAGE, charging_energy: 1.25 } }],
  });
  expect(dig(body, 'data', 1)).toBeUndefined();
});

test("the portal's own paths are a violation", async () => {
  bench = await startBench();
  expect((await bench.call('GET', '/perseus/organizations/x/chargers')).status).toBe(404);
  expect(countViolations(bench.sim.violations, 'portal-path')).toBe(1);
});
