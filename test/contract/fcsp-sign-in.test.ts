import { afterEach, describe, expect, it } from 'vitest';
import { fcspAdapter } from '../../electron/integrations/fcsp/adapter.ts';
import type { Http } from '../../electron/ports/http.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { failed } from '../../shared/result.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { crash, FAKE_SECRET_KEY } from '../simulators/fcsp/debug-page.ts';
import type { FcspSimulatorOptions } from '../simulators/fcsp/simulator.ts';
import type { Failure as Breakage } from '../simulators/shared/failures.ts';
import { startLoopbackServer } from '../simulators/shared/loopback-server.ts';
import { patient, watchedTools } from './adapter-tools.ts';
import { type FcspBench, fcspBench } from './fcsp-bench.ts';

const benches: FcspBench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) {
    await bench.close();
    expect(bench.sim.violations()).toEqual([]);
    const out = bench.everything();
    const secrets = [...bench.watched.hidden, bench.sim.identity.passcode, FAKE_SECRET_KEY];
    expect(secrets.filter((secret) => out.includes(secret))).toEqual([]);
  }
});

async function station(options: FcspSimulatorOptions = {}): Promise<FcspBench> {
  const bench = await fcspBench(options);
  benches.push(bench);
  return bench;
}

const failure = (kind: string) => ({ ok: false, failure: { kind } });
const nobody = { confirmed: {} };

describe('the first contact', () => {
  it('shows the certificate, and sends nothing', async () => {
    const { signIn, sim } = await station();
    const { fingerprint } = sim.certificate;
    expect(await signIn(nobody)).toMatchObject({
      failure: { kind: 'confirmCertificate', offered: { fingerprint, key: 'RSA 2048' } },
    });
    expect(sim.log).toEqual([]);
    expect(sim.bytesSince({ requests: 0, connections: 0 })).toBe(0);
  });

  it('asks again about another certificate than the confirmed one', async () => {
    const { signIn, sim } = await station();
    const answer = await signIn({ confirmed: { fingerprint: 'AA:BB' } });
    expect(answer).toMatchObject({ failure: { kind: 'confirmCertificate' } });
    expect(sim.log).toEqual([]);
  });

  it('confirmed, costs one login and one read, which serves the first look', async () => {
    const bench = await station();
    const { charger, label, identity, account } = await bench.added();
    expect([label, identity, charger.id]).toEqual([
      'Ford Charge Station Pro',
      'SWA12ABC',
      'SWA12ABC',
    ]);
    expect(account.secrets()).toBeUndefined();
    await bench.clock.advance(9000);
    expect(await bench.read(charger)).toMatchObject({ value: { status: { state: 'charging' } } });
    expect(bench.asked()).toEqual(['access', 'chargerinfo', 'inverterinfo']);
    await bench.read(charger);
    expect(bench.sim.count('chargerinfo')).toBe(2);
  });

  it('serves no look that comes later', async () => {
    const bench = await station();
    const { charger } = await bench.added();
    await bench.clock.advance(10_000);
    bench.sim.driver.unplug();
    expect(await bench.read(charger)).toMatchObject({ value: { status: { state: 'available' } } });
  });

  it.each<[string, FcspSimulatorOptions]>([
    [
      'has run out',
      { certificate: { validTo: Date.UTC(2020, 1, 1), validFrom: Date.UTC(2019, 1, 1) } },
    ],
    [
      'is not valid yet',
      { certificate: { validFrom: Date.UTC(2090, 1, 1), validTo: Date.UTC(2099, 1, 1) } },
    ],
    ['is weak', { certificate: { keyBits: 1024, hash: 'sha1' } }],
    ['is made out to another name', { certificate: { commonName: 'elsewhere.example' } }],
    ['is shown over IPv6', { host: '::1' }],
    ['is shown by an old TLS', { tls: { maxVersion: 'TLSv1.2' } }],
  ])('takes a certificate that %s, once it is confirmed', async (_, options) => {
    const bench = await station(options);
    expect(await bench.signIn(nobody)).toMatchObject({ failure: { kind: 'confirmCertificate' } });
    const { charger } = await bench.added();
    expect((await bench.read(charger)).ok).toBe(true);
  });

  it('takes the name that its owner gives it', async () => {
    const bench = await station();
    const { label, account, charger } = await bench.added({ fields: { name: ' Garage ' } });
    expect(label).toBe('Garage');
    expect(await bench.read(charger)).toMatchObject({ value: { name: 'Garage' } });
    const kept = { label, plain: account.plain?.() ?? {} };
    expect(fcspAdapter.fieldsOf(kept)).toEqual({ address: bench.address, name: 'Garage' });
    expect(fcspAdapter.labelOf({ address: ` https://${bench.address}/ ` })).toBe(bench.address);
  });

  it.each([
    [{ address: 'http://192.0.2.10' }, 'address'],
    [{ address: '' }, 'address'],
    [{ key: 'two words' }, 'key'],
  ])('refuses %j by name', async (fields, field) => {
    const { signIn, sim } = await station();
    expect(await signIn({ fields })).toEqual({ ok: false, failure: { kind: 'badField', field } });
    expect(sim.connections()).toBe(0);
  });
});

