import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { certificateFacts } from '../../../electron/platform/http/http-certificate.ts';
import { failureOf } from '../../../electron/platform/http/http-failure.ts';
import { undiciHttp } from '../../../electron/platform/http/http-undici.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { keyed, oddFarEnd, secureFarEnd } from './secure-far-end.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const unreachable = { kind: 'unreachable' };
const refused = { kind: 'unreachable', why: 'connectionRefused' };
const unknownName = { kind: 'unreachable', why: 'unknownName' };
const timedOut = { kind: 'timedOut' };
const notUnderstood = { kind: 'notUnderstood' };
const oldTls = { kind: 'oldTls' };

describe('a failure', () => {
  it.each([
    ['ENOTFOUND', unknownName],
    ['EAI_AGAIN', unreachable],
    ['ECONNREFUSED', refused],
    ['ECONNRESET', unreachable],
    ['EHOSTUNREACH', unreachable],
    ['ENETUNREACH', unreachable],
    ['ETIMEDOUT', timedOut],
    ['UND_ERR_CONNECT_TIMEOUT', timedOut],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', oldTls],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', oldTls],
    ['ERR_SSL_WRONG_SSL_VERSION', oldTls],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', oldTls],
    ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', oldTls],
    ['ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY', oldTls],
    ['ERR_SSL_WRONG_VERSION_NUMBER', notUnderstood],
    ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', notUnderstood],
    ['EPROTO', notUnderstood],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', unreachable],
    ['ERR_TLS_CERT_ALTNAME_INVALID', unreachable],
  ])('of code %s', (code, failure) => {
    expect(failureOf(Object.assign(new Error('hush'), { code }))).toEqual(failure);
  });

  it('of several addresses counts as refused where one of them refused', () => {
    const codes = ['ENETUNREACH', 'ECONNREFUSED', 'ETIMEDOUT'];
    const each = codes.map((code) => Object.assign(new Error(), { code }));
    expect(failureOf(new AggregateError(each))).toEqual(refused);
  });

  it.each([[undefined], ['ECONNREFUSED'], [new Error('ECONNREFUSED')]])(
    'that says nothing is just unreachable: %s',
    (error) => {
      expect(failureOf(error)).toEqual(unreachable);
    },
  );
});

describe('a certificate', () => {
  it.each([
    [{ CN: 'station', O: 'Siemens' }, 'CN=station, O=Siemens'],
    [{ CN: ['a', 'b'] }, 'CN=a, CN=b'],
    [{ CN: 'two\nlines\u0000\u001b[31m' }, 'CN=two lines[31m'],
    [{ CN: 'turned\u202eround\u2028on' }, 'CN=turnedround on'],
    [{ CN: '⚡'.repeat(300) }, `CN=${'⚡'.repeat(197)}`],
    [{ CN: '🔌'.repeat(300) }, `CN=${'🔌'.repeat(98)}`],
    [{}, ''],
    [undefined, ''],
  ])('is readable: %j', (subject, said) => {
    const facts = certificateFacts({ fingerprint256: 'AA', ...(subject ? { subject } : {}) });
    expect(facts?.subject).toBe(said);
  });

  it.each([
    [{ modulus: 'A3', bits: 2048 }, 'RSA 2048'],
    [{ nistCurve: 'P-384', asn1Curve: 'secp384r1', bits: 384 }, 'EC P-384'],
    [{ asn1Curve: 'brainpoolP256r1', bits: 256 }, 'EC brainpoolP256r1'],
    [{}, undefined],
  ])('tells its key: %j', (shown, key) => {
    expect(certificateFacts({ fingerprint256: 'AA', ...shown })?.key).toBe(key);
  });

  it('with a date that is none still counts', () => {
    const facts = certificateFacts({ fingerprint256: 'AA', valid_from: 'Bad time value' });
    expect(facts).toEqual({ fingerprint: 'AA', subject: '', validFrom: 0, validTo: 0 });
  });

  it('that was not shown is none', () => {
    expect(certificateFacts({})).toBeUndefined();
  });
});

const reply = (bytes: string | Buffer) => (socket: Socket) =>
  void socket.once('data', () => socket.end(bytes));
/** A server's hello in TLS 1.0, and the alert that turns ours down. */
const oldHello = Buffer.from(`160301002a020000260301${'07'.repeat(32)}00002f00`, 'hex');
const alert = (number: number) => Buffer.from([0x15, 3, 1, 0, 2, 2, number]);

describe('a far end that is no good', () => {
  it.each([
    ['speaks plain HTTP', reply('HTTP/1.1 400 Bad Request\r\n\r\n'), notUnderstood],
    ['greets as SSH does', (socket: Socket) => void socket.write('SSH-2.0-box\r\n'), notUnderstood],
    ['talks nonsense', reply(Buffer.alloc(300, 0x16)), notUnderstood],
    ['says hello in TLS 1.0', reply(oldHello), oldTls],
    ['knows no version of ours', reply(alert(70)), oldTls],
    ['knows no cipher of ours', reply(alert(40)), oldTls],
    ['hangs up', (socket: Socket) => void socket.end(), unreachable],
  ])('%s', async (_, answer, failure) => {
    const end = await oddFarEnd(answer);
    cleanups.push(end.close);
    expect(await bothWays(end.base)).toEqual([failure, failure]);
  });

  it('speaks TLS 1.1 at best', async () => {
    const tls = {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const;
    const end = await secureFarEnd(await keyed(), { tls });
    cleanups.push(end.close);
    expect(await bothWays(end.base)).toEqual([oldTls, oldTls]);
  });

  it('shows a certificate that nobody vouches for, whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    vi.spyOn(process, 'emitWarning').mockReturnValue();
    const end = await secureFarEnd(await keyed());
    cleanups.push(end.close);
    const clock = new FakeClock();
    const http = undiciHttp({ clock, version: '1.2.3', proxyFor: async () => undefined });
    cleanups.push(() => http.close());
    const { signal } = new AbortController();
    const get = { method: 'GET', path: '/x', headers: {}, maxBytes: 1000 } as const;
    const answer = await http.send({ ...get, base: end.base, signal, timeoutMs: 15_000 });
    expect(answer).toEqual({ ok: false, failure: unreachable });
    expect(end.heard.requests).toEqual([]);
  });

  it('does not listen', async () => {
    const end = await oddFarEnd(() => undefined);
    await end.close();
    expect(await bothWays(end.base)).toEqual([refused, refused]);
    const byName = end.base.replace('127.0.0.1', 'localhost');
    expect(await bothWays(byName)).toEqual([refused, refused]);
  });

  it.each(['http://127.0.0.1', 'https://u:p@127.0.0.1', 'https://127.0.0.1/?x', 'nonsense'])(
    'has no proper address: %s',
    async (base) => {
      expect(await bothWays(base)).toEqual([unreachable, unreachable]);
    },
  );
});

/** How a pinned request and a reading at the certificate fail. */
async function bothWays(base: string) {
  const clock = new FakeClock();
  const http = undiciHttp({ clock, version: '1.2.3', proxyFor: async () => undefined });
  cleanups.push(() => http.close());
  const { signal } = new AbortController();
  const shared = { base, signal, timeoutMs: 15_000 };
  const get = { method: 'GET', path: '/x', headers: {}, maxBytes: 1000, pin: 'AA' } as const;
  const answers = [await http.send({ ...shared, ...get }), await http.certificateAt(shared)];
  return answers.map((answer) => !answer.ok && answer.failure);
}
