import { afterEach, describe, expect, test } from 'vitest';
import { BASE_PATH } from './endpoints.ts';
import { type Bench, claims, MINUTE, pairOf, START, startBench } from './test-kit.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LIVES = { accessLifeMs: 5 * MINUTE, refreshLifeMs: DAY };

let bench: Bench;
afterEach(() => bench.close());

/** The status of a read with this token. */
async function readWith(access: string): Promise<number> {
  const headers = { authorization: `Bearer ${access}` };
  return (await bench.call('GET', `${BASE_PATH}configstatus`, { headers })).status;
}

describe('ageing', () => {
  test('an access token dies at the end of its life', async () => {
    bench = await startBench({ settings: LIVES });
    const { access } = await bench.logIn();
    bench.clock.advance(5 * MINUTE - 1);
    expect(await readWith(access)).toBe(200);
    bench.clock.advance(1);
    expect(await readWith(access)).toBe(401);
    expect(bench.sim.log.at(-1)?.auth).toBe('expired');
  });

  test('a refresh token outlives it, and dies too', async () => {
    bench = await startBench({ settings: LIVES });
    const { access, refresh } = await bench.logIn();
    bench.clock.advance(DAY - 1);
    const answer = await bench.refresh(refresh);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body ?? {})).toEqual(['access']);
    const { access: fresh } = pairOf(answer.body);
    expect(fresh).not.toBe(access);
    expect(await readWith(fresh)).toBe(200);
    bench.clock.advance(1);
    expect((await bench.refresh(refresh)).status).toBe(401);
  });

  test('by the wall, not by a garage that runs faster', async () => {
    const wall = { now: () => START };
    bench = await startBench({ wall, settings: LIVES });
    const { access } = await bench.logIn();
    bench.clock.advance(DAY);
    expect(await readWith(access)).toBe(200);
    expect(bench.sim.log[0]?.at).toBe(START);
  });

  test('the defaults are five minutes and a day', async () => {
    bench = await startBench({ settings: {} });
    const { DEFAULT_SETTINGS } = await import('./settings.ts');
    expect(DEFAULT_SETTINGS).toMatchObject(LIVES);
  });
});

describe('revoking', () => {
  test('kills access tokens only', async () => {
    bench = await startBench();
    const { access, refresh } = await bench.logIn();
    bench.sim.revokeAccess();
    expect(await readWith(access)).toBe(401);
    expect((await bench.refresh(refresh)).status).toBe(200);
  });

  test('kills refresh tokens only', async () => {
    bench = await startBench();
    const { access, refresh } = await bench.logIn();
    bench.sim.revokeRefresh();
    expect(await readWith(access)).toBe(200);
    expect((await bench.refresh(refresh)).status).toBe(401);
  });
});

describe('refreshing', () => {
  test.each([
    ['an access token', 401, 'access'],
    ['noise', 401, 'noise'],
  ] as const)('refuses %s', async (_name, status, which) => {
    bench = await startBench();
    const { access } = await bench.logIn();
    expect((await bench.refresh(which === 'access' ? access : 'a.b.c')).status).toBe(status);
  });

  test('refuses an object without a token', async () => {
    bench = await startBench();
    const answer = await bench.call('POST', `${BASE_PATH}refresh`, { json: { refresh: null } });
    expect(answer.status).toBe(400);
  });

  test.each([
    ['new', 200],
    ['new-and-old-dies', 401],
  ] as const)('with rotation %s the old one then gets %i', async (refreshRotation, status) => {
    bench = await startBench({ settings: { refreshRotation } });
    const { refresh } = await bench.logIn();
    const next = pairOf((await bench.refresh(refresh)).body);
    expect(next.refresh).not.toBe(refresh);
    expect((await bench.refresh(next.refresh)).status).toBe(200);
    expect((await bench.refresh(refresh)).status).toBe(status);
  });
});

describe('dates in tokens', () => {
  test('are those of the station', async () => {
    bench = await startBench({ settings: { ...LIVES, clockOffsetMs: -7 * HOUR } });
    const { access, refresh } = await bench.logIn();
    const iat = (START - 7 * HOUR) / 1_000;
    expect(claims(access)).toMatchObject({ iat, exp: iat + 300 });
    expect(claims(refresh)).toMatchObject({ iat, exp: iat + 86_400 });
    bench.clock.advance(5 * MINUTE - 1);
    expect(await readWith(access)).toBe(200);
  });

  test('a station that sets its clock forward outdates its tokens', async () => {
    bench = await startBench({ settings: LIVES });
    const { access } = await bench.logIn();
    bench.sim.settings.clockOffsetMs = HOUR;
    expect(await readWith(access)).toBe(401);
  });

  test.each([
    ['no-exp', ['iat']],
    ['none', []],
  ] as const)('with %s there are only %j', async (tokenDates, expected) => {
    bench = await startBench({ settings: { ...LIVES, tokenDates } });
    const { access } = await bench.logIn();
    const dates = Object.keys(claims(access)).filter((key) => key === 'iat' || key === 'exp');
    expect(dates).toEqual(expected);
    bench.clock.advance(5 * MINUTE);
    expect(await readWith(access)).toBe(401);
  });
});
