import { networkInterfaces } from 'node:os';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { undiciHttp } from '../../../electron/platform/http/http-undici.ts';
import type { HttpRequest } from '../../../electron/ports/http.ts';
import { FakeClock, until } from '../../fakes/fake-clock.ts';
import {
  type FarEndOptions,
  type Keyed,
  keyed,
  oddFarEnd,
  type SecureFarEnd,
  secureFarEnd,
} from './secure-far-end.ts';

const day = 86_400_000;
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const certificates: Record<string, Keyed> = {};
const certificate = (name: string): Keyed => {
  const found = certificates[name];
  if (!found) throw new Error(`No certificate ${name}`);
  return found;
};
beforeAll(async () => {
  const now = Date.now();
  const at = (from: number, to: number) => ({
    notBeforeDate: new Date(now + from),
    notAfterDate: new Date(now + to),
  });
  certificates.known = await keyed();
  certificates.other = await keyed();
  certificates.expired = await keyed(at(-9 * day, -2 * day));
  certificates.early = await keyed(at(2 * day, 9 * day));
  certificates.weak = await keyed({ keyType: 'rsa', keySize: 1024 });
  certificates.ancient = await keyed({ keyType: 'rsa', keySize: 1024, algorithm: 'sha1' });
});

async function station(options: FarEndOptions = {}, shown = 'known'): Promise<SecureFarEnd> {
  const end = await secureFarEnd(certificate(shown), options);
  cleanups.push(() => end.close());
  return end;
}

function client(proxyFor: (url: string) => Promise<string | undefined> = async () => undefined) {
  const clock = new FakeClock();
  const http = undiciHttp({ clock, version: '1.2.3', proxyFor });
  cleanups.push(() => http.close());
  const { signal } = new AbortController();
  return {
    clock,
    http,
    send: (base: string, more: Partial<HttpRequest> = {}) =>
      http.send({
        method: 'GET',
        base,
        path: '/api/x',
        headers: { authorization: 'Bearer hush' },
        signal,
        timeoutMs: 15_000,
        maxBytes: 1000,
        pin: certificate('known').fingerprint,
        ...more,
      }),
    certificateAt: (base: string, more = {}) =>
      http.certificateAt({ base, signal, timeoutMs: 15_000, ...more }),
  };
}

/** A far end that takes connections and says nothing. */
async function silence() {
  const end = await oddFarEnd((socket) => void socket.resume());
  cleanups.push(end.close);
  return end;
}

function hasIpv6(): boolean {
  return Object.values(networkInterfaces()).some((all) =>
    all?.some((one) => one.address === '::1'),
  );
}

const answered = { ok: true, value: { status: 200, body: '{}' } };
const unreachable = { ok: false, failure: { kind: 'unreachable' } };
const timedOut = { ok: false, failure: { kind: 'timedOut' } };
const notUnderstood = { ok: false, failure: { kind: 'notUnderstood' } };

