import { afterEach, describe, expect, test } from 'vitest';
import type { Failure } from '../shared/failures.ts';
import { crash, FAKE_SECRET_KEY } from './debug-page.ts';
import { BASE_PATH } from './endpoints.ts';
import { type Answer, type Bench, startBench } from './test-kit.ts';

let bench: Bench;
afterEach(() => bench.close());

/** The answer of `chargerinfo` when it goes wrong. */
async function failing(failure: Failure): Promise<Answer> {
  bench = await startBench();
  bench.sim.fail({ path: 'chargerinfo', failure });
  return bench.ask('GET', 'chargerinfo');
}

describe('answers that go wrong', () => {
  test('a status of choice', async () => {
    const answer = await failing({ kind: 'status', status: 429, body: { detail: 'slow' } });
    expect(answer).toMatchObject({ status: 429, body: { detail: 'slow' } });
    expect(bench.sim.log.at(-1)?.status).toBe(429);
  });

  test.each([
    [crash(), 500],
    [crash(503), 503],
  ])('a crash with a debug page', async (failure, status) => {
    const answer = await failing(failure);
    expect(answer).toMatchObject({ status, type: expect.stringContaining('text/html') });
    expect(answer.body).toContain(FAKE_SECRET_KEY);
  });

  test('a web page with 200', async () => {
    const answer = await failing({ kind: 'html' });
    expect(answer).toMatchObject({ status: 200, type: 'text/html' });
  });

  test('half the JSON', async () => {
    const answer = await failing({ kind: 'half-json' });
    expect(answer).toMatchObject({ status: 200, type: expect.stringContaining('json') });
    expect(answer.body).toMatch(/^\{"state/);
  });

  test('nothing', async () => {
    expect(await failing({ kind: 'empty' })).toMatchObject({ status: 200, body: '' });
  });

  test('a huge body', async () => {
    const { body } = await failing({ kind: 'huge', bytes: 3_000_000 });
    expect(JSON.stringify(body).length).toBeGreaterThan(3_000_000);
  });

  test('another body', async () => {
    const { body } = await failing({ kind: 'rewrite', body: (right) => [right, 7] });
    expect(body).toEqual([expect.objectContaining({ state: 'CS00' }), 7]);
  });

  test('values of wrong types', async () => {
    const { body } = await failing({ kind: 'wrong-types' });
    expect(body).toMatchObject({ state: 4242, maxAmps: 'not a number' });
  });

  test('another content type', async () => {
    const answer = await failing({ kind: 'content-type', type: 'text/html' });
    expect(answer).toMatchObject({ type: 'text/html', body: { state: 'CS00' } });
  });

  test('a reset in the middle', async () => {
    await expect(failing({ kind: 'reset' })).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  test('a hang that ends with the simulator', async () => {
    bench = await startBench();
    bench.sim.fail({ path: 'chargerinfo', failure: { kind: 'hang' } });
    const seen = expect(bench.charger()).rejects.toThrow();
    await expect.poll(() => bench.sim.count('chargerinfo')).toBe(1);
    await bench.sim.close();
    await seen;
    expect(bench.sim.log.at(-1)?.status).toBeNull();
  });

  test('a redirect to itself', async () => {
    const answer = await failing({ kind: 'redirect', to: 'same-host' });
    expect(answer.status).toBe(302);
  });
});

describe('rules', () => {
  test('hit their endpoint, so many times, and can be taken back', async () => {
    bench = await startBench();
    const failure = { kind: 'status', status: 503 } as const;
    bench.sim.fail({ path: 'chargerinfo', times: 2, failure });
    const undo = bench.sim.fail({ path: 'inverterinfo', times: Number.POSITIVE_INFINITY, failure });
    const statusOf = async (name: string) => (await bench.ask('GET', name)).status;
    expect(await statusOf('configstatus')).toBe(200);
    expect(await statusOf('chargerinfo')).toBe(503);
    expect(await statusOf('chargerinfo')).toBe(503);
    expect(await statusOf('chargerinfo')).toBe(200);
    expect(await statusOf('inverterinfo')).toBe(503);
    undo();
    expect(await statusOf('inverterinfo')).toBe(200);
    bench.sim.fail({ path: 'chargerinfo', failure });
    bench.sim.clearFailures();
    expect(await statusOf('chargerinfo')).toBe(200);
  });

  test('hit logins, which the station then never hears of', async () => {
    bench = await startBench();
    bench.sim.fail({ path: 'access', failure: crash() });
    expect(await bench.logIn()).toEqual({ access: 'undefined', refresh: 'undefined' });
    expect(bench.sim.keysSeen()).toEqual([]);
    bench.sim.fail({ path: 'access', failure: { kind: 'rewrite', body: () => ({}) } });
    await bench.logIn();
    expect(bench.sim.keysSeen()).toEqual([bench.sim.settings.devkey]);
  });
});

test('whoever follows a redirect to another host is caught', async () => {
  bench = await startBench();
  let location = '';
  bench.sim.fail({ path: 'chargerinfo', failure: { kind: 'redirect', to: 'other-host' } });
  const { request } = await import('node:https');
  await new Promise<void>((resolve, reject) => {
    const url = `${bench.sim.url}${BASE_PATH}chargerinfo`;
    const sent = request(url, { rejectUnauthorized: false }, (response) => {
      location = response.headers.location ?? '';
      response.resume().on('end', resolve);
    });
    sent.on('error', reject).end();
  });
  expect(location).toMatch(/^http:\/\/localhost:\d+\/elsewhere$/);
  expect(bench.sim.violations()).toEqual([]);
  await fetch(location, { headers: { authorization: 'Bearer x' } });
  expect(bench.sim.violations()).toMatchObject([
    { kind: 'left-the-host', reason: 'GET /elsewhere with a token' },
  ]);
});
