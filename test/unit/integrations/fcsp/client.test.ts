import { describe, expect, it } from 'vitest';
import { FcspAccount } from '../../../../electron/integrations/fcsp/account.ts';
import { fcspAdapter } from '../../../../electron/integrations/fcsp/adapter.ts';
import { patient } from '../../../contract/adapter-tools.ts';
import { turns } from '../../../fakes/fake-clock.ts';
import { json, minute, onlyCharger, pin, plain, stationBench } from './station-bench.ts';

const second = 1000;
const failure = (kind: string) => ({ ok: false, failure: { kind } });

describe('a request', () => {
  it('goes to the pinned station and nobody else, with nothing that it need not know', async () => {
    const { cloud, read } = await stationBench();
    await read();
    expect(cloud.requests.map(({ base, pin, maxBytes }) => ({ base, pin, maxBytes }))).toEqual(
      Array(3).fill({ base: 'https://192.0.2.10', pin, maxBytes: 262_144 }),
    );
    const [access, charger] = cloud.requests;
    expect(access?.headers).not.toHaveProperty('authorization');
    expect(charger?.headers.authorization).toMatch(/^Bearer eyJ/);
    expect(charger).not.toHaveProperty('json');
  });

  it.each([
    [undefined, 30],
    [60, 60],
    [1, 5],
    [600, 120],
  ])('waits, where its owner says %s, %d seconds', async (timeoutSeconds, seconds) => {
    const { cloud, read } = await stationBench(
      timeoutSeconds === undefined ? {} : { timeoutSeconds },
    );
    await read();
    expect(cloud.requests[0]?.timeoutMs).toBe(seconds * second);
  });

  it('waits as long as was chosen meanwhile', async () => {
    const { account, cloud, read } = await stationBench();
    account.setTimeoutSeconds?.(90);
    await read();
    expect(cloud.requests.map(({ timeoutMs }) => timeoutMs)).toEqual(Array(3).fill(90 * second));
  });

  it('is one line in the log, of which nothing is private', async () => {
    const { lines, read } = await stationBench();
    await read();
    expect(lines).toEqual([
      'Station request {"method":"POST","path":"/api/v1/access","status":200,"ms":0}',
      'Station request {"method":"GET","path":"/api/v1/chargerinfo","status":200,"ms":0}',
      'Station request {"method":"GET","path":"/api/v1/inverterinfo","status":200,"ms":0}',
    ]);
  });
});

describe('the floor', () => {
  it('keeps 30 s between two looks, whoever presses what', async () => {
    const { charger, clock, count, read } = await stationBench();
    await read();
    const reads = [read(), read(), charger.read(patient())];
    await clock.advance(30 * second - 1);
    expect(count('chargerinfo')).toBe(1);
    await clock.advance(1);
    expect((await Promise.all(reads)).every(({ ok }) => ok)).toBe(true);
    expect([count('chargerinfo'), count('inverterinfo')]).toEqual([2, 2]);
  });

  it('holds for failed looks as well', async () => {
    const { clock, count, read, on } = await stationBench();
    on('chargerinfo', 'timedOut');
    expect(await read()).toEqual(failure('timedOut'));
    void read();
    await clock.advance(30 * second - 1);
    expect(count('chargerinfo')).toBe(1);
  });

  it('holds over a restart', async () => {
    const { clock, cloud, count, tools } = await stationBench();
    const askedAt = clock.now() - 10 * second;
    const charger = await onlyCharger(fcspAdapter.open({ plain, askedAt }, tools));
    const read = charger.read(patient());
    await clock.advance(20 * second - 1);
    expect(cloud.requests).toEqual([]);
    await clock.advance(1);
    expect((await read).ok).toBe(true);
    expect(count('chargerinfo')).toBe(1);
  });

  it.each([-3600, 31])('does not hold for what was %d s ago', async (ago) => {
    const { clock, tools } = await stationBench();
    const askedAt = clock.now() - ago * second;
    const charger = await onlyCharger(fcspAdapter.open({ plain, askedAt }, tools));
    expect((await charger.read(patient())).ok).toBe(true);
  });

  it('does not keep the details waiting', async () => {
    const { charger, count, read } = await stationBench();
    await read();
    void read();
    expect((await charger.details(patient())).ok).toBe(true);
    expect([count('configstatus'), count('networkinfo'), count('chargerinfo')]).toEqual([1, 1, 1]);
  });

  it.each(['127.0.0.1:8443', '[::1]:8443', 'localhost:8443'])(
    'is a number for tests at %s',
    async (address) => {
      const bench = await stationBench({
        kept: { ...plain, address },
        overrides: { paceSeconds: 2 },
      });
      expect(bench.account.paceSeconds?.()).toBe(2);
      await bench.read();
      const again = bench.read();
      await bench.clock.advance(2 * second);
      expect((await again).ok).toBe(true);
      expect(bench.lines.filter((line) => line.includes('ignored'))).toEqual([]);
    },
  );

  it.each(['192.0.2.10', '127.0.0.1.example'])(
    'is none at %s, and that is said once',
    async (address) => {
      const bench = await stationBench({
        kept: { ...plain, address },
        overrides: { paceSeconds: 2 },
      });
      expect(bench.account.paceSeconds?.()).toBeUndefined();
      await bench.read();
      void bench.read();
      await bench.clock.advance(29 * second);
      expect(bench.count('chargerinfo')).toBe(1);
      expect(bench.lines.filter((line) => line.includes('ignored'))).toHaveLength(1);
    },
  );
});