describe('a pin', () => {
  it.each(['known', 'expired', 'early', 'weak', 'ancient'])('lets in its own: %s', async (name) => {
    const { base, heard } = await station({}, name);
    const { fingerprint: pin } = certificate(name);
    expect(await client().send(base, { pin })).toMatchObject(answered);
    expect(heard.requests).toEqual(['GET /api/x']);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'keeps every byte from another certificate (%s)',
    async (maxVersion) => {
      const { base, heard } = await station({ tls: { maxVersion } }, 'other');
      const { fingerprint } = certificate('other');
      const post = { method: 'POST', json: { secret: 'hush' } } as const;
      expect(await client().send(base, post)).toMatchObject({
        ok: false,
        failure: { kind: 'certificateChanged', offered: { fingerprint } },
      });
      await until(() => heard.connections === 1 && heard.open === 0);
      expect(heard).toMatchObject({ bytes: 0, requests: [] });
    },
  );

  it('outlives a change on its connection; the next connection is refused', async () => {
    const end = await station();
    const { send } = client();
    await send(end.base);
    end.show(certificate('other'));
    expect(await send(end.base)).toMatchObject(answered);
    end.hangUp();
    await until(() => end.heard.open === 0);
    const bytes = end.heard.bytes;
    expect(await send(end.base)).toMatchObject({ failure: { kind: 'certificateChanged' } });
    await until(() => end.heard.open === 0);
    expect(end.heard).toMatchObject({ bytes, connections: 2 });
  });

  it('is nothing for a connection that another pin has opened', async () => {
    const end = await station();
    const { send } = client();
    await send(end.base);
    const { fingerprint: pin } = certificate('other');
    expect(await send(end.base, { pin })).toMatchObject({
      failure: { kind: 'certificateChanged' },
    });
    expect(end.heard.requests).toHaveLength(1);
  });

  it('is never sent in the clear', async () => {
    const plain = await silence();
    expect(await client().send(plain.base.replace('https', 'http'))).toEqual(unreachable);
    expect(plain.heard.connections).toBe(0);
  });

  it('needs no proxy, whatever environment and system say', async () => {
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'ALL_PROXY']) {
      vi.stubEnv(name, 'http://127.0.0.1:1');
    }
    const asked: string[] = [];
    const { send, certificateAt } = client(async (url) => {
      asked.push(url);
      return 'http://127.0.0.1:1';
    });
    const { base } = await station();
    expect(await certificateAt(base)).toMatchObject({ ok: true });
    expect(await send(base)).toMatchObject(answered);
    expect(asked).toEqual([]);
  });

  it.for(['127.0.0.1', '::1'])('names no server to the address %s', async (host, { skip }) => {
    skip(host === '::1' && !hasIpv6(), 'this machine has no IPv6');
    const { base, heard } = await station({ host });
    expect(await client().send(base)).toMatchObject(answered);
    expect(heard.names).toEqual([false]);
  });

  it('names the server to a name', async () => {
    const { base, heard } = await station();
    expect(await client().send(base.replace('127.0.0.1', 'localhost'))).toMatchObject(answered);
    expect(heard.names).toEqual(['localhost']);
  });

  it('leaves the limit of an answer as it is', async () => {
    const { base } = await station({ answer: (_, response) => response.end('x'.repeat(1001)) });
    const { send } = client();
    expect(await send(base)).toEqual(notUnderstood);
    expect(await send(base, { maxBytes: 1001 })).toMatchObject({ ok: true });
  });
});

describe('a connection', () => {
  it('serves one request after the other', async () => {
    const { base, heard } = await station();
    const { send } = client();
    for (const json of [undefined, {}, undefined]) {
      const more = json ? ({ method: 'POST', json } as const) : {};
      expect(await send(base, more)).toMatchObject(answered);
    }
    expect(heard.requests).toEqual(['GET /api/x', 'POST /api/x', 'GET /api/x']);
    expect(heard.connections).toBe(1);
  });

  it('that was closed meanwhile is replaced', async () => {
    const end = await station();
    const { send } = client();
    await send(end.base);
    end.hangUp();
    await until(() => end.heard.open === 0);
    expect(await send(end.base)).toMatchObject(answered);
    expect(end.heard.requests).toHaveLength(2);
  });

  it.each(['GET', 'POST'] as const)('found dead when used gets a %s once anew', async (method) => {
    let count = 0;
    const { base, heard } = await station({
      answer: (request, response) => {
        count++;
        if (count === 2) request.socket.destroy();
        else response.end('{}');
      },
    });
    const { send } = client();
    await send(base);
    expect(await send(base, { method })).toMatchObject(answered);
    expect(heard).toMatchObject({ connections: 2 });
    expect(heard.requests).toHaveLength(3);
  });

  it('that dies twice is unreachable', async () => {
    let count = 0;
    const { base, heard } = await station({
      answer: (request, response) => void (count++ ? request.socket.destroy() : response.end()),
    });
    const { send } = client();
    await send(base);
    expect(await send(base)).toEqual(unreachable);
    expect(heard.requests).toHaveLength(3);
  });

  it('that dies in the middle of an answer gets no second request', async () => {
    let count = 0;
    const { base, heard } = await station({
      answer: (request, response) => {
        if (count++ === 0) response.end('{}');
        else response.write('{"half":', () => request.socket.destroy());
      },
    });
    const { send } = client();
    await send(base);
    expect(await send(base)).toEqual(unreachable);
    expect(heard.requests).toHaveLength(2);
  });

  it('hangs up with its last answer when the far end says so', async () => {
    const { base, heard } = await station({
      answer: (_, response) => response.setHeader('connection', 'close').end('{}'),
    });
    const { send } = client();
    expect(await send(base)).toMatchObject(answered);
    expect(await send(base)).toMatchObject(answered);
    expect(heard.connections).toBe(2);
  });

  it('ends with a request that cannot be sent, and shows nothing of it', async () => {
    const { base, heard } = await station();
    const { send } = client();
    await send(base);
    const headers = { authorization: 'Bearer hush\r\nx' };
    expect(await send(base, { headers })).toEqual(unreachable);
    await until(() => heard.open === 0);
    expect(heard).toMatchObject({ connections: 1, requests: ['GET /api/x'] });
  });

  it('goes when all is closed, and nobody gets a new one', async () => {
    const { base, heard } = await station();
    const { http, send, certificateAt } = client();
    await send(base);
    await http.close();
    await until(() => heard.open === 0);
    expect(await send(base)).toEqual(unreachable);
    expect(await certificateAt(base)).toEqual(unreachable);
    expect(heard.connections).toBe(1);
  });
});

