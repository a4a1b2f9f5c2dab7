import { afterEach, describe, expect, test } from 'vitest';
import type { Failure } from '../shared/failures.ts';
import { countRequests } from '../shared/request-log.ts';
import { actionPath, type Bench, GARAGE, startBench, statusPath } from './test-kit.ts';
import { countViolations } from './violations.ts';

const PAUSE = { json: { action: 2 } };

let bench: Bench;
afterEach(() => bench.sim.close());

/** A running charge whose next status goes wrong, asked without following redirects. */
async function failing(failure: Failure, init: RequestInit = {}) {
  bench = await startBench({ car: {} });
  const { token } = await bench.signIn();
  bench.sim.fail({ path: statusPath(), failure });
  const headers = { Authorization: `Bearer ${token}` };
  return fetch(`${bench.sim.url}${statusPath()}`, { redirect: 'manual', headers, ...init });
}

describe('answers that go wrong', () => {
  test('a status of choice', async () => {
    const body = { message: 'down' };
    const response = await failing({
      kind: 'status',
      status: 503,
      body,
      headers: { 'retry-after': '7' },
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual(body);
  });

  test('a web page with 200', async () => {
    const response = await failing({ kind: 'html' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toContain('<html>');
  });

  test('half the JSON, with a matching length', async () => {
    const response = await failing({ kind: 'half-json' });
    expect(response.headers.get('content-type')).toContain('json');
    const text = await response.text();
    expect(text).toMatch(/^\{"/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test('nothing, with 200', async () => {
    const response = await failing({ kind: 'empty' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test('50 MB without a length', async () => {
    const response = await failing({ kind: 'huge' });
    expect(response.headers.get('content-length')).toBeNull();
    let bytes = 0;
    for await (const chunk of response.body ?? []) bytes += chunk.length;
    expect(bytes).toBeGreaterThan(50 * 1024 * 1024);
  });

  test('a huge answer stops when its reader leaves', async () => {
    const response = await failing({ kind: 'huge', bytes: Number.POSITIVE_INFINITY });
    await response.body?.cancel();
    expect(await bench.status()).toMatchObject({ status_id: 194 });
  });

  test('a connection that is reset in the middle of the body', async () => {
    const response = await failing({ kind: 'reset' });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  test('a slow drip of the right answer', async () => {
    const response = await failing({ kind: 'drip', everyMs: 0 });
    expect(await response.json()).toMatchObject({ status_id: 194 });
  });

  test('the right answer under another name', async () => {
    const response = await failing({ kind: 'content-type', type: 'text/html' });
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.json()).toMatchObject({ status_id: 194 });
  });

  test('the right keys with the wrong types', async () => {
    const response = await failing({ kind: 'wrong-types' });
    expect(await response.json()).toMatchObject({
      status_id: 'not a number',
      name: 4242,
      finished: [false],
      state_of_charge: {},
      config_data: { locked: 'not a number', tariffs: 'none' },
    });
  });

  test('any rewriting', async () => {
    const response = await failing({ kind: 'rewrite', body: () => [] });
    expect(await response.json()).toEqual([]);
  });

  test('an answer that never comes, until the server is closed', async () => {
    bench = await startBench();
    bench.sim.fail({ path: statusPath(), failure: { kind: 'hang' } });
    const asked = bench.call('GET', statusPath());
    asked.catch(() => {});
    while (countRequests(bench.sim.requests, { path: statusPath() }) === 0) {
      await new Promise(setImmediate);
    }
    expect(bench.sim.requests.at(-1)?.status).toBeNull();
    await bench.sim.close();
    await expect(asked).rejects.toThrow();
  });
});

describe('redirects', () => {
  test('to the same host', async () => {
    const response = await failing({ kind: 'redirect', to: 'same-host', path: '/there' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${bench.sim.url}/there`);
  });

  test('to another host, where following is noticed', async () => {
    const response = await failing(
      { kind: 'redirect', to: 'other-host', status: 307 },
      { redirect: 'follow' },
    );
    expect(response.url).toMatch(/^http:\/\/localhost:\d+\/elsewhere$/);
    expect(countViolations(bench.sim.violations, 'left-the-host')).toBe(1);
  });
});

describe('which requests go wrong', () => {
  const down = { kind: 'status', status: 500 } as const;

  test('as many as asked, on the path and method asked, in order', async () => {
    bench = await startBench({ car: {} });
    bench.sim.fail({ path: /status\/\d+$/, method: 'GET', times: 2, failure: down });
    bench.sim.fail({ path: 'status', failure: { kind: 'status', status: 502 } });
    const seen: number[] = [];
    for (let i = 0; i < 4; i += 1) seen.push((await bench.call('GET', statusPath())).status);
    expect(seen).toEqual([500, 500, 502, 200]);
    expect(countRequests(bench.sim.requests, { path: /status/, status: 500 })).toBe(2);
  });

  test('until taken back', async () => {
    bench = await startBench();
    const undo = bench.sim.fail({ path: 'status', times: Infinity, failure: down });
    const look = async () => (await bench.call('GET', statusPath())).status;
    expect([await look(), await look()]).toEqual([500, 500]);
    undo();
    expect(await look()).toBe(200);
    bench.sim.fail({ path: 'status', times: Infinity, failure: down });
    bench.sim.clearFailures();
    expect(await look()).toBe(200);
  });

  test.each([
    ['status', { kind: 'status', status: 500 }, undefined, 194],
    ['html', { kind: 'html' }, undefined, 194],
    ['status, applied', { kind: 'status', status: 500 }, true, 182],
    ['half-json', { kind: 'half-json' }, undefined, 182],
    ['empty', { kind: 'empty' }, undefined, 182],
    ['empty, not applied', { kind: 'empty' }, false, 194],
  ] as const)('%s decides whether a command is carried out', async (...row) => {
    const [, failure, applied, statusId] = row;
    bench = await startBench({ car: {} });
    const rule = { path: 'remote-action', failure };
    bench.sim.fail(applied === undefined ? rule : { ...rule, applied });
    await bench.call('POST', actionPath(), PAUSE);
    expect(bench.sim.facts(GARAGE).statusId).toBe(statusId);
  });
});
