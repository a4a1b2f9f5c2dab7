import { afterEach, describe, expect, it } from 'vitest';
import { hour, menuWords, minute, owner, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const garage = { id: 700_123, name: 'Garage', phases: 1, limitA: 32 } as const;
const charging = { ...garage, car: { wantsWh: 60_000, phases: 1 } } as const;

const form = { fields: owner, keepSignedIn: true, untilQuit: false } as const;
const certainty = () => world.state.chargers[0]?.reading.certainty;

describe('signing in', () => {
  it('with a wrong password says so and keeps nothing', async () => {
    world = await World.begin([garage]);
    world.app.start({ hidden: true });
    const wrong = { email: owner.email, password: 'wrong horse' };
    const added = await world.app.handlers.addAccount({ brand: 'wallbox', ...form, fields: wrong });
    expect(added).toEqual({ ok: false, failure: { kind: 'signInNeeded', cause: 'refused' } });
    expect(world.state.accounts).toEqual([]);
    expect(world.machine.keychain.size).toBe(0);
    expect(world.sim.requests).toHaveLength(1);
  });

  it('happens once: tokens are used for their life and over a restart', async () => {
    world = await (await World.begin([garage])).signedIn();
    await world.pass(2 * hour);
    await world.killed();
    await world.restarted();
    await world.pass(hour);
    const signIns = world.sim.requests.filter(({ path }) => path.includes('signin'));
    expect(signIns).toHaveLength(1);
    expect(world.sim.violations).toEqual([]);
  });

  it('is needed once when the password was changed: told once, and nothing is asked until then', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.setPassword(owner.email, 'another horse');
    world.sim.revokeAccess();
    world.sim.revokeRefresh();
    await world.pass(20 * minute);
    expect(world.desk.told).toEqual(['Sign in to Wallbox again']);
    expect(world.desk.trayView.icon.name).toBe('signIn');
    const asked = world.sim.requests.length;
    await world.pass(5 * hour);
    expect(world.sim.requests.length).toBe(asked);
    await world.killed();
    await world.restarted();
    await world.pass(20 * minute);
    expect(world.desk.told).toEqual([]);
    const [account] = world.state.accounts;
    const fields = { ...owner, password: 'another horse' };
    const again = await world.app.handlers.signInAgain({
      accountId: account?.id ?? '',
      ...form,
      fields,
    });
    expect(again.ok).toBe(true);
    await world.pass(10 * minute);
    expect(world.desk.trayView.tooltip).toBe('Garage: Ready');
  });
});

describe('the cloud in trouble', () => {
  it('asks for slowness: the last reading stays, outdated, and nothing is hammered', async () => {
    world = await (await World.begin([charging])).signedIn();
    await world.pass(5 * minute);
    world.sim.fail({
      path: '/chargers/status',
      times: Infinity,
      failure: { kind: 'status', status: 429 },
    });
    const before = world.sim.requests.length;
    await world.pass(30 * minute);
    expect(certainty()).toBe('outdated');
    expect(world.desk.trayView.icon).toEqual({ name: 'charging', outdated: true });
    const reads = world.sim.requests.slice(before).filter(({ path }) => path.includes('chargers'));
    expect(reads.length).toBeLessThanOrEqual(7);
    world.sim.clearFailures();
    await world.pass(16 * minute);
    expect(certainty()).toBe('current');
  });

  it('is told once when it stays away during a charge, and when it is back', async () => {
    world = await (await World.begin([charging])).signedIn();
    await world.pass(5 * minute);
    world.sim.fail({ path: '/chargers/status', times: Infinity, failure: { kind: 'reset' } });
    await world.pass(40 * minute);
    expect(world.desk.told).toEqual(['Connection lost · Garage']);
    world.sim.clearFailures();
    await world.pass(10 * minute);
    expect(world.desk.told).toEqual(['Connection lost · Garage', 'Back online · Garage']);
  });
});