describe('giving up', () => {
  it.each(['an abort', 'a close'])('on a far end that never shakes hands: %s', async (how) => {
    const { base, heard } = await silence();
    const giveUp = new AbortController();
    const { clock, http, send, certificateAt } = client();
    const { signal } = giveUp;
    const both = Promise.all([send(base, { signal }), certificateAt(base, { signal })]);
    await until(() => heard.connections === 2);
    if (how === 'a close') await http.close();
    else giveUp.abort();
    expect(await both).toEqual([unreachable, unreachable]);
    await until(() => heard.open === 0);
    expect(clock.waiting).toBe(0);
  });

  it('comes by itself when the time is up', async () => {
    const { base, heard } = await silence();
    const { clock, send, certificateAt } = client();
    const both = Promise.all([send(base), certificateAt(base)]);
    await until(() => heard.connections === 2);
    await clock.advance(15_000);
    expect(await both).toEqual([timedOut, timedOut]);
    await until(() => heard.open === 0);
  });

  it('while an answer is awaited takes the connection along', async () => {
    let hangs = true;
    const { base, heard } = await station({
      answer: (_, response) => void (hangs || response.end('{}')),
    });
    const giveUp = new AbortController();
    const { send } = client();
    const answer = send(base, { signal: giveUp.signal });
    await until(() => heard.requests.length === 1);
    giveUp.abort();
    expect(await answer).toEqual(unreachable);
    await until(() => heard.open === 0);
    hangs = false;
    expect(await send(base)).toMatchObject(answered);
  });
});

describe('what a far end shows', () => {
  it.each([
    ['known', 'EC P-256'],
    ['weak', 'RSA 1024'],
    ['expired', 'EC P-256'],
  ])('is told before anything is sent: %s', async (name, key) => {
    const { base, heard } = await station({}, name);
    const { fingerprint } = certificate(name);
    expect(await client().certificateAt(`${base}/some/base`)).toMatchObject({
      ok: true,
      value: { fingerprint, subject: 'CN=station, O=Example Works', key },
    });
    await until(() => heard.connections === 1 && heard.open === 0);
    expect(heard.bytes).toBe(0);
  });

  it('holds for as long as it says', async () => {
    const notBeforeDate = new Date('2021-02-03T04:05:06Z');
    const notAfterDate = new Date('2031-02-03T04:05:06Z');
    certificates.dated = await keyed({ notBeforeDate, notAfterDate });
    const { base } = await station({}, 'dated');
    expect(await client().certificateAt(base)).toMatchObject({
      value: { validFrom: notBeforeDate.getTime(), validTo: notAfterDate.getTime() },
    });
  });
});
