import { describe, expect, it } from 'vitest';
import { tokenWith } from '../wallbox/scripted-cloud.ts';
import { json, minute, plain, stationBench } from './station-bench.ts';

const refused = { kind: 'signInNeeded', cause: 'refused' };

/** Looked at once, and the floor is over. */
async function rested(change: Parameters<typeof stationBench>[0] = {}) {
  const bench = await stationBench(change);
  expect((await bench.read()).ok).toBe(true);
  await bench.clock.advance(minute);
  return bench;
}

/** The token in use is not taken for so many reads. */
function refuseReads(bench: Awaited<ReturnType<typeof stationBench>>, times: number, status = 401) {
  let left = times;
  bench.on('chargerinfo', () => {
    left -= 1;
    return left >= 0 ? { status } : json({ state: 'CS02', traceNo: 'SWA12ABC' });
  });
}

describe('tokens', () => {
  it('are used for their whole life', async () => {
    const bench = await stationBench();
    for (let minutes = 0; minutes < 60; minutes += 1) {
      expect((await bench.read()).ok).toBe(true);
      await bench.clock.advance(minute);
    }
    expect(bench.count('access')).toBe(1);
    expect(bench.count('refresh')).toBe(11);
  });

  it('that do not say how long they live are used until they are refused', async () => {
    const bench = await stationBench();
    const forever = tokenWith({ iat: 1 });
    bench.on('access', json({ access: forever, refresh: 'r' }));
    for (let hours = 0; hours < 48; hours += 1) {
      expect((await bench.read()).ok).toBe(true);
      await bench.clock.advance(60 * minute);
    }
    expect([bench.count('access'), bench.count('refresh')]).toEqual([1, 0]);
    refuseReads(bench, 1);
    expect((await bench.read()).ok).toBe(true);
    expect(bench.count('refresh')).toBe(1);
  });

  it('are renewed after a sleep in which monotonic time stood still', async () => {
    const bench = await rested();
    bench.clock.setWall(bench.clock.now() + 60 * minute);
    await bench.read();
    expect(bench.count('refresh')).toBe(1);
  });

  it('are not thrown away because somebody set the clock back', async () => {
    const bench = await rested();
    bench.clock.setWall(bench.clock.now() - 600 * minute);
    await bench.read();
    expect(bench.count('refresh')).toBe(0);
  });

  it('are hidden as soon as they are there, the key and the password as well', async () => {
    const bench = await stationBench({
      secrets: '{"version":1,"key":"my-own-key"}',
      kept: { ...plain, ownKey: 1 },
    });
    const access = bench.token();
    bench.on('access', json({ access, refresh: 'refresh-token' }));
    await bench.read();
    expect([...bench.hidden]).toEqual(['my-own-key', access, 'refresh-token', 'q7RmX2vK9pLd']);
  });

  it('are never kept', async () => {
    const bench = await rested();
    expect(bench.saved).toEqual([]);
    expect(bench.account.secrets()).toBeUndefined();
    expect(JSON.stringify(bench.account.plain?.())).not.toMatch(/eyJ|refresh/);
  });
});

describe('a refused token', () => {
  it('costs a refresh and a second try', async () => {
    const bench = await rested();
    const before = bench.calls().length;
    refuseReads(bench, 1);
    expect((await bench.read()).ok).toBe(true);
    expect(bench.calls().slice(before)).toEqual([
      'chargerinfo',
      'refresh',
      'chargerinfo',
      'inverterinfo',
    ]);
  });

  it.each([400, 401, 403, 422])(
    'costs one login when the refresh is refused (%d)',
    async (status) => {
      const bench = await rested();
      const before = bench.calls().length;
      bench.on('refresh', { status });
      refuseReads(bench, 1);
      expect((await bench.read()).ok).toBe(true);
      expect(bench.calls().slice(before)).toEqual([
        'chargerinfo',
        'refresh',
        'access',
        'chargerinfo',
        'inverterinfo',
      ]);
    },
  );

  it('costs one login when the refreshed one is refused as well', async () => {
    const bench = await rested();
    const before = bench.calls().length;
    refuseReads(bench, 2);
    expect((await bench.read()).ok).toBe(true);
    expect(bench.calls().slice(before)).toEqual([
      'chargerinfo',
      'refresh',
      'chargerinfo',
      'access',
      'chargerinfo',
      'inverterinfo',
    ]);
  });

  it.each([401, 403])('fresh from a login (%d) means that the key is refused', async (status) => {
    const bench = await stationBench();
    refuseReads(bench, Number.POSITIVE_INFINITY, status);
    expect(await bench.read()).toMatchObject({ failure: refused });
    expect(bench.calls()).toEqual(['access', 'chargerinfo']);
  });

  it('by what a station may lack condemns nothing where it is 403', async () => {
    const bench = await stationBench();
    bench.on('inverterinfo', { status: 403 });
    expect(await bench.read()).toMatchObject({ value: { status: { state: 'transferring' } } });
    expect(bench.count('access')).toBe(1);
  });
});

