import { afterEach, describe, expect, test } from 'vitest';
import { countRequests } from '../shared/request-log.ts';
import { DEFAULT_SETTINGS, type WallboxSettings } from './settings.ts';
import {
  actionPath,
  type Bench,
  GARAGE,
  OWNER,
  START,
  startBench,
  statusPath,
} from './test-kit.ts';
import { countViolations } from './violations.ts';

const { getLimit, writeLimit } = DEFAULT_SETTINGS;
const LOCK = { json: { locked: 1 } };

let bench: Bench;
afterEach(() => bench.sim.close());

async function limited(settings: Partial<WallboxSettings> = {}) {
  bench = await startBench({}, { getLimit, writeLimit, ...settings });
}

async function look(times = 1) {
  const statuses: number[] = [];
  for (let i = 0; i < times; i += 1) statuses.push((await bench.call('GET', statusPath())).status);
  return statuses;
}

async function lock(times = 1) {
  const statuses: number[] = [];
  for (let i = 0; i < times; i += 1) {
    statuses.push((await bench.call('PUT', `/v2/charger/${GARAGE}`, LOCK)).status);
  }
  return statuses;
}

/** Waits until the simulator has seen this many readings. */
async function looksArrived(count: number) {
  while (countRequests(bench.sim.requests, { path: statusPath() }) < count) {
    await new Promise(setImmediate);
  }
}

describe('looking', () => {
  test('three at once, then one a minute', async () => {
    await limited();
    expect(await look(4)).toEqual([200, 200, 200, 429]);
    bench.clock.advance(59_000);
    expect(await look()).toEqual([429]);
    bench.clock.advance(1_000);
    expect(await look(2)).toEqual([200, 429]);
    expect(countViolations(bench.sim.violations, 'throttled')).toBe(3);
    expect(countRequests(bench.sim.requests, { path: statusPath(), status: 429 })).toBe(3);
  });

  test('never saves up more than the burst', async () => {
    await limited();
    await look(3);
    bench.clock.advance(3_600_000);
    expect(await look(4)).toEqual([200, 200, 200, 429]);
  });

  test('all paths and chargers share the account, and another account does not', async () => {
    const other = { email: 'other@example.com', password: 'x', groups: [] };
    bench = await startBench({}, { getLimit }, [other]);
    await look(3);
    expect((await bench.call('GET', '/v3/chargers/groups')).status).toBe(429);
    expect((await bench.call('GET', '/v4/charger-last-sessions')).status).toBe(429);
    const { token } = await bench.signIn(other);
    expect((await bench.call('GET', '/v3/chargers/groups', { token })).status).toBe(200);
  });

  test('a new sign-in or a refused token gives no new budget', async () => {
    await limited();
    await look(3);
    const { token } = await bench.signIn();
    expect((await bench.call('GET', statusPath(), { token })).status).toBe(429);
    expect((await bench.call('GET', statusPath(), { token: 'dead' })).status).toBe(401);
  });

  test('may be refused with 403 instead', async () => {
    await limited({ throttleStatus: 403 });
    expect(await look(4)).toEqual([200, 200, 200, 403]);
  });

  test.each([
    [{ kind: 'none' }, null],
    [{ kind: 'seconds', seconds: 90 }, '90'],
    [{ kind: 'date', inMs: 90_000 }, new Date(START + 90_000).toUTCString()],
  ] as const)('says %j when to come back', async (retryAfter, expected) => {
    await limited({ retryAfter });
    await look(3);
    const { headers } = await bench.call('GET', statusPath());
    expect(headers.get('retry-after')).toBe(expected);
  });
});

describe('writing', () => {
  test('five in any minute, apart from the looks', async () => {
    await limited();
    expect(await lock(2)).toEqual([200, 200]);
    bench.clock.advance(40_000);
    expect(await lock(4)).toEqual([200, 200, 200, 429]);
    bench.clock.advance(20_000);
    expect(await lock(3)).toEqual([200, 200, 429]);
    expect(await look(3)).toEqual([200, 200, 200]);
  });

  test('a read by PUT costs a write', async () => {
    await limited();
    for (let i = 0; i < 5; i += 1) await bench.call('PUT', `/v2/charger/${GARAGE}`);
    expect(await lock()).toEqual([429]);
  });

  test('a throttled command is not carried out', async () => {
    await limited({ writeLimit: { count: 1, windowMs: 60_000 } });
    await lock();
    await bench.call('PUT', `/v2/charger/${GARAGE}`, { json: { locked: 0 } });
    expect(bench.sim.facts(GARAGE).locked).toBe(true);
  });
});

describe('several requests at a time', () => {
  test('are noticed for one account', async () => {
    bench = await startBench();
    const { token } = await bench.signIn();
    let release = () => {};
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    bench.sim.fail({ path: 'status', failure: { kind: 'hold', until } });
    const look = bench.call('GET', statusPath(), { token });
    await looksArrived(1);
    await bench.call('POST', actionPath(), { token, json: { action: 2 } });
    release();
    expect((await look).status).toBe(200);
    expect(bench.sim.maxParallel).toBe(2);
    expect(countViolations(bench.sim.violations, 'parallel-requests')).toBe(1);
  });

  test('are not imagined when they follow each other closely', async () => {
    bench = await startBench();
    const { token } = await bench.signIn();
    for (let i = 0; i < 50; i += 1) await bench.call('GET', statusPath(), { token });
    expect(bench.sim.maxParallel).toBe(1);
    expect(bench.sim.violations).toEqual([]);
  });

  test('a request that was given up makes room for the next', async () => {
    bench = await startBench();
    const { token } = await bench.signIn();
    bench.sim.fail({ path: 'status', times: 10, failure: { kind: 'hang' } });
    for (let i = 0; i < 10; i += 1) {
      const abort = new AbortController();
      const headers = { Authorization: `Bearer ${token}` };
      const asked = fetch(`${bench.sim.url}${statusPath()}`, { headers, signal: abort.signal });
      await looksArrived(i + 1);
      abort.abort();
      await expect(asked).rejects.toThrow();
    }
    expect((await bench.call('GET', statusPath(), { token })).status).toBe(200);
    expect(countViolations(bench.sim.violations, 'parallel-requests')).toBe(0);
  });

  test('two accounts may talk at once', async () => {
    const other = { email: 'other@example.com', password: 'x', groups: [] };
    bench = await startBench({}, {}, [other]);
    const tokens = [await bench.signIn(OWNER), await bench.signIn(other)];
    await Promise.all(
      tokens.map(({ token }) => bench.call('GET', '/v3/chargers/groups', { token })),
    );
    expect(bench.sim.maxParallel).toBe(1);
  });
});
