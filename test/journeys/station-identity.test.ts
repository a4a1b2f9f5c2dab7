import { afterEach, describe, expect, it } from 'vitest';
import { PUBLIC_DEVKEY } from '../simulators/fcsp/settings.ts';
import { StationWorld } from './stations.ts';
import { hour, minute } from './world.ts';

let there: StationWorld;
afterEach(async () => {
  expect(there.station.violations()).toEqual([]);
  await there.end();
});

const icon = () => there.world.desk.trayView.icon;
const told = () => there.world.desk.told;
const pass = (ms: number) => there.world.pass(ms);
const account = () => there.world.state.accounts[0];

describe('first contact', () => {
  it('shows the certificate and sends nothing before it is confirmed', async () => {
    there = await StationWorld.begin({ certificate: { keyBits: 1024 } });
    there.world.app.start({ hidden: true });
    const { fingerprint } = there.station.certificate;
    const asked = await there.add({ confirmed: undefined });
    expect(asked).toMatchObject({
      failure: { kind: 'confirmCertificate', offered: { fingerprint, key: 'RSA 1024' } },
    });
    expect(there.station.log).toEqual([]);
    expect(
      await there.add({ confirmed: { fingerprint: fingerprint.replace(/^../, '00') } }),
    ).toEqual(asked);
    expect(there.station.log).toEqual([]);
    expect((await there.add()).ok).toBe(true);
    expect(account()).toMatchObject({
      label: 'Garage',
      secrets: 'none',
      certificate: { fingerprint },
    });
  });

  it('needs no keychain with the key that every station takes', async () => {
    there = await StationWorld.begin();
    there.world.machine.keychainFailure = 'absent';
    await there.connected();
    expect(there.world.desk.trayView.tooltip).toBe('Garage: Ready');
  });

  it('keeps another key in the keychain and nowhere else', async () => {
    const key = 'another-key-of-ours-0123456789';
    there = await StationWorld.begin({ settings: { devkey: key } });
    there.world.app.start({ hidden: true });
    expect(await there.add()).toMatchObject({ failure: { kind: 'signInNeeded' } });
    const fields = { address: there.address, name: 'Garage', key };
    expect((await there.add({ fields })).ok).toBe(true);
    await pass(minute);
    expect([...there.world.machine.keychain.values()].join()).toContain(key);
    expect(there.everything).not.toContain(key);
    await there.world.killed();
    await there.world.restarted();
    expect(there.world.desk.trayView.tooltip).toBe('Garage: Ready');
  });
});

describe('a key of its own that is refused by now', () => {
  it('gives way to the common one when the field is left empty', async () => {
    const key = 'another-key-of-ours-0123456789';
    there = await StationWorld.begin({ settings: { devkey: key } });
    there.world.app.start({ hidden: true });
    await there.add({ fields: { address: there.address, name: 'Garage', key } });
    await pass(minute);
    there.station.settings.devkey = PUBLIC_DEVKEY;
    there.station.revokeAccess();
    there.station.revokeRefresh();
    await pass(5 * minute);
    expect(account()?.signIn).toBe('signInNeeded');
    expect((await there.again()).ok).toBe(true);
    await pass(minute);
    expect(account()).toMatchObject({ signIn: 'signedIn', secrets: 'none' });
    expect([...there.world.machine.keychain.keys()]).toEqual([]);
  });
});

describe('a certificate that changes', () => {
  it('gets no byte, is told once, and is trusted when its owner says so', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(10 * minute);
    const id = there.chargerId;
    const mark = await there.station.changeCertificate();
    await pass(hour);
    expect(there.station.requestsSince(mark)).toEqual([]);
    expect(there.station.bytesSince(mark)).toBe(0);
    expect(told()).toEqual(['Certificate changed · Garage']);
    expect(there.world.state.chargers[0]?.reading).not.toHaveProperty('away');
    expect(icon().name).toBe('signIn');
    await there.world.killed();
    await there.world.restarted();
    await pass(10 * minute);
    expect(told()).toEqual([]);
    const asked = await there.again();
    expect(asked).toMatchObject({ failure: { kind: 'confirmCertificate', known: {} } });
    expect(there.station.bytesSince(mark)).toBe(0);
    const { fingerprint } = there.station.certificate;
    expect((await there.again({ confirmed: { fingerprint } })).ok).toBe(true);
    await pass(5 * minute);
    expect(icon()).toEqual({ name: 'charging', outdated: false });
    expect(there.chargerId).toBe(id);
  });

  it('and is the old one again needs nobody', async () => {
    there = await (
      await StationWorld.begin({ certificate: { validTo: Date.UTC(2020, 0, 1) } })
    ).connected();
    await pass(5 * minute);
    expect(icon()).toEqual({ name: 'available', outdated: false });
  });
});

describe('a key that is refused', () => {
  it('is told once, tried seldom, and works again by itself', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.settings.devkey = 'something else entirely';
    there.station.revokeAccess();
    there.station.revokeRefresh();
    await pass(minute);
    const tries = there.station.keysSeen().length;
    await pass(24 * hour);
    expect(there.station.keysSeen().length - tries).toBeLessThan(10);
    expect(told()).toEqual(['The station rejected the developer key']);
    expect(icon().name).toBe('signIn');
    expect(account()?.signIn).toBe('signInNeeded');
    there.station.settings.devkey = there.station.keysSeen()[0] ?? '';
    while (icon().name === 'signIn') await pass(10 * minute);
    expect(icon()).toEqual({ name: 'available', outdated: false });
    expect(account()?.signIn).toBe('signedIn');
    expect(told()).toHaveLength(1);
  });
});

describe('another station at the address', () => {
  it('is noticed, told once, and watched only when its owner says so', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(10 * minute);
    there.station.becomeAnotherStation('SWA99XYZ');
    await pass(hour);
    expect(told().filter((title) => title.startsWith('Different'))).toHaveLength(1);
    expect(there.world.state.chargers[0]?.reading.certainty).toBe('outdated');
    const { fingerprint } = there.station.certificate;
    expect(await there.again()).toMatchObject({
      failure: { kind: 'otherCharger', found: 'SWA99XYZ', known: 'SWA12ABC' },
    });
    const confirmed = { fingerprint, chargerId: 'SWA99XYZ' };
    expect((await there.again({ confirmed })).ok).toBe(true);
    await pass(5 * minute);
    expect(there.chargerId).toMatch(/\/SWA99XYZ$/);
    expect(there.world.state.chargers).toHaveLength(1);
    expect(icon()).toEqual({ name: 'charging', outdated: false });
  });
});

describe('another address of the station', () => {
  it('is the same charger with the same history', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(20 * minute);
    const id = there.chargerId;
    const second = await there.station.alsoAt();
    const fields = { ...account()?.fields, address: `127.0.0.1:${second.port}` };
    expect((await there.again({ fields })).ok).toBe(true);
    await pass(5 * minute);
    expect(there.chargerId).toBe(id);
    expect(there.world.desk.trayView.tooltip).toMatch(/^Garage: Charging · 2\d\smin/);
    expect(account()?.fields.address).toBe(`127.0.0.1:${second.port}`);
    expect(told()).toEqual([]);
  });

  it('added as if it were a new charger is recognised', async () => {
    there = await (await StationWorld.begin()).connected();
    const second = await there.station.alsoAt();
    const fields = { address: `127.0.0.1:${second.port}`, name: 'Garage' };
    expect((await there.add({ fields })).ok).toBe(true);
    await pass(5 * minute);
    expect(there.world.state.accounts).toHaveLength(1);
    expect(there.world.state.chargers).toHaveLength(1);
  });
});
