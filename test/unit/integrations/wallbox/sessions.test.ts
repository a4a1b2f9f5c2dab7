import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SessionRange } from '../../../../electron/integrations/connection.ts';
import { readSessionPage } from '../../../../electron/integrations/wallbox/sessions-wire.ts';
import { patient } from '../../../contract/adapter-tools.ts';
import { contractBench } from '../../../contract/contract-bench.ts';
import { type WallboxOptions, wallboxHarness } from '../../../contract/wallbox-harness.ts';
import { turns } from '../../../fakes/fake-clock.ts';
import { minute, rested } from './cloud-bench.ts';
import type { Said } from './scripted-cloud.ts';

const now = Date.UTC(2026, 10, 21, 12);
const hour = 60 * minute;
const start = Date.UTC(2026, 10, 3, 18);
const seconds = (ms: number) => ms / 1000;

type Fields = Readonly<Record<string, unknown>>;

function logged(change: Fields = {}, id: unknown = '1793728800') {
  const attributes = {
    charger: 700123,
    start: seconds(start),
    end: seconds(start + 2 * hour),
    energy: 10.99,
    green_energy: 2.5,
    time: 5400,
    cost: 3.41,
    currency: { id: 1, name: 'Euro', symbol: '€', code: 'EUR' },
    energy_unit: 'kWh',
    user_email: 'owner@example.com',
    ...change,
  };
  return { type: 'charger_log_session', id, attributes };
}

function charging(change: Fields = {}, id: unknown = '01SESSION') {
  const attributes = {
    charger_id: 700123,
    start_time: seconds(start),
    end_time: seconds(start + 2 * hour),
    charging_time: 5400,
    energy: 10990,
    total_cost: 3.41,
    currency_code: 'EUR',
    ...change,
  };
  return { type: 'charger_charging_session', id, attributes };
}

const whole = {
  startedAt: start,
  endedAt: start + 2 * hour,
  energyWh: 10990,
  chargingMs: 1.5 * hour,
  cost: { amount: '3.41', currency: 'EUR' },
};

function page(data: unknown, rest: Fields = {}) {
  return readSessionPage(JSON.stringify({ data, ...rest }), { chargerId: '700123', now });
}

describe('an element of the list', () => {
  it('is understood in both shapes, each by its own unit', () => {
    expect(page([logged(), charging()])?.sessions).toEqual([
      { ...whole, id: '1793728800', listing: 'charger_log_session', greenEnergyWh: 2500 },
      { ...whole, id: '01SESSION', listing: 'charger_charging_session' },
    ]);
  });

  it.each([
    ['the stated unit', logged({ energy: 10990, green_energy: 0, energy_unit: 'Wh' }), 10990],
    ['the stated unit of the other shape', charging({ energy: 10.99, energy_unit: 'kWh' }), 10990],
    [
      'Wh where nothing is said and kWh would be too much power',
      logged({ energy: 10990, green_energy: 0, energy_unit: null }),
      10990,
    ],
    ['the most power there is', logged({ energy: 100 }), 100_000],
    ['text', charging({ energy: '10990' }), 10990],
    ['a long binary fraction', logged({ energy: 10.990000000000002 }), 10990],
    ['whole Wh', charging({ energy: 10989.6 }), 10990],
    ['nothing', logged({ energy: 0 }), 0],
  ])('has its energy by %s', (_, element, energyWh) => {
    expect(page([element])?.sessions[0]?.energyWh).toBe(energyWh);
  });

  it.each<[string, Fields, Fields]>([
    ['green energy', { green_energy: 11 }, { greenEnergyWh: undefined }],
    ['green energy', { green_energy: -1 }, { greenEnergyWh: undefined }],
    ['time', { time: 7201 }, { chargingMs: undefined }],
    ['time', { time: -5 }, { chargingMs: undefined }],
    ['cost', { cost: 0 }, { cost: undefined }],
    ['cost', { cost: null }, { cost: undefined }],
    ['cost', { cost: 1e6 + 1 }, { cost: undefined }],
    ['cost', { cost: -1e6 - 1 }, { cost: undefined }],
    ['currency', { currency: { code: '€' } }, { cost: undefined }],
    ['currency', { currency: null }, { cost: undefined }],
  ])('costs no more than itself with a senseless %s', (_, change, is) => {
    const [session] = page([logged(change)])?.sessions ?? [];
    expect(session).toMatchObject({ energyWh: 10990 });
    for (const key of Object.keys(is)) expect(session).not.toHaveProperty(key);
  });

  it('may cost less than nothing', () => {
    const cost = { amount: '-0.25', currency: 'EUR' };
    expect(page([logged({ cost: -0.25 })])?.sessions[0]?.cost).toEqual(cost);
  });

  it.each([undefined, null, 0, '', '0'])('without an end (%j) is in progress', (end) => {
    expect(page([logged({ end }), charging({ end_time: end })])).toMatchObject({
      sessions: [],
      senseless: 0,
      length: 2,
    });
  });

  it.each<[string, unknown]>([
    ['no object', 'session'],
    ['another type', { ...logged(), type: 'charger_last_session' }],
    ['no type', { ...logged(), type: null }],
    ['no id', logged({}, null)],
    ['no attributes', { type: 'charger_log_session', id: '1' }],
    ['no start', logged({ start: 0 })],
    ['an end that is no time', logged({ end: -7 })],
    ['an end before its start', logged({ end: seconds(start) - 1 })],
    ['no length', logged({ end: seconds(start) })],
    ['an age before such chargers', logged({ start: 1_100_000_000, end: 1_100_003_600 })],
    ['an end in the future', logged({ end: seconds(now) + 90_000 })],
    ['a year and more', logged({ start: seconds(now) - 400 * 86_400, end: seconds(now) })],
    ['energy below zero', logged({ energy: -1 })],
    ['no energy', logged({ energy: null })],
    ['too much power in either unit', logged({ energy: 1e9, energy_unit: null })],
    ['too much power in the unit that is said', logged({ energy: 10990 })],
    ['more than its time allows', logged({ energy: 9.75, end: seconds(start) + 300, time: 300 })],
    ['more than a moment allows', logged({ energy: 1.2, end: seconds(start) + 20, time: 20 })],
    ['next to nothing in all that time', charging({ energy: 9.75, energy_unit: 'Wh' })],
    ['too much power in Wh', charging({ energy: 110_000 })],
    ['another charger', logged({ charger: 700124 })],
    ['another charger, in the other shape', charging({ charger_id: '5' })],
  ])('with %s cannot be true', (_, element) => {
    expect(page([element, logged()])).toMatchObject({ senseless: 1, sessions: [{}], length: 2 });
  });

  it.each(['<html>', '[]', '{}', '{"data":{}}', 'null'])('is in no page such as %s', (body) => {
    expect(readSessionPage(body, { chargerId: '700123', now })).toBeUndefined();
  });
});

