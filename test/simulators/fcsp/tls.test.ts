import { Agent } from 'node:https';
import { type ConnectionOptions, connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CertificateOptions, type KeyedCertificate, makeCertificate } from './certificate.ts';
import { BASE_PATH } from './endpoints.ts';
import { type Bench, send, startBench } from './test-kit.ts';

const DAY_MS = 86_400_000;

let strong: KeyedCertificate;
let bench: Bench;
const sockets: TLSSocket[] = [];

beforeAll(async () => {
  strong = await makeCertificate({ commonName: 'SWA12ABC' });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await bench.close();
});

/** A handshake that trusts everybody, or fails. */
function shake(options: ConnectionOptions = {}, port = bench.sim.port): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: '127.0.0.1',
      port,
      rejectUnauthorized: false,
      ...options,
    });
    sockets.push(socket);
    socket.once('secureConnect', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** An agent that accepts one certificate only, before it sends anything. */
function pinned(pem: string, fingerprint: string): Agent {
  const checkServerIdentity = (_host: string, { fingerprint256 }: PeerCertificate) =>
    fingerprint256 === fingerprint ? undefined : new Error('A stranger');
  return new Agent({ keepAlive: true, ca: pem, checkServerIdentity });
}

describe('the certificate', () => {
  test('is told as a client sees it', async () => {
    bench = await startBench({ certificate: strong });
    const seen = (await shake()).getPeerCertificate();
    const { certificate } = bench.sim;
    expect(certificate.fingerprint).toBe(seen.fingerprint256);
    expect(certificate.fingerprint).toMatch(/^([\dA-F]{2}:){31}[\dA-F]{2}$/);
    expect(certificate.subject).toBe('CN=SWA12ABC');
    expect(seen.subject.CN).toBe('SWA12ABC');
    expect(seen.issuer.CN).toBe('SWA12ABC');
    expect(certificate.keyBits).toBe(2048);
    expect(seen.bits).toBe(2048);
    expect(certificate.validFrom).toBe(Date.parse(seen.valid_from));
    expect(certificate.validTo).toBe(Date.parse(seen.valid_to));
    expect(certificate.validFrom).toBeLessThan(Date.now());
    expect(certificate.validTo).toBeGreaterThan(Date.now());
  });

  test('convinces only who knows it', async () => {
    bench = await startBench({ certificate: strong });
    const at = `${bench.sim.url}${BASE_PATH}chargerinfo`;
    const { pem, fingerprint } = bench.sim.certificate;
    const [stranger, friend] = [new Agent(), pinned(pem, fingerprint)];
    await expect(send('GET', at, { agent: stranger })).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(bench.sim.log).toEqual([]);
    expect((await send('GET', at, { agent: friend })).status).toBe(401);
    friend.destroy();
  });

  test.each<[string, CertificateOptions, string | undefined]>([
    ['expired', { validFrom: Date.UTC(2015, 0), validTo: Date.UTC(2020, 0) }, 'CERT_HAS_EXPIRED'],
    ['not yet valid', { validFrom: Date.now() + DAY_MS }, 'CERT_NOT_YET_VALID'],
    ['signed with SHA-1', { hash: 'sha1' }, undefined],
  ])('can be %s', async (_name, options, code) => {
    bench = await startBench({ certificate: { keyBits: 1024, ...options } });
    const { certificate, url } = bench.sim;
    const { validFrom = certificate.validFrom, validTo = certificate.validTo } = options;
    expect(certificate).toMatchObject({ validFrom: seconds(validFrom), validTo, keyBits: 1024 });
    const agent = pinned(certificate.pem, certificate.fingerprint);
    const sent = send('GET', url, { agent });
    if (code === undefined) expect((await sent).status).toBe(404);
    else await expect(sent).rejects.toMatchObject({ code });
    agent.destroy();
  });

  test('is signed with the hash that was asked for', async () => {
    const oid = { sha1: '2a864886f70d010105', sha256: '2a864886f70d01010b' };
    bench = await startBench({ certificate: { keyBits: 1024, hash: 'sha1' } });
    const raw = (await shake()).getPeerCertificate().raw.toString('hex');
    expect(raw).toContain(oid.sha1);
    expect(raw).not.toContain(oid.sha256);
    await bench.sim.changeCertificate({ keyBits: 1024 });
    expect((await shake()).getPeerCertificate().raw.toString('hex')).toContain(oid.sha256);
  });

  test('can name anybody', async () => {
    bench = await startBench({ certificate: { keyBits: 1024, commonName: 'someone-else' } });
    expect((await shake()).getPeerCertificate().subject.CN).toBe('someone-else');
    expect(bench.sim.certificate.subject).toBe('CN=someone-else');
  });
});

describe('the version', () => {
  test.each([
    [{}, 'TLSv1.3'],
    [{ maxVersion: 'TLSv1.2' }, 'TLSv1.2'],
  ] as const)('of %j is %s', async (tls, expected) => {
    bench = await startBench({ tls });
    expect((await shake()).getProtocol()).toBe(expected);
    // With 1.3 the client is ready before the station is.
    await vi.waitFor(() => expect(bench.sim.connectionLog[0]?.protocol).toBe(expected));
  });

  test('of an old station is refused by Node unless it lowers its own', async () => {
    bench = await startBench({ tls: { maxVersion: 'TLSv1.1' } });
    await expect(shake()).rejects.toMatchObject({ code: expect.stringContaining('SSL') });
    await vi.waitFor(() => expect(bench.sim.handshakeFailures).toHaveLength(1));
    expect(bench.sim.connections()).toBe(0);
    const old = await shake({ minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(old.getProtocol()).toBe('TLSv1.1');
  });

  test('below 1.2 is refused by a station of today', async () => {
    bench = await startBench();
    const old = {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const;
    await expect(shake(old)).rejects.toThrow();
    await vi.waitFor(() => expect(bench.sim.handshakeFailures).toHaveLength(1));
  });

  test('can come with a single suite', async () => {
    const tls = { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA@SECLEVEL=0' } as const;
    bench = await startBench({ tls });
    expect((await shake()).getCipher().name).toBe('AES128-SHA');
  });
});

describe('connections', () => {
  test('are counted, and one is enough', async () => {
    bench = await startBench();
    for (let poll = 0; poll < 3; poll += 1) await bench.charger();
    expect(bench.sim.connections()).toBe(1);
    const agent = new Agent({ rejectUnauthorized: false });
    await bench.call('GET', '/', { agent });
    expect(bench.sim.connections()).toBe(2);
  });

  test('a changed certificate ends them, and a friend of the old one sends nothing', async () => {
    bench = await startBench({ certificate: strong });
    const { pem, fingerprint } = bench.sim.certificate;
    const agent = pinned(pem, fingerprint);
    expect((await bench.call('GET', '/', { agent })).status).toBe(404);
    const socket = await shake();
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.resume();
    const mark = await bench.sim.changeCertificate({ keyBits: 1024 });
    await ended;
    expect(bench.sim.certificate.fingerprint).not.toBe(fingerprint);
    const other = pinned(pem, fingerprint);
    await expect(send('GET', bench.sim.url, { agent: other })).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(bench.sim.requestsSince(mark)).toEqual([]);
    expect(bench.sim.bytesSince(mark)).toBe(0);
    agent.destroy();
  });

  test('bytes and requests to a stranger are noticed', async () => {
    bench = await startBench();
    await bench.charger();
    const mark = await bench.sim.changeCertificate({ keyBits: 1024 });
    const socket = await shake();
    socket.write('POST');
    await vi.waitFor(() => expect(bench.sim.bytesSince(mark)).toBe(4));
    expect(bench.sim.requestsSince(mark)).toEqual([]);
    expect(bench.sim.connectionLog.at(-1)?.certificate).toBe(bench.sim.certificate.fingerprint);
    const agent = new Agent({ rejectUnauthorized: false });
    await bench.call('GET', '/', { agent });
    expect(bench.sim.requestsSince(mark)).toHaveLength(1);
    expect(bench.sim.bytesSince(mark)).toBeGreaterThan(20);
  });

  test('bytes are remembered when the connection is gone', async () => {
    bench = await startBench();
    const mark = bench.sim.mark();
    const socket = await shake();
    socket.write('POST');
    await vi.waitFor(() => expect(bench.sim.bytesSince(mark)).toBe(4));
    socket.destroy();
    bench.sim.dropConnections();
    await vi.waitFor(async () => {
      await expect(shake()).resolves.toBeDefined();
      expect(bench.sim.bytesSince(mark)).toBe(4);
    });
  });

  test('are reset for real when an answer is to be', async () => {
    bench = await startBench();
    bench.sim.fail({ path: '/', failure: { kind: 'reset' } });
    const socket = await shake();
    const fault = new Promise((resolve) => socket.once('error', resolve));
    socket.resume().write('GET / HTTP/1.1\r\nHost: station\r\n\r\n');
    await expect(fault).resolves.toMatchObject({ code: 'ECONNRESET' });
  });

  test('cannot be resumed with what the old certificate had agreed', async () => {
    bench = await startBench({ tls: { maxVersion: 'TLSv1.2' } });
    const session = (await shake()).getSession();
    const again = await shake({ session });
    expect(again.isSessionReused()).toBe(true);
    await bench.sim.changeCertificate({ keyBits: 1024 });
    const changed = await shake({ session });
    expect(changed.isSessionReused()).toBe(false);
    const { fingerprint256 } = changed.getPeerCertificate();
    expect(fingerprint256).toBe(bench.sim.certificate.fingerprint);
  });
});

function seconds(ms: number): number {
  return ms - (ms % 1_000);
}
