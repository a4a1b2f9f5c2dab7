import { afterEach, describe, expect, it } from 'vitest';
import { failed } from '../../shared/result.ts';
import { turns } from '../fakes/fake-clock.ts';
import { StationWorld } from './stations.ts';
import { minute, owner, World } from './world.ts';

const cancelled = failed({ kind: 'cancelled' });
const form = { fields: owner, keepSignedIn: true, untilQuit: false } as const;
const garage = { id: 700_123, name: 'Garage', phases: 1, limitA: 32 } as const;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turns(1);
}

describe('a Wallbox sign-in that is called off', () => {
  let world: World;
  afterEach(async () => {
    expect(world.sim.violations).toEqual([]);
    await world.end();
  });

  const handlers = () => world.app.handlers;
  const asked = (path: string) => world.sim.requests.filter((one) => one.path.includes(path));
  const signIns = () => asked('signin').length;

  /** The next sign-in is on its way, and the cloud answers only when this is called. */
  function held(): () => void {
    let answer = () => {};
    const until = new Promise<void>((resolve) => {
      answer = resolve;
    });
    world.sim.fail({ path: 'signin', failure: { kind: 'hold', until } });
    return answer;
  }

  it('adds nothing, breaks off its request, and can be made again at once', async () => {
    world = await World.begin([garage]);
    world.app.start({ hidden: true });
    const answer = held();
    const added = handlers().addAccount({ brand: 'wallbox', ...form });
    await until(() => signIns() === 1);
    expect(handlers().cancelSignIn(undefined)).toBeNull();
    expect(await added).toEqual(cancelled);
    await world.settle();
    answer();
    expect([world.state.accounts, world.machine.keychainCalls]).toEqual([[], []]);
    expect(world.machine.files.get('settings') ?? '').not.toContain(owner.email);
    expect(await handlers().addAccount({ brand: 'wallbox', ...form })).toMatchObject({ ok: true });
    expect(signIns()).toBe(2);
    await world.pass(minute);
    expect(world.state.chargers).toHaveLength(1);
  });

  it('leaves the one before, also after a restart, and can be made again at once', async () => {
    world = await (await World.begin([garage])).signedIn();
    const kept = [...world.machine.keychain];
    const [before] = world.state.accounts;
    const accountId = before?.id ?? '';
    const answer = held();
    const again = handlers().signInAgain({ accountId, ...form, keepSignedIn: false });
    await until(() => signIns() === 2);
    handlers().cancelSignIn(undefined);
    expect(await again).toEqual(cancelled);
    answer();
    expect([...world.machine.keychain]).toEqual(kept);
    expect(world.state.accounts).toEqual([before]);
    const readings = asked('status').length;
    await world.pass(10 * minute);
    expect(asked('status').length).toBeGreaterThan(readings);
    await world.killed();
    await world.restarted();
    expect(world.state.chargers[0]?.reading.certainty).toBe('current');
    expect(signIns()).toBe(2);
    expect(await handlers().signInAgain({ accountId, ...form })).toMatchObject({ ok: true });
  });
});

describe('a station that is called off', () => {
  let there: StationWorld;
  afterEach(async () => {
    expect(there.station.violations()).toEqual([]);
    await there.end();
  });

  const handlers = () => there.world.app.handlers;
  const hold = (path: string) =>
    there.station.fail({ path, failure: { kind: 'hold', until: new Promise(() => undefined) } });

  it.each(['access', 'chargerinfo'])('at %s is not added, and can be at once', async (call) => {
    there = await StationWorld.begin();
    there.world.app.start({ hidden: true });
    hold(call);
    const added = there.add();
    await until(() => there.station.count(call) === 1);
    handlers().cancelSignIn(undefined);
    expect(await added).toEqual(cancelled);
    expect(there.world.state.accounts).toEqual([]);
    expect(await there.add()).toMatchObject({ ok: true });
    await there.world.pass(10_000);
    expect(there.world.state.chargers).toHaveLength(1);
  });

  it('while it is opened anew stays as it was, and is still watched', async () => {
    there = await (await StationWorld.begin()).connected();
    await there.world.pass(minute);
    const { accounts } = there.world.state;
    hold('access');
    const logins = there.station.count('access');
    const fields = { address: there.address, name: 'Another name' };
    const again = there.again({ fields });
    await until(() => there.station.count('access') > logins);
    handlers().cancelSignIn(undefined);
    expect(await again).toEqual(cancelled);
    expect(there.world.state.accounts).toEqual(accounts);
    const readings = there.station.count('chargerinfo');
    await there.world.pass(5 * minute);
    expect(there.station.count('chargerinfo')).toBeGreaterThan(readings);
    expect(there.world.state.chargers[0]?.reading.certainty).toBe('current');
    expect(await there.again({ fields })).toMatchObject({ ok: true });
    expect(there.world.state.accounts).toMatchObject([{ label: 'Another name' }]);
  });

  it('while settings of another program are read connects to nobody', async () => {
    there = await StationWorld.begin();
    there.world.app.start({ hidden: true });
    const added = there.add({ useFound: true });
    handlers().cancelSignIn(undefined);
    expect(await added).toEqual(cancelled);
    expect(there.station.connections()).toBe(0);
  });
});