describe('the sessions of a time', () => {
  const november: SessionRange = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 11, 1) };
  const path = (from: number, to: number, offset = 0) =>
    `/v4/sessions/stats?charger=700123&start_date=${seconds(from)}&end_date=${seconds(to)}` +
    `&limit=500&offset=${offset}`;
  const tomorrow = now + 10 * minute + 24 * hour;
  const novemberPath = (offset = 0) => path(november.from, tomorrow, offset);
  const body = (data: readonly unknown[], rest: Fields = {}): Said => ({
    body: JSON.stringify({ data, ...rest }),
  });
  const elements = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => logged({}, `n${from + index}`));

  async function asked(range: SessionRange, script: Readonly<Record<string, Said>>) {
    const bench = await rested();
    for (const [where, said] of Object.entries(script)) bench.cloud.on(`GET ${where}`, said);
    const before = bench.cloud.requests.length;
    const answer = bench.charger.sessions?.(range, patient());
    await vi.dynamicImportSettled();
    await bench.clock.advance(20 * minute);
    const paths = bench.cloud.requests.slice(before).map((request) => request.path);
    return { result: await answer, paths: paths.filter((one) => one.startsWith('/v4')), ...bench };
  }

  const ids = (result: Awaited<ReturnType<typeof asked>>['result']) =>
    result?.ok ? result.value.map(({ id }) => id) : result;

  it('take one request a month, the last up to tomorrow, and none twice', async () => {
    const october = Date.UTC(2026, 9, 15);
    const range = { from: october, to: november.to };
    const { result, paths } = await asked(range, {
      [path(october, november.from)]: body([logged({}, 'a')], { meta: { count: 1 } }),
      [novemberPath()]: body([logged({}, 'b'), logged({}, 'a')], { meta: { count: 2 } }),
    });
    expect(paths).toEqual([path(october, november.from), novemberPath()]);
    expect(ids(result)).toEqual(['a', 'b']);
  });

  it('are not asked for in months before there were such chargers', async () => {
    const { paths } = await asked({ from: 0, to: Date.UTC(2015, 1, 1) }, {});
    expect(paths).toEqual([path(Date.UTC(2015, 0, 1), Date.UTC(2015, 1, 1))]);
  });

  it('come page after page as long as there is more', async () => {
    const rest = { meta: { count: 501 }, links: { next: 'http://192.0.2.1/v4/sessions/stats' } };
    const { result, paths } = await asked(november, {
      [novemberPath()]: body(elements(0, 500), rest),
      [novemberPath(500)]: body(elements(500, 1), rest),
    });
    expect(paths).toEqual([novemberPath(), novemberPath(500)]);
    expect(ids(result)).toHaveLength(501);
  });

  it.each<[string, number, (offset: number) => Said]>([
    ['at the count', 1, () => body(elements(0, 2), { meta: { count: 2 } })],
    ['at an empty page', 1, () => body([], { meta: { count: 1e6 } })],
    ['at a short page where no count is told', 1, () => body(elements(0, 499))],
    ['after an empty page', 2, (at) => body(elements(0, at ? 0 : 3), { meta: { count: 1e6 } })],
    ['where the pages repeat', 2, () => body(elements(0, 3), { meta: { count: 1e6 } })],
    ['after ten of a million', 10, (at) => body(elements(at, 7), { meta: { count: 1e6 } })],
  ])('end %s', async (_, requests, say) => {
    const offsets = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((n) => [n * 3, n * 7]);
    const script = offsets.map((offset) => [novemberPath(offset), say(offset)] as const);
    const { paths } = await asked(november, Object.fromEntries(script));
    expect(paths).toHaveLength(requests);
  });

  it('are those that began in it', async () => {
    const data = [
      logged({ start: seconds(november.from) - 1 }, 'before'),
      logged({ start: seconds(november.from) }, 'first'),
      logged({}, 'second'),
    ];
    const range = { from: november.from, to: start };
    const { result } = await asked(range, { [path(november.from, start)]: body(data) });
    expect(ids(result)).toEqual(['first']);
  });

  it('that cannot be true are counted in the log, and told nowhere', async () => {
    const data = [logged({ energy: -1 }), logged({ end: -1 }), logged({}, 'sane')];
    const { result, lines } = await asked(november, { [novemberPath()]: body(data) });
    expect(ids(result)).toEqual(['sane']);
    const told = 'Wallbox listed sessions that cannot be true {"senseless":2,"charger":"700123"}';
    expect(lines).toContain(told);
    expect(lines.join()).not.toContain('owner@');
  });

  it.each<[string, Said]>([
    ['rateLimited', { status: 429 }],
    ['notUnderstood', { body: '<html>' }],
    ['unreachable', 'unreachable'],
  ])('are none after a failure (%s)', async (kind, said) => {
    const { result } = await asked(november, { [novemberPath()]: said });
    expect(result).toMatchObject({ ok: false, failure: { kind } });
  });

  it('let every look go first', async () => {
    const { clock, cloud, charger, read } = await rested();
    cloud.on(`GET ${novemberPath()}`, body([]));
    await read();
    const before = cloud.requests.length;
    const answer = charger.sessions?.(november, patient());
    await turns();
    const reads = [read(), read()];
    await clock.advance(5 * minute);
    const paths = cloud.requests.slice(before).map((request) => request.path.split('?')[0]);
    expect(paths.filter((one) => !one?.startsWith('/users'))).toEqual([
      '/chargers/status/700123',
      '/chargers/status/700123',
      '/v4/sessions/stats',
    ]);
    expect((await Promise.all(reads)).every(({ ok }) => ok)).toBe(true);
    expect((await answer)?.ok).toBe(true);
  });
});

