import { afterEach, describe, expect, it } from 'vitest';
import type { Failure } from '../simulators/shared/failures.ts';
import { hour, minute, owner, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const garage = { id: 700_123, name: 'Garage', phases: 1, limitA: 32 } as const;
const charging = { ...garage, car: { wantsWh: 60_000, phases: 1 } } as const;
const form = { fields: owner, keepSignedIn: true, untilQuit: false } as const;

const reading = () => world.state.chargers[0]?.reading;

describe('an answer that makes no sense during a charge', () => {
  const nonsense: Record<string, Failure> = {
    'a web page': { kind: 'html' },
    'half a JSON': { kind: 'half-json' },
    'nothing at all': { kind: 'empty' },
    '50 MB': { kind: 'huge' },
    'a list of a list': { kind: 'rewrite', body: () => [[]] },
    'a redirect to another host': { kind: 'redirect', to: 'other-host' },
    'an outage': { kind: 'status', status: 503 },
  };

  for (const [name, failure] of Object.entries(nonsense)) {
    it(`${name}: the last state stays, is said to be old, and nothing is hammered`, async () => {
      world = await (await World.begin([charging])).signedIn();
      await world.pass(5 * minute);
      world.sim.fail({ path: '/chargers/status', times: Number.POSITIVE_INFINITY, failure });
      const asked = world.sim.requests.length;
      await world.pass(12 * minute);
      expect(reading()).toMatchObject({
        certainty: 'outdated',
        observation: { status: { state: 'charging' } },
      });
      expect(world.desk.trayView.icon).toEqual({ name: 'charging', outdated: true });
      expect(world.desk.trayView.tooltip).toContain('as of ');
      expect(world.sim.requests.length - asked).toBeLessThanOrEqual(6);
      expect(world.desk.told).toEqual([]);
      expect(world.desk.lines.join()).not.toContain('<');
      world.sim.clearFailures();
      await world.pass(16 * minute);
      expect(reading()?.certainty).toBe('current');
      const signIns = world.sim.requests.filter(({ path }) => path.includes('signin'));
      expect(signIns).toHaveLength(1);
    });
  }

  it('wrong types in every field cost those fields, not the charger', async () => {
    world = await (await World.begin([charging])).signedIn();
    await world.pass(5 * minute);
    const failure = { kind: 'wrong-types' } as const;
    world.sim.fail({ path: '/chargers/status', times: Number.POSITIVE_INFINITY, failure });
    await world.pass(5 * minute);
    expect(world.state.chargers).toHaveLength(1);
    expect(world.desk.told).toEqual([]);
  });

  it('numbers and words that cannot be are absent, and the rest goes on', async () => {
    world = await (await World.begin([charging])).signedIn();
    await world.pass(5 * minute);
    const name = '\u001b]0;owned\u0007Gar\u202eage\0\n2';
    world.sim.overrideStatus(garage.id, {
      name,
      charging_power: 1e306,
      added_energy: 1e306,
      charging_time: '1e306',
      config_data: { locked: 'constructor', ecosmart: { enabled: 'toString', mode: 0 } },
    });
    await world.pass(5 * minute);
    const observation = world.state.chargers[0]?.reading;
    expect(observation).toMatchObject({
      certainty: 'current',
      observation: { name: ']0;ownedGarage 2' },
    });
    expect(structuredClone(world.state)).toEqual(JSON.parse(JSON.stringify(world.state)));
    expect(JSON.stringify(world.state.chargers)).not.toContain('null');
    expect(world.desk.trayView.tooltip).toMatch(/^\]0;ownedGarage 2: Charging/);
    await world.killed();
    await world.restarted();
    world.sim.overrideStatus(garage.id, { status_id: 161, name: 'Garage' });
    await world.pass(10 * minute);
    expect(world.desk.told).toEqual(['Charging stopped · Garage']);
  });

  it('an unknown status code is shown as such and changes nothing else', async () => {
    world = await (await World.begin([charging])).signedIn();
    await world.pass(5 * minute);
    world.sim.overrideStatus(garage.id, { status_id: 201 });
    await world.pass(5 * minute);
    expect(world.desk.trayView.tooltip).toContain('Unknown state (201)');
    expect(world.desk.told).toEqual([]);
  });
});

describe('an account', () => {
  it('of Google or Apple is refused like a wrong password', async () => {
    world = await World.begin([garage]);
    world.app.start({ hidden: true });
    const fields = { email: 'sso@example.com', password: 'none' };
    const added = await world.app.handlers.addAccount({ brand: 'wallbox', ...form, fields });
    if (added.ok) throw new Error('It was let in');
    expect(added.failure).toEqual({ kind: 'signInNeeded', cause: 'refused' });
  });

  it('without chargers says so', async () => {
    world = await (await World.begin([])).signedIn();
    expect(world.state.accounts[0]?.empty).toBe(true);
    expect(world.state.chargers).toEqual([]);
  });

  it('whose list is empty for once loses no charge that ends meanwhile', async () => {
    const ending = { ...garage, taperWh: 100, car: { wantsWh: 5000, phases: 1 } } as const;
    world = await (await World.begin([ending])).signedIn();
    await world.pass(20 * minute);
    const failure = { kind: 'rewrite', body: () => ({ result: { groups: [] } }) } as const;
    world.sim.fail({ path: '/v3/chargers/groups', failure });
    await world.pass(17 * minute);
    expect(world.state.chargers).toEqual([]);
    expect(world.sim.facts(garage.id).powerW).toBeGreaterThan(0);
    await world.pass(22 * minute);
    expect(world.sim.facts(garage.id).powerW).toBe(0);
    expect(world.desk.told).toEqual([]);
    await world.pass(15 * minute);
    expect(world.state.chargers).toHaveLength(1);
    expect(world.desk.told).toEqual(['Charge complete · Garage']);
  });

  it('that loses a charger drops it, and goes on with the other', async () => {
    const driveway = { id: 700_456, name: 'Driveway' } as const;
    world = await (await World.begin([charging, driveway])).signedIn();
    await world.pass(10 * minute);
    expect(world.state.chargers).toHaveLength(2);
    world.sim.removeCharger(owner.email, driveway.id);
    await world.pass(2 * hour);
    expect(world.state.chargers).toHaveLength(1);
    expect(reading()?.certainty).toBe('current');
    expect(world.desk.told).toEqual([]);
  });
});

describe('a computer whose clock', () => {
  for (const [name, off] of Object.entries({
    'is an hour late': -hour,
    'is an hour early': hour,
  })) {
    it(`${name} keeps its token and asks for no other`, async () => {
      world = await (await World.begin([charging])).signedIn();
      world.clockOff(off);
      await world.pass(10 * minute);
      expect(reading()?.certainty).toBe('current');
      const tokens = world.sim.requests.filter(({ path }) => path.startsWith('/users/'));
      expect(tokens.length).toBeLessThanOrEqual(2);
      expect(world.sim.violations).toEqual([]);
    });
  }
});
