import { afterEach, describe, expect, test } from 'vitest';
import { BASE_PATH, ENDPOINTS } from './endpoints.ts';
import { type Bench, startBench } from './test-kit.ts';

const FLOOR = 30_000;
const FORBIDDEN = {
  dangerous: 'dangerous-call',
  'side-effect': 'side-effect-call',
  handshake: 'needless-call',
  spare: 'needless-call',
} as const;

let bench: Bench;
afterEach(() => bench.close());

/** Sends the second request while the first, to this endpoint, is still without an answer. */
async function sideBySide(
  held: string,
  [first, second]: readonly [() => Promise<unknown>, () => Promise<unknown>],
): Promise<unknown[]> {
  let open: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    open = resolve;
  });
  const before = bench.sim.log.length;
  bench.sim.fail({ path: held, failure: { kind: 'hold', until } });
  const one = first();
  await expect.poll(() => bench.sim.log.length).toBe(before + 1);
  const two = second();
  await expect.poll(() => bench.blamed('parallel-requests')).toBe(1);
  open();
  return Promise.all([one, two]);
}

describe('calls that nobody of ours makes', () => {
  const forbidden = ENDPOINTS.flatMap(({ name, method, kind }) =>
    kind in FORBIDDEN ? [{ name, method, blame: FORBIDDEN[kind as keyof typeof FORBIDDEN] }] : [],
  );

  test.each(forbidden)('$name is a $blame, and answered', async ({ name, method, blame }) => {
    bench = await startBench();
    const answer = await bench.ask(method, name, method === 'POST' ? { json: {} } : {});
    expect(answer.status).toBe(200);
    expect(bench.sim.violations()).toEqual([
      { kind: blame, at: bench.clock.now(), reason: `${method} ${BASE_PATH}${name}` },
    ]);
  });

  test.each([
    ['GET', `${BASE_PATH}initistate`],
    ['POST', `${BASE_PATH}initistate/`],
    ['POST', `${BASE_PATH}INITISTATE`],
    ['POST', '/api//v1/initistate'],
    ['POST', '/api/v2/managepairing?x=1'],
  ])('%s %s counts without a token and in any spelling', async (method, path) => {
    bench = await startBench();
    expect((await bench.call(method, path)).status).not.toBe(200);
    expect(bench.blamed('dangerous-call')).toBe(1);
  });
});

test('an ordinary poll is no violation', async () => {
  bench = await startBench({ settings: { floorMs: FLOOR } });
  const { refresh } = await bench.logIn();
  for (let poll = 0; poll < 3; poll += 1) {
    await bench.charger();
    await bench.inverters();
    await bench.ask('GET', 'configstatus');
    await bench.ask('POST', 'networkinfo', { json: {} });
    await bench.refresh(refresh);
    await bench.logIn();
    bench.clock.advance(FLOOR);
  }
  expect(bench.sim.violations()).toEqual([]);
  expect(bench.sim.count('chargerinfo', 200)).toBe(3);
});