describe('a simulated cloud', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const bench of open.splice(0)) await bench.close();
  });
  const past = (hoursAgo: number) => {
    const startAt = now - hoursAgo * hour;
    const extra = { chargingMs: hour / 2, greenWh: 100, dischargedWh: 0 };
    return { startAt, endAt: startAt + hour, energyWh: 7400, ...extra };
  };

  it.each<[string, WallboxOptions['settings']]>([
    ['as usual', {}],
    ['in both shapes', { sessionTypes: 'mixed' }],
  ])('tells its sessions %s', async (_, settings = {}) => {
    const history = [past(30), past(20), past(10)];
    const bench = await contractBench(wallboxHarness({ charger: { history }, settings }));
    open.push(bench);
    const account = await bench.signIn();
    if (!account.ok) throw new Error(account.failure.kind);
    const charger = await bench.charger(account.value);
    const range = { from: now - 25 * hour, to: now };
    const told = await bench.answered(charger.sessions?.(range, patient()) ?? Promise.reject());
    expect(told.ok && told.value).toMatchObject([
      { startedAt: now - 10 * hour, endedAt: now - 9 * hour, energyWh: 7400 },
      { startedAt: now - 20 * hour, endedAt: now - 19 * hour, energyWh: 7400 },
    ]);
  });
});