describe('answers', () => {
  it.each([
    [{ status: 500 }, 'serverError'],
    [{ status: 503 }, 'serverError'],
    [{ status: 429 }, 'rateLimited'],
    [{ status: 404 }, 'notUnderstood'],
    [{ status: 302 }, 'notUnderstood'],
    [{ status: 204 }, 'notUnderstood'],
    [{ body: '<html>' }, 'notUnderstood'],
    [{ body: '{}' }, 'notUnderstood'],
    ['unreachable', 'unreachable'],
    ['timedOut', 'timedOut'],
  ] as const)('%j of the charger are %s', async (said, kind) => {
    const { read, on } = await stationBench();
    on('chargerinfo', said);
    expect(await read()).toMatchObject(failure(kind));
  });

  it.each([
    [{ status: 500 }, 'transferring'],
    [{ status: 404 }, 'transferring'],
    [{ status: 429 }, 'transferring'],
    [{ body: '<html>' }, 'transferring'],
    [{ body: '{}' }, 'transferring'],
    ['notUnderstood', 'transferring'],
    [{ body: '[]' }, 'charging'],
  ] as const)('%j of the inverter do not spoil the look', async (said, state) => {
    const { read, on } = await stationBench();
    on('inverterinfo', said);
    expect(await read()).toMatchObject({ ok: true, value: { status: { state } } });
  });

  it.each(['unreachable', 'timedOut'] as const)('that are %s spoil it', async (said) => {
    const { read, on } = await stationBench();
    on('inverterinfo', said);
    expect(await read()).toEqual(failure(said));
  });

  it.each([
    ['429', { status: 429, headers: { 'retry-after': '600' } }, 10, 'rateLimited'],
    ['503', { status: 503, headers: { 'retry-after': '600' } }, 10, 'serverError'],
    ['429 without a time', { status: 429 }, 2, 'rateLimited'],
    ['500 without a time', { status: 500 }, 1, 'serverError'],
    [
      '429 for a year',
      { status: 429, headers: { 'retry-after': '31536000' } },
      24 * 60,
      'rateLimited',
    ],
  ])('%s keep everybody off for a while', async (_, said, minutes, kind) => {
    const { charger, clock, cloud, read, on } = await stationBench();
    on('chargerinfo', said);
    const until = clock.now() + minutes * minute;
    expect(await read()).toEqual({ ok: false, failure: { kind, until } });
    const sent = cloud.requests.length;
    await clock.advance(minutes * minute - 1);
    expect(await read()).toMatchObject(failure(kind));
    expect(await charger.details(patient())).toMatchObject(failure(kind));
    expect(cloud.requests).toHaveLength(sent);
    await clock.advance(1);
    on('chargerinfo', json({ state: 'CS00' }));
    expect((await read()).ok).toBe(true);
  });
});

it('a station that is too busy for its inverter is left alone as well', async () => {
  const { clock, cloud, read, on } = await stationBench();
  on('inverterinfo', { status: 429, headers: { 'retry-after': '600' } });
  const until = clock.now() + 10 * minute;
  expect((await read()).ok).toBe(true);
  await clock.advance(minute);
  expect(await read()).toEqual({ ok: false, failure: { kind: 'rateLimited', until } });
  expect(cloud.requests).toHaveLength(3);
});

describe('another station', () => {
  it('is told of, seen by nobody, and hidden all the same', async () => {
    const { charger, clock, hidden, read, on } = await stationBench();
    await read();
    on('chargerinfo', json({ state: 'CS00', traceNo: 'SWA99XYZ', passcode: 'Zt4WbN8yHc3s' }));
    await clock.advance(minute);
    expect(await read()).toEqual({
      ok: false,
      failure: { kind: 'otherCharger', found: 'SWA99XYZ', known: 'SWA12ABC' },
    });
    expect(charger.secret?.()).toBe('q7RmX2vK9pLd');
    expect(hidden.has('Zt4WbN8yHc3s')).toBe(true);
  });

  it('is not suspected because one answer tells less', async () => {
    const { read, on } = await stationBench();
    on('chargerinfo', json({ state: 'CS00' }));
    expect((await read()).ok).toBe(true);
  });
});

it('closed, forgets its tokens and asks nothing more', async () => {
  const { account, clock, cloud, read } = await stationBench();
  await read();
  const waiting = read();
  account.close();
  expect(await waiting).toEqual(failure('unreachable'));
  await turns();
  expect(await read()).toEqual(failure('unreachable'));
  expect(cloud.requests).toHaveLength(3);
  expect(clock.waiting).toBe(0);
});

it.each([
  ['192.0.2.10', 'DD:EE', true],
  ['192.0.2.11', pin, true],
  ['192.0.2.11', 'DD:EE', false],
])('an account is in the way of %s with certificate %s: %s', async (address, fingerprint, is) => {
  const { account } = await stationBench();
  expect(account instanceof FcspAccount && account.asks({ address, fingerprint })).toBe(is);
});