describe('the floor', () => {
  test.each([
    ['GET', 'chargerinfo'],
    ['GET', 'inverterinfo'],
    ['GET', 'configstatus'],
    ['POST', 'networkinfo'],
  ])('%s %s may come again after it, not before', async (method, name) => {
    bench = await startBench({ settings: { floorMs: FLOOR } });
    const ask = () => bench.ask(method, name, method === 'POST' ? { json: {} } : {});
    await ask();
    bench.clock.advance(FLOOR - 200);
    await ask();
    expect(bench.sim.violations()).toEqual([
      { kind: 'too-soon', at: bench.clock.now(), reason: expect.stringContaining(name) },
    ]);
    bench.clock.advance(FLOOR);
    await ask();
    expect(bench.blamed('too-soon')).toBe(1);
  });

  test('bears a few ms of unsteady timers', async () => {
    bench = await startBench({ settings: { floorMs: FLOOR } });
    await bench.charger();
    bench.clock.advance(FLOOR - 100);
    await bench.charger();
    expect(bench.sim.violations()).toEqual([]);
  });

  test('counts from answers with 200 only', async () => {
    bench = await startBench({ settings: { floorMs: FLOOR } });
    await bench.call('GET', `${BASE_PATH}chargerinfo`);
    bench.sim.fail({ path: 'chargerinfo', failure: { kind: 'status', status: 503 } });
    await bench.ask('GET', 'chargerinfo');
    bench.sim.fail({ path: 'chargerinfo', failure: { kind: 'reset' } });
    await expect(bench.charger()).rejects.toThrow();
    await bench.charger();
    expect(bench.sim.violations()).toEqual([]);
    await bench.call('GET', `${BASE_PATH}chargerinfo`);
    expect(bench.blamed('too-soon')).toBe(1);
  });

  test('is thirty seconds, can be moved, and can be switched off', async () => {
    const { DEFAULT_SETTINGS } = await import('./settings.ts');
    expect(DEFAULT_SETTINGS.floorMs).toBe(FLOOR);
    bench = await startBench({ settings: { floorMs: 5_000 } });
    await bench.charger();
    bench.clock.advance(5_000);
    await bench.charger();
    expect(bench.blamed('too-soon')).toBe(0);
    await bench.charger();
    expect(bench.blamed('too-soon')).toBe(1);
    bench.sim.settings.floorMs = 0;
    await bench.charger();
    expect(bench.blamed('too-soon')).toBe(1);
  });
});

describe('requests at the same time', () => {
  test('are a violation, whatever they ask', async () => {
    bench = await startBench();
    await sideBySide('access', [() => bench.logIn(), () => bench.call('GET', '/')]);
    expect(bench.sim.violations()).toEqual([
      { kind: 'parallel-requests', at: bench.clock.now(), reason: '/ with 1 more' },
    ]);
  });

  test('are noticed without any help', async () => {
    bench = await startBench({ settings: { serviceMs: 500 } });
    await Promise.all([bench.call('GET', '/'), bench.logIn()]);
    expect(bench.blamed('parallel-requests')).toBe(1);
  });

  test('one after the other they are none', async () => {
    bench = await startBench();
    for (let turn = 0; turn < 3; turn += 1) await bench.call('GET', '/');
    expect(bench.sim.violations()).toEqual([]);
  });

  test('the next may come when its sender gave one up', async () => {
    bench = await startBench();
    bench.sim.fail({ path: 'chargerinfo', failure: { kind: 'hang' } });
    const lost = bench.charger();
    const seen = expect(lost).rejects.toThrow();
    await expect.poll(() => bench.sim.count('chargerinfo')).toBe(1);
    bench.sim.dropConnections();
    await seen;
    await bench.charger();
    expect(bench.sim.violations()).toEqual([]);
  });

  test('two refreshes with one token are worse', async () => {
    bench = await startBench();
    const { refresh } = await bench.logIn();
    const again = () => bench.refresh(refresh);
    const answers = await sideBySide('refresh', [again, again]);
    expect(answers).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect(bench.blamed('refresh-twice')).toBe(1);
    expect(bench.blamed('parallel-requests')).toBe(1);
  });

  test('two refreshes with two tokens are only parallel', async () => {
    bench = await startBench();
    const [one, two] = [await bench.logIn(), await bench.logIn()];
    await sideBySide('refresh', [
      () => bench.refresh(one.refresh),
      () => bench.refresh(two.refresh),
    ]);
    expect(bench.blamed('refresh-twice')).toBe(0);
    expect(bench.blamed('parallel-requests')).toBe(1);
  });

  test('the same token may be used again later', async () => {
    bench = await startBench();
    const { refresh } = await bench.logIn();
    await bench.refresh(refresh);
    await bench.refresh(refresh);
    expect(bench.sim.violations()).toEqual([]);
  });
});
