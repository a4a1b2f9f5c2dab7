import { afterEach, describe, expect, test } from 'vitest';
import { FAKE_SECRET_KEY } from './debug-page.ts';
import { BASE_PATH, ENDPOINTS } from './endpoints.ts';
import { type Bench, type CallOptions, startBench } from './test-kit.ts';

let bench: Bench;
afterEach(() => bench.close());

const ACCESS = `${BASE_PATH}access`;
const CHARGER = `${BASE_PATH}chargerinfo`;

describe('signing in', () => {
  test('gives two tokens for the key', async () => {
    bench = await startBench();
    const json = { devkey: bench.sim.settings.devkey };
    const answer = await bench.call('POST', ACCESS, { json });
    expect(answer).toMatchObject({ status: 200, type: expect.stringContaining('json') });
    expect(answer.body).toEqual({
      access: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      refresh: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
  });

  test('remembers the keys that it saw', async () => {
    bench = await startBench({ settings: { devkey: 'right' } });
    for (const devkey of ['wrong', 'right']) await bench.logIn(devkey);
    expect(bench.sim.keysSeen()).toEqual(['wrong', 'right']);
    expect(bench.sim.count('access')).toBe(2);
    expect(bench.sim.count('access', 200)).toBe(1);
  });

  test.each([401, 403, 400])('refuses a wrong key with %i', async (wrongKeyStatus) => {
    bench = await startBench({ settings: { wrongKeyStatus } });
    const answer = await bench.call('POST', ACCESS, { json: { devkey: 'wrong' } });
    expect(answer.status).toBe(wrongKeyStatus);
    expect(answer.body).toEqual({ detail: expect.any(String) });
  });

  test('refuses a wrong key with a page', async () => {
    bench = await startBench({ settings: { wrongKeyStyle: 'html' } });
    const answer = await bench.call('POST', ACCESS, { json: { devkey: 'wrong' } });
    expect(answer).toMatchObject({ status: 401, type: expect.stringContaining('text/html') });
    expect(answer.body).toContain(FAKE_SECRET_KEY);
  });

  test.each<[string, number, CallOptions]>([
    ['without a key', 400, { json: {} }],
    ['with a key that is no text', 400, { json: { devkey: 7 } }],
    ['with a list', 400, { json: [] }],
    ['with half the JSON', 400, { json: {}, text: '{"devkey":' }],
    ['without a body', 400, { json: {}, text: '' }],
    ['as a form', 415, { text: 'devkey=x', headers: { 'content-type': 'text/plain' } }],
    ['without a content type', 415, { text: '{"devkey":"x"}' }],
  ])('refuses a login %s', async (_name, status, options) => {
    bench = await startBench();
    expect((await bench.call('POST', ACCESS, options)).status).toBe(status);
    expect(bench.sim.keysSeen()).toEqual([]);
  });
});

describe('calls', () => {
  test.each([
    ['chargerinfo', 'GET', { state: 'CS00', traceNo: 'SWA12ABC' }],
    ['configstatus', 'GET', { status: 'CE012' }],
    ['networkinfo', 'POST', { ssid: expect.any(String), ipAddr: '192.0.2.10' }],
  ])('%s answers %s', async (name, method, body) => {
    bench = await startBench();
    const answer = await bench.ask(method, name, method === 'POST' ? { json: {} } : {});
    expect(answer).toMatchObject({ status: 200, type: expect.stringContaining('json'), body });
  });

  test('inverterinfo answers a list', async () => {
    bench = await startBench();
    expect((await bench.ask('GET', 'inverterinfo')).body).toHaveLength(1);
  });

  test.each([
    ['no token', {}],
    ['a stranger', { authorization: 'Bearer a.b.c' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
  ])('are refused with %s', async (_name, headers) => {
    bench = await startBench();
    const answer = await bench.call('GET', CHARGER, { headers });
    expect(answer).toMatchObject({ status: 401, body: { detail: expect.any(String) } });
  });

  test('are refused with a refresh token', async () => {
    bench = await startBench();
    const { refresh } = await bench.logIn();
    const headers = { authorization: `Bearer ${refresh}` };
    expect((await bench.call('GET', CHARGER, { headers })).status).toBe(401);
    expect(bench.sim.log.at(-1)).toMatchObject({ auth: 'unknown', status: 401 });
  });

  test.each(ENDPOINTS)('$name is there with $method only', async ({ name, method }) => {
    bench = await startBench();
    const open = { access: { devkey: bench.sim.settings.devkey }, refresh: await bench.logIn() };
    const json = open[name === 'access' ? 'access' : 'refresh'];
    const other = method === 'GET' ? 'POST' : 'GET';
    expect((await bench.ask(method, name, method === 'POST' ? { json } : {})).status).toBe(200);
    expect((await bench.ask(other, name)).status).toBe(405);
    expect((await bench.ask('DELETE', name)).status).toBe(405);
  });

  test('networkinfo wants an object in JSON', async () => {
    bench = await startBench();
    expect((await bench.ask('POST', 'networkinfo', { json: {}, text: '' })).status).toBe(400);
    expect((await bench.ask('POST', 'networkinfo', { text: '{}' })).status).toBe(415);
  });

  test('are refused with pages when told so', async () => {
    bench = await startBench({ settings: { refusalStyle: 'html' } });
    const refusals = [
      await bench.call('GET', CHARGER),
      await bench.ask('POST', 'chargerinfo', { json: {} }),
      await bench.ask('POST', 'networkinfo', { json: [] }),
      await bench.ask('POST', 'networkinfo', { text: '{}' }),
      await bench.refresh('a.b.c'),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([401, 405, 400, 415, 401]);
    for (const { body } of refusals) expect(body).toContain('<!DOCTYPE html>');
  });
});

describe('pages', () => {
  test.each([
    ['/', 404],
    ['/accounts/login/', 200],
    [`${BASE_PATH}unknown`, 404],
    [`${CHARGER}/`, 404],
    ['/api/v2/chargerinfo', 404],
    ['/elsewhere', 404],
  ])('%s shows settings', async (path, status) => {
    bench = await startBench();
    const answer = await bench.call('GET', path);
    expect(answer).toMatchObject({ status, type: expect.stringContaining('text/html') });
    expect(answer.body).toContain(FAKE_SECRET_KEY);
    expect(answer.body).toContain('1.11.14');
  });

  test('cannot be made to hold markup', async () => {
    bench = await startBench();
    const { body } = await bench.call('GET', "/'onload='x");
    expect(body).not.toContain("'onload='");
  });
});

describe('the log', () => {
  test('keeps path, status and token state, but no secrets', async () => {
    bench = await startBench();
    const { access } = await bench.logIn();
    await bench.ask('GET', 'chargerinfo', { headers: { 'user-agent': 'tray' } });
    expect(bench.sim.log).toHaveLength(3);
    expect(bench.sim.log[2]).toEqual({
      at: bench.clock.now(),
      method: 'GET',
      path: CHARGER,
      query: '',
      auth: 'valid',
      account: null,
      userAgent: 'tray',
      status: 200,
    });
    const text = JSON.stringify(bench.sim.log);
    for (const secret of [access, bench.sim.settings.devkey, bench.sim.identity.passcode]) {
      expect(text).not.toContain(secret);
    }
  });
});
