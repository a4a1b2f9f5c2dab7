import { afterEach, describe, expect, it } from 'vitest';
import { fcspAdapter } from '../../electron/integrations/fcsp/adapter.ts';
import '../fakes/loaded-beforehand.ts';
import type { FcspSimulatorOptions } from '../simulators/fcsp/simulator.ts';
import { patient } from './adapter-tools.ts';
import { type FcspBench, fcspBench, reportOf } from './fcsp-bench.ts';

const minute = 60_000;
const benches: FcspBench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) {
    await bench.close();
    expect(bench.sim.violations()).toEqual([]);
  }
});

async function station(options: FcspSimulatorOptions = {}) {
  const bench = await fcspBench(options);
  benches.push(bench);
  const added = await bench.added();
  return { bench, ...added, before: { plain: added.account.plain?.() ?? {} } };
}

describe('a known station', () => {
  it('is met again without a question, also at another address', async () => {
    const { account, bench, before } = await station();
    account.close();
    await bench.clock.advance(minute);
    const other = await bench.sim.alsoAt();
    const fields = { address: `127.0.0.1:${other.port}` };
    const again = await bench.added({ before, fields, confirmed: {} });
    expect(again.identity).toBe('SWA12ABC');
    expect(again.account.plain?.()).toMatchObject({ address: fields.address });
    await other.close();
  });

  it('with another certificate is asked about, and nothing is sent', async () => {
    const { bench, before, account, charger } = await station();
    const mark = await bench.sim.changeCertificate();
    const known = { fingerprint: before.plain.fingerprint };
    const offered = { fingerprint: bench.sim.certificate.fingerprint };
    await bench.clock.advance(minute);
    const changed = { kind: 'certificateChanged', offered };
    expect(await bench.read(charger)).toMatchObject({ ok: false, failure: changed });
    const answer = await bench.signIn({ before, confirmed: {} });
    expect(answer).toMatchObject({ failure: { kind: 'confirmCertificate', offered, known } });
    expect([bench.sim.requestsSince(mark), bench.sim.bytesSince(mark)]).toEqual([[], 0]);
    account.close();
    expect((await bench.added({ before })).account.certificate?.()).toMatchObject(offered);
  });

  it('that is another one by now is asked about, and taken once that is confirmed', async () => {
    const { account, bench, before } = await station();
    account.close();
    await bench.clock.advance(minute);
    bench.sim.becomeAnotherStation('SWA99XYZ');
    const question = { kind: 'otherCharger', found: 'SWA99XYZ', known: 'SWA12ABC' };
    expect(await bench.signIn({ before })).toEqual({ ok: false, failure: question });
    expect(bench.watched.hidden.has(bench.sim.identity.passcode)).toBe(true);
    await bench.clock.advance(minute);
    const { fingerprint } = bench.sim.certificate;
    const no = { fingerprint, chargerId: 'SWA55NOT' };
    expect(await bench.signIn({ before, confirmed: no })).toEqual({ ok: false, failure: question });
    await bench.clock.advance(minute);
    const yes = { fingerprint, chargerId: 'SWA99XYZ' };
    expect((await bench.added({ before, confirmed: yes })).charger.id).toBe('SWA99XYZ');
  });

  it('that is another one by now is not taken for the known one', async () => {
    const { bench, charger } = await station();
    await bench.clock.advance(minute);
    bench.sim.becomeAnotherStation('SWA99XYZ');
    const failure = { kind: 'otherCharger', found: 'SWA99XYZ', known: 'SWA12ABC' };
    expect(await bench.read(charger)).toEqual({ ok: false, failure });
    expect(bench.everything()).not.toContain(bench.sim.identity.passcode);
  });

  it.each([
    [{ traceNo: undefined }, '02:00:00:00:00:01'],
    [{ traceNo: undefined, wifiAddr: undefined }, '02:00:00:00:00:02'],
  ])('that lacks %j is known by what it has, and stays that', async (fields, id) => {
    const bench = await fcspBench();
    benches.push(bench);
    bench.sim.setChargerFields(fields);
    const { account, identity } = await bench.added();
    expect(identity).toBe(id);
    account.close();
    await bench.clock.advance(minute);
    bench.sim.setChargerFields({});
    const again = await bench.added({ before: { plain: account.plain?.() } });
    expect(again.identity).toBe(id);
    expect((await bench.read(again.charger)).ok).toBe(true);
  });

  it('is met again in the turn of the account that watches it', async () => {
    const { account, bench, before, charger } = await station();
    await bench.read(charger);
    const waiting = charger.read(patient());
    const began = bench.clock.monotonic();
    const again = await bench.added({ before, open: [account] });
    expect(bench.clock.monotonic() - began).toBeGreaterThanOrEqual(30_000);
    account.close();
    expect(await waiting).toMatchObject({ ok: false });
    expect((await bench.read(again.charger)).ok).toBe(true);
    expect(bench.sim.count('chargerinfo')).toBe(2);
  });

  it('is met again no sooner than it can bear, also where nobody watches it', async () => {
    const { account, bench, before } = await station();
    account.close();
    const askedAt = bench.clock.now();
    await bench.clock.advance(10_000);
    const began = bench.clock.monotonic();
    await bench.added({ before: { ...before, askedAt } });
    expect(bench.clock.monotonic() - began).toBeGreaterThanOrEqual(20_000);
  });

  it('hears of a wrong key at once, however long ago it was asked', async () => {
    const { account, bench, before, charger } = await station();
    await bench.read(charger);
    const at = bench.clock.monotonic();
    const fields = { key: 'not-this-one' };
    const answer = await bench.signIn({ before, fields, open: [account] });
    expect(answer).toEqual({ ok: false, failure: { kind: 'signInNeeded', cause: 'refused' } });
    expect(bench.clock.monotonic()).toBe(at);
  });

  it.each([undefined, {}, { version: 1 }, { version: 1, address: 'x y', stationId: 7 }])(
    'of which only %j is left asks for its owner, and contacts nobody',
    async (plain) => {
      const { bench } = await station();
      const asked = bench.asked().length;
      const account = bench.open({ plain, secrets: 'broken' });
      const list = await account.listChargers(patient());
      expect(list).toEqual({ ok: false, failure: { kind: 'signInNeeded', cause: 'noSecret' } });
      expect(fcspAdapter.fieldsOf({ label: 'x', ...(plain ? { plain } : {}) })).toEqual({});
      account.close();
      expect(bench.asked()).toHaveLength(asked);
    },
  );
});