describe('this computer in trouble', () => {
  it('a locked keychain holds nothing up and is asked again when it answers', async () => {
    world = await (await World.begin([garage])).signedIn();
    await world.killed();
    world.machine.keychainFailure = 'locked';
    await world.restarted();
    expect(world.state.keychain).toBe('locked');
    expect(world.desk.trayView.tooltip).toContain('Garage: Ready');
    world.machine.keychainFailure = undefined;
    world.desk.keychainAnswersLate();
    await world.pass(5 * minute);
    expect(world.state.keychain).toBe('working');
    expect(certainty()).toBe('current');
  });

  it('without a keychain the account lasts until the app quits', async () => {
    world = await World.begin([garage]);
    world.machine.keychainFailure = 'absent';
    world.app.start({ hidden: true });
    const added = await world.app.handlers.addAccount({ brand: 'wallbox', ...form });
    expect(added).toEqual({ ok: false, failure: { kind: 'noKeychain' } });
    const untilQuit = { ...form, untilQuit: true };
    await world.app.handlers.addAccount({ brand: 'wallbox', ...untilQuit });
    await world.pass(minute);
    expect(world.desk.trayView.tooltip).toBe('Garage: Ready');
    expect(world.state.accounts[0]?.secrets).toBe('untilQuit');
  });

  it('a disk that refuses is said, and the app goes on', async () => {
    world = await (await World.begin([charging])).signedIn();
    world.machine.diskRefuses = true;
    await world.pass(5 * minute);
    expect(world.state.diskTrouble).toBe(true);
    expect(certainty()).toBe('current');
    world.machine.diskRefuses = false;
    await world.pass(5 * minute);
    expect(world.state.diskTrouble).toBeUndefined();
  });

  it('a disk that hangs stops nothing but what must be on it first', async () => {
    world = await (await World.begin([garage])).signedIn();
    let goOn = () => {};
    world.machine.diskHangs = new Promise((resolve) => {
      goOn = resolve;
    });
    world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
    await world.pass(10 * minute);
    expect(world.desk.trayView.icon.name).toBe('charging');
    expect(world.state.diskTrouble).toBe(true);
    await world.pass(2 * hour);
    expect(world.desk.trayView.icon.name).toBe('complete');
    expect(world.desk.told).toEqual([]);
    world.machine.diskHangs = undefined;
    goOn();
    await world.settle();
    expect(world.desk.told).toEqual(['Charge complete · Garage']);
    expect(world.state.diskTrouble).toBeUndefined();
  });

  it('a desktop without a tray opens the window, and closing it quits', async () => {
    world = await (await World.begin([garage])).signedIn();
    expect(world.desk.windowOpen).toBe(false);
    world.desk.host('absent');
    expect(world.desk.windowOpen).toBe(true);
    expect(world.state.tray).toBe('absent');
    world.desk.setWindow(false);
    expect(world.desk.quits).toBe(1);
  });
});

describe('a start at login', () => {
  it('follows the program at each start while it is wanted', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.app.handlers.changeSettings({ openAtLogin: true });
    expect(world.desk.logins).toEqual(['on']);
    await world.killed();
    await world.restarted();
    expect(world.desk.logins).toEqual(['kept']);
    world.app.handlers.changeSettings({ openAtLogin: false });
    await world.killed();
    await world.restarted();
    expect(world.desk.logins).toEqual([]);
  });

  it('is as it was, and said to be refused, where the desktop refuses', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.desk.loginRefused = true;
    world.app.handlers.changeSettings({ openAtLogin: true });
    await world.settle();
    expect(world.state).toMatchObject({ loginItem: 'refused', settings: { openAtLogin: false } });
    world.desk.loginRefused = false;
    world.app.handlers.changeSettings({ openAtLogin: true });
    await world.settle();
    expect(world.state).toMatchObject({ loginItem: 'asChosen', settings: { openAtLogin: true } });
  });

  it('is written before the app ends', async () => {
    world = await (await World.begin([garage])).signedIn();
    let written = () => {};
    world.desk.loginWritten = new Promise((resolve) => {
      written = resolve;
    });
    world.app.handlers.changeSettings({ openAtLogin: true });
    let hasEnded = false;
    const ending = world.app.stop().then(() => {
      hasEnded = true;
    });
    await world.settle();
    expect(hasEnded).toBe(false);
    written();
    await ending;
  });
});

describe('waking up', () => {
  it('waits for the network, and for nobody when it falls asleep again', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.desk.sleep();
    const asked = world.sim.requests.length;
    world.desk.online = false;
    world.desk.wake();
    await world.pass(20_000);
    world.desk.sleep();
    world.desk.online = true;
    await world.pass(5 * minute);
    expect(world.sim.requests.length).toBe(asked);
    world.desk.wake();
    await world.pass(23_000);
    expect(world.sim.requests.length).toBe(asked + 1);
  });

  it('reads at once where the window is open', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.desk.setWindow(true);
    await world.pass(3 * minute);
    world.desk.sleep();
    await world.pass(3 * minute);
    const asked = world.sim.requests.length;
    world.desk.wake();
    await world.pass(6_000);
    expect(world.sim.requests.length).toBe(asked + 1);
  });
});

describe('secrets', () => {
  it('are in the keychain and nowhere else', async () => {
    world = await (await World.begin([charging])).signedIn();
    await world.pass(hour);
    const elsewhere = [
      ...world.machine.files.values(),
      ...world.desk.lines,
      JSON.stringify(world.state),
      JSON.stringify(world.desk.trayViews),
      JSON.stringify(world.desk.notices),
      await world.app.handlers.diagnostics(undefined),
    ].join('\n');
    expect([...world.machine.keychain.values()].join()).toContain(owner.password);
    expect(elsewhere).not.toContain(owner.password);
    for (const secret of world.desk.hidden) expect(elsewhere).not.toContain(secret);
    expect(world.desk.hidden.length).toBeGreaterThan(2);
  });
});

describe('several chargers', () => {
  it('share one budget and stand in one tray', async () => {
    const driveway = { id: 700_456, name: 'Driveway', locked: true, car: {} } as const;
    world = await (await World.begin([charging, driveway])).signedIn();
    await world.pass(hour);
    expect(world.desk.trayView.tooltip.split('\n')).toHaveLength(2);
    const unlocks = menuWords(world.desk.trayView).filter((label) => label.includes('Unlock'));
    expect(unlocks).toEqual(['Unlock Driveway (car waiting)', '  Unlock']);
    expect(world.sim.maxParallel).toBe(1);
    expect(world.sim.violations).toEqual([]);
  });
});