describe('a key', () => {
  it.each([400, 401, 403] as const)(
    'that is refused with %d is tried once',
    async (wrongKeyStatus) => {
      for (const wrongKeyStyle of ['json', 'html'] as const) {
        const bench = await station({ settings: { wrongKeyStatus, wrongKeyStyle } });
        const answer = await bench.signIn({ fields: { key: 'not-this-one' } });
        expect(answer).toEqual({ ok: false, failure: { kind: 'signInNeeded', cause: 'refused' } });
        expect(bench.asked()).toEqual(['access']);
      }
    },
  );

  it('of its own is kept as a secret, and used again', async () => {
    const bench = await station({ settings: { devkey: 'my-own-key' } });
    const { account } = await bench.added({ fields: { key: ' my-own-key ' } });
    const kept = { secrets: account.secrets(), plain: account.plain?.() };
    expect(JSON.stringify(kept.plain)).not.toContain('my-own-key');
    account.close();
    await bench.clock.advance(60_000);
    const again = bench.open(kept);
    expect((await bench.read(await bench.charger(again))).ok).toBe(true);
    again.close();
    await bench.clock.advance(60_000);
    const { charger } = await bench.added({ before: kept });
    expect((await bench.read(charger)).ok).toBe(true);
    expect(new Set(bench.sim.keysSeen())).toEqual(new Set(['my-own-key']));
  });

  it('of its own that is not to be kept is asked for after a restart', async () => {
    const bench = await station({ settings: { devkey: 'my-own-key' } });
    const { account } = await bench.added({ fields: { key: 'my-own-key' } });
    account.setKeepSignedIn(false);
    expect(bench.watched.saved.at(-1)).not.toContain('my-own-key');
    for (const secrets of [account.secrets(), undefined, 'broken', '{"version":9}']) {
      const again = bench.open({ secrets, plain: account.plain?.() });
      const observation = await bench.read(await bench.charger(again));
      expect(observation).toEqual({
        ok: false,
        failure: { kind: 'signInNeeded', cause: 'noSecret' },
      });
    }
    expect(bench.sim.keysSeen()).toEqual(['my-own-key']);
  });

  it('that all stations take leaves nothing to keep', async () => {
    const bench = await station();
    const { account } = await bench.added({ fields: { key: bench.sim.settings.devkey } });
    expect(account.secrets()).toBeUndefined();
    account.close();
    await bench.clock.advance(60_000);
    const again = bench.open({ plain: account.plain?.() });
    expect((await bench.read(await bench.charger(again))).ok).toBe(true);
  });
});

describe('something else than a station', () => {
  const status = (status: number): Breakage => ({ kind: 'status', status, body: 'no' });

  it.each<[string, string, Breakage, string]>([
    ['a web page for a token', '/access', { kind: 'html' }, 'wrongDevice'],
    ['200 without a token', '/access', { kind: 'rewrite', body: () => ({}) }, 'wrongDevice'],
    ['half a token', '/access', { kind: 'half-json' }, 'wrongDevice'],
    ['nothing', '/access', { kind: 'empty' }, 'wrongDevice'],
    ['404', '/access', status(404), 'wrongDevice'],
    ['405', '/access', status(405), 'wrongDevice'],
    [
      'a way elsewhere',
      '/access',
      { kind: 'redirect', to: 'other-host', status: 308 },
      'wrongDevice',
    ],
    ['50 MB', '/access', { kind: 'huge' }, 'wrongDevice'],
    ['a settings page', '/chargerinfo', { ...crash(404) }, 'wrongDevice'],
    ['a settings page with 200', '/chargerinfo', { ...crash(200) }, 'wrongDevice'],
    ['an empty object', '/chargerinfo', { kind: 'rewrite', body: () => ({}) }, 'wrongDevice'],
    ['a list', '/chargerinfo', { kind: 'rewrite', body: () => [] }, 'wrongDevice'],
    ['trouble at the login', '/access', crash(500), 'serverError'],
    ['trouble after it', '/chargerinfo', crash(503), 'serverError'],
    ['a broken connection', '/access', { kind: 'reset' }, 'unreachable'],
  ])('answers with %s', async (_, path, breakage, kind) => {
    const bench = await station();
    bench.sim.fail({ path, failure: breakage });
    expect(await bench.signIn()).toMatchObject(failure(kind));
  });

  it('asks to go slower', async () => {
    const bench = await station();
    bench.sim.fail({
      path: '/access',
      failure: { kind: 'status', status: 429, headers: { 'retry-after': '60' } },
    });
    const until = bench.clock.now() + 120_000;
    expect(await bench.signIn()).toEqual({ ok: false, failure: { kind: 'rateLimited', until } });
  });

  it('speaks no TLS', async () => {
    const bench = await station();
    const server = await startLoopbackServer((_, response) => response.end('{}'));
    const fields = { address: `127.0.0.1:${server.port}` };
    expect(await bench.signIn({ fields })).toEqual(failure('wrongDevice'));
    await server.close();
  });

  it('speaks no safe TLS', async () => {
    const bench = await station({ tls: { maxVersion: 'TLSv1.1' } });
    expect(await bench.signIn(nobody)).toEqual(failure('oldTls'));
  });

  it('does not listen at that port', async () => {
    const bench = await station();
    await bench.sim.goDown();
    expect(await bench.signIn()).toEqual({
      ok: false,
      failure: { kind: 'unreachable', why: 'connectionRefused' },
    });
  });

  it.each<Failure>([{ kind: 'unreachable', why: 'unknownName' }, { kind: 'timedOut' }])(
    'is not there: %j',
    async (said) => {
      const http: Http = {
        send: () => Promise.reject(new Error('Nothing may be sent')),
        certificateAt: async () => failed(said as Extract<Failure, { kind: 'timedOut' }>),
        close: async () => {},
      };
      const { tools } = watchedTools(new FakeClock(), http);
      const form = { fields: { address: 'charger.local' }, open: [], ...patient() };
      expect(await fcspAdapter.signIn(form, tools)).toEqual({ ok: false, failure: said });
    },
  );
});
