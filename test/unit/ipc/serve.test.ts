import { describe, expect, it } from 'vitest';
import { callNames, channel } from '../../../shared/ipc/names.ts';
import { servedCalls as setUp, strangers } from './strangers.ts';

const password = 'correct horse';

describe('the calls', () => {
  it('are all registered, and nothing else is', () => {
    expect([...setUp().listeners.keys()].sort()).toEqual(callNames.map(channel).sort());
  });

  it('reach their handler with what was parsed, and its reply comes back', async () => {
    const { call, heard } = setUp(() => ({ ok: true, value: null }));
    const request = { chargerId: 'a', command: { kind: 'pause' } };
    expect(await call('execute', request)).toEqual({ ok: true, value: { ok: true, value: null } });
    expect(heard).toEqual([request]);
  });

  it('wait for a handler that takes its time', async () => {
    const { call } = setUp(async () => 'later');
    expect(await call('diagnostics', undefined)).toEqual({ ok: true, value: 'later' });
  });

  it.each(strangers)('are refused from %s', async (_who, event) => {
    const { call, heard, log } = setUp();
    expect(await call('getState', undefined, event)).toEqual({ ok: false, failure: 'notOurs' });
    expect(heard).toEqual([]);
    expect(log.lines).toHaveLength(1);
  });

  it('are refused when there is no window', async () => {
    const { call, open } = setUp();
    open.pageId = undefined;
    expect(await call('getState', undefined)).toEqual({ ok: false, failure: 'notOurs' });
  });

  const endless: Record<string, unknown> = {};
  endless.self = endless;
  it.each([
    ['getState', {}],
    ['execute', undefined],
    ['execute', { chargerId: 'a', command: { kind: 'pause' }, more: 1 }],
    ['execute', { chargerId: '', command: { kind: 'pause' } }],
    ['execute', { chargerId: 'a', command: { kind: 'setLimit', limitA: 1e9 } }],
    ['sumSessions', { query: { from: 0, to: 1 / 0 }, by: 'day', zone: 'UTC' }],
    ['sumSessions', { query: { from: -1e16, to: 0 }, by: 'day', zone: 'UTC' }],
    ['sumSessions', { query: { from: 0, to: 1 }, by: 'day', zone: 'Moon/Sea' }],
    ['fetchSessions', { charger: 'wallbox/1', from: 0, to: 1e300 }],
    ['listSessions', { query: { from: 0, to: 1 }, limit: 1, before: { startedAt: 1e17, id: 1 } }],
    ['openLink', { link: 'https://example.com' }],
    ['setQuiet', { quiet: 'for ever' }],
    ['copyText', { text: 'x'.repeat(200_001) }],
    ['copyText', { text: 'x', more: 'x'.repeat(600_000) }],
    ['copyText', endless],
    ['copyText', { text: 1n }],
  ])('are refused with a request that does not fit: %s', async (name, request) => {
    const { call, heard } = setUp();
    expect(await call(name, request)).toEqual({ ok: false, failure: 'badRequest' });
    expect(heard).toEqual([]);
  });

  it('are refused with too many fields, before anybody reads them', async () => {
    const { call } = setUp();
    const fields = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [`field${index}`, 'x'.repeat(900)]),
    );
    const request = { brand: 'wallbox', fields, keepSignedIn: true, untilQuit: false };
    expect(await call('addAccount', request)).toEqual({ ok: false, failure: 'badRequest' });
  });

  it('may bring a picture, which is larger than all else', async () => {
    const { call, heard } = setUp();
    const request = { name: 'charge', png: 'A'.repeat(2_000_000) };
    expect(await call('savePicture', request)).toMatchObject({ ok: true });
    expect(heard).toHaveLength(1);
    expect(await call('copyText', { text: 'A'.repeat(600_000) })).toMatchObject({ ok: false });
  });

  it.each([
    ['a function', { rows: [{ locked: () => true }] }, 'rows.#.locked function'],
    ['a symbol', Symbol('x'), ' symbol'],
    ['a promise within', { later: Promise.resolve() }, 'later object'],
  ])('fail, and are logged once, where their reply holds %s', async (_what, reply, where) => {
    const { call, log } = setUp(() => reply);
    for (let times = 0; times < 3; times += 1) {
      expect(await call('historyChargers', undefined)).toEqual({ ok: false, failure: 'crashed' });
    }
    expect(log.lines).toMatchObject([
      { level: 'error', facts: { name: 'historyChargers', where } },
    ]);
  });

  it.each([
    [
      'data with the same thing twice',
      (() => {
        const one = { a: 1 };
        return [one, one];
      })(),
    ],
    ['a ring', endless],
    ['bytes and dates', { png: new Uint8Array(3), at: new Date(0) }],
  ])('bring back %s', async (_what, reply) => {
    const { call } = setUp(() => reply);
    expect(await call('historyChargers', undefined)).toEqual({ ok: true, value: reply });
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error(`no account for ${password}`);
      },
    ],
    ['rejects', () => Promise.reject(new TypeError(`no account for ${password}`))],
    [
      'throws no error',
      () => {
        throw password;
      },
    ],
  ])('survive a handler that %s, and log no word of the request', async (_how, handler) => {
    const { call, log } = setUp(handler);
    const fields = { email: 'a@example.com', password };
    const request = { brand: 'wallbox', fields, keepSignedIn: true, untilQuit: false };
    expect(await call('addAccount', request)).toEqual({ ok: false, failure: 'crashed' });
    expect(log.lines).toHaveLength(1);
    expect(JSON.stringify(log.lines)).not.toMatch(/horse|example/);
  });
});