describe('a refused key', () => {
  it('is tried again after 15 minutes, then ever more seldom, up to six hours', async () => {
    const bench = await stationBench();
    bench.on('access', { status: 401 });
    for (const minutes of [15, 30, 60, 120, 240, 360, 360]) {
      const until = bench.clock.now() + minutes * minute;
      expect(await bench.read()).toEqual({ ok: false, failure: { ...refused, until } });
      const sent = bench.calls().length;
      await bench.clock.advance(minutes * minute - 1);
      expect(await bench.read()).toEqual({ ok: false, failure: { ...refused, until } });
      expect(bench.calls()).toHaveLength(sent);
      await bench.clock.advance(1);
    }
  });

  it('that is taken again starts small the next time', async () => {
    const bench = await stationBench();
    bench.on('access', { status: 401 });
    await bench.read();
    await bench.clock.advance(15 * minute);
    await bench.read();
    await bench.clock.advance(30 * minute);
    bench.on('access', () => json({ access: bench.token() }));
    expect((await bench.read()).ok).toBe(true);
    await bench.clock.advance(minute * 10);
    bench.on('access', { status: 401 });
    const until = bench.clock.now() + 15 * minute;
    expect(await bench.read()).toMatchObject({ failure: { until } });
  });

  it.each([
    ['{}', 'notUnderstood'],
    ['<html>', 'notUnderstood'],
    ['{"access":', 'notUnderstood'],
    ['{"refresh":"only"}', 'notUnderstood'],
  ])('is not what 200 with %s means', async (body, kind) => {
    const bench = await stationBench();
    bench.on('access', { body });
    expect(await bench.read()).toEqual({ ok: false, failure: { kind } });
  });
});

describe('a refresh', () => {
  it.each(['unreachable', 'timedOut'] as const)(
    'that is %s leads to no login, and is tried again',
    async (kind) => {
      const bench = await rested();
      await bench.clock.advance(5 * minute);
      bench.on('refresh', kind);
      expect(await bench.read()).toEqual({ ok: false, failure: { kind } });
      await bench.clock.advance(minute);
      expect(await bench.read()).toEqual({ ok: false, failure: { kind } });
      expect([bench.count('refresh'), bench.count('access')]).toEqual([2, 1]);
    },
  );

  it.each([
    [{ status: 500 }, 'serverError'],
    [{ status: 404 }, 'notUnderstood'],
    [{ body: '{}' }, 'notUnderstood'],
    ['notUnderstood', 'notUnderstood'],
  ] as const)('that says %j is not said again: the next turn logs in', async (said, kind) => {
    const bench = await rested();
    await bench.clock.advance(5 * minute);
    bench.on('refresh', said);
    expect(await bench.read()).toMatchObject({ failure: { kind } });
    await bench.clock.advance(minute);
    expect((await bench.read()).ok).toBe(true);
    expect([bench.count('refresh'), bench.count('access')]).toEqual([1, 2]);
  });

  it('keeps its token where no new one comes, and takes a new one', async () => {
    const bench = await rested();
    const sent = () =>
      bench.cloud.requests.filter(({ path }) => path.endsWith('refresh')).map(({ json }) => json);
    await bench.clock.advance(5 * minute);
    await bench.read();
    bench.on('refresh', () => json({ access: bench.token(), refresh: 'another' }));
    await bench.clock.advance(5 * minute);
    await bench.read();
    await bench.clock.advance(5 * minute);
    await bench.read();
    expect(sent()).toEqual([
      { refresh: 'refresh-1' },
      { refresh: 'refresh-1' },
      { refresh: 'another' },
    ]);
  });
});