describe('details', () => {
  it('ask for set-up and network once in five minutes', async () => {
    const { bench, charger } = await station({ inverter: { kind: 'real' } });
    const details = () => bench.answered(charger.details(patient()));
    await bench.read(charger);
    for (let minutes = 0; minutes < 10; minutes += 1) {
      expect((await details()).ok).toBe(true);
      await bench.clock.advance(minute);
    }
    expect([bench.sim.count('configstatus'), bench.sim.count('networkinfo')]).toEqual([2, 2]);
    const rows = await details();
    const known = rows.ok
      ? Object.fromEntries(rows.value.map(({ key, value }) => [key, value]))
      : {};
    expect(known).toMatchObject({
      setUpCode: 'CE012',
      wifiNetwork: 'Simulated Home',
      grid: 'Present',
    });
  });

  it('know what they know when the rest cannot be asked', async () => {
    const { bench, charger } = await station();
    bench.sim.fail({ path: '/configstatus', failure: { kind: 'status', status: 500 } });
    bench.sim.fail({ path: '/networkinfo', failure: { kind: 'reset' } });
    const rows = await bench.answered(charger.details(patient()));
    const keys = rows.ok ? rows.value.map(({ key }) => key) : [];
    expect(keys).toContain('systemSoftware');
    expect(keys).not.toContain('setUpCode');
  });

  it('show the password to nobody, and the owner on demand', async () => {
    const { bench, charger } = await station();
    const rows = await bench.answered(charger.details(patient()));
    expect(JSON.stringify(rows)).not.toContain(bench.sim.identity.passcode);
    expect(charger.secret?.()).toBe(bench.sim.identity.passcode);
  });
});

describe('a report', () => {
  it('asks everything that may be read once, in its time, and shows nothing private', async () => {
    const { bench, charger } = await station({ inverter: { kind: 'real' } });
    await bench.read(charger);
    const before = bench.asked().length;
    const report = await reportOf(bench, charger);
    expect(bench.asked().slice(before)).toEqual([
      'chargerinfo',
      'inverterinfo',
      'configstatus',
      'networkinfo',
    ]);
    expect(report.parts.map(({ path, outcome }) => `${path} ${outcome}`)).toEqual([
      '/api/v1/access 200',
      '/api/v1/refresh undefined',
      '/api/v1/chargerinfo 200',
      '/api/v1/inverterinfo 200',
      '/api/v1/configstatus 200',
      '/api/v1/networkinfo 200',
    ]);
    const text = JSON.stringify(report);
    const { traceNo, passcode, ipAddr, wifiAddr, bleAddr, ssid, inverterSerial } =
      bench.sim.identity;
    const secrets = [traceNo, passcode, ipAddr, wifiAddr, bleAddr, ssid, inverterSerial, 'eyJ'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(report.parts[4]?.body).toBe('{\n  "status": "CE012"\n}');
  });

  it('tells of trouble, and leaves a station that does not answer alone', async () => {
    const { bench, charger } = await station({ inverter: { kind: 'failing' } });
    await bench.clock.advance(minute);
    bench.sim.fail({ path: '/configstatus', failure: { kind: 'reset' } });
    const { parts } = await reportOf(bench, charger);
    expect(parts.slice(3)).toMatchObject([
      { outcome: '500', body: expect.stringContaining('not shown') },
      { outcome: 'unreachable' },
      { path: '/api/v1/networkinfo' },
    ]);
    expect(parts[5]).toEqual({ path: '/api/v1/networkinfo' });
  });

  it('hides whatever password comes up in it', async () => {
    const { bench, charger } = await station();
    await bench.clock.advance(minute);
    bench.sim.becomeAnotherStation('SWA99XYZ');
    await reportOf(bench, charger);
    expect(bench.watched.hidden.has(bench.sim.identity.passcode)).toBe(true);
  });

  it('tells of a refused key', async () => {
    const { bench, charger } = await station();
    await bench.clock.advance(minute);
    bench.farEnd.loseOwner();
    const { parts } = await reportOf(bench, charger);
    expect(parts[0]).toMatchObject({ path: '/api/v1/access', outcome: '401' });
    expect(parts[3]).toEqual({ path: '/api/v1/inverterinfo' });
  });

  it('of a closed account is none', async () => {
    const { account, charger } = await station();
    account.close();
    expect(await charger.report?.({ signal: AbortSignal.abort() })).toMatchObject({ ok: false });
  });
});
