import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/domain/charger/command.ts';
import { entryByLabel, menuWords, minute, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const garage = { id: 700_123, name: 'Garage', limitA: 16, phases: 1 } as const;

function ask(command: Command) {
  const [charger] = world.state.chargers;
  if (!charger) throw new Error('No charger');
  return world.app.handlers.execute({ chargerId: charger.id, command });
}

const progress = () => world.state.chargers[0]?.command?.phase;

describe('a wish', () => {
  it('is sent at once and confirmed by a later look', async () => {
    world = await (await World.begin([garage])).signedIn();
    expect(await ask({ kind: 'lock' })).toEqual({ ok: true, value: null });
    expect(progress()).toBe('sent');
    expect(world.sim.facts(garage.id).locked).toBe(true);
    await world.pass(2 * minute);
    expect(progress()).toBe('confirmed');
    expect(world.desk.trayView.icon.name).toBe('locked');
    expect(world.sim.violations).toEqual([]);
  });

  it('is told when nothing confirms it', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.overrideStatus(garage.id, { status_id: 161, config_data: { locked: 0 } });
    await ask({ kind: 'lock' });
    // The burst of the sign-in is spent, so that nobody can look any sooner.
    await world.pass(4 * minute);
    expect(progress()).toBe('sent');
    expect(world.desk.told).toEqual([]);
    await world.pass(2 * minute);
    expect(progress()).toBe('notConfirmed');
    expect(world.desk.told).toEqual(['Not confirmed · Garage']);
    expect(world.desk.notices[0]?.body).toBe(
      '“Lock” wasn’t confirmed. The charger still reports: Unlocked.',
    );
  });

  it('of a slider reaches the charger as its last value only', async () => {
    world = await (await World.begin([garage])).signedIn();
    const before = world.sim.requests.length;
    await Promise.all([10, 12, 14, 20, 25, 32].map((limitA) => ask({ kind: 'setLimit', limitA })));
    expect(world.sim.facts(garage.id).limitA).toBe(32);
    expect(world.sim.requests.length - before).toBeLessThanOrEqual(2);
  });

  it('beyond what the charger can is not sent', async () => {
    world = await (await World.begin([{ ...garage, maxAvailableA: 16 }])).signedIn();
    const before = world.sim.requests.length;
    expect(await ask({ kind: 'setLimit', limitA: 32 })).toMatchObject({ ok: false });
    expect(world.sim.requests.length).toBe(before);
  });
});

describe('what cannot be asked', () => {
  it('stands in the menu, disabled, with the reason', async () => {
    const car = { wantsWh: 9000 };
    world = await (await World.begin([{ ...garage, locked: true, car }])).signedIn();
    const menu = menuWords(world.desk.trayView);
    expect(menu).toContain('[Pause (locked)]');
    expect(menu).toContain('Unlock');
    expect(world.desk.trayView.icon.name).toBe('lockedCar');
  });

  it('is refused with a sentence when another system has the charger', async () => {
    world = await (await World.begin([{ ...garage, ocpp: true, car: {} }])).signedIn();
    expect(await ask({ kind: 'pause' })).toEqual({
      ok: false,
      failure: { kind: 'blocked', why: 'foreignControl' },
    });
  });

  it('is learnt after a refusal when the account may only look', async () => {
    world = await (await World.begin([{ ...garage, profile: 'user' }])).signedIn();
    expect(await ask({ kind: 'lock' })).toEqual(refused('unclear'));
    await world.pass(10 * minute);
    expect(menuWords(world.desk.trayView)).toContain('[Lock (no permission)]');
    expect(world.state.chargers[0]?.command).toMatchObject({ why: { why: 'noRight' } });
  });
});

const refused = (why: string) => ({ ok: false, failure: { kind: 'refused', why } });
const car = { wantsWh: 9000 };

describe('a refusal', () => {
  it('of a super-admin costs that command until the next reading, and is no matter of rights', async () => {
    world = await (await World.begin([{ ...garage, car }])).signedIn();
    world.sim.fail({ path: 'remote-action', failure: { kind: 'status', status: 403 } });
    expect(await ask({ kind: 'pause' })).toEqual(refused('unclear'));
    expect(menuWords(world.desk.trayView)).toContain('Lock');
    await world.pass(10 * minute);
    expect(world.state.chargers[0]?.command).toMatchObject({ why: { why: 'noReason' } });
    expect(menuWords(world.desk.trayView)).toEqual(expect.arrayContaining(['Pause', 'Lock']));
    expect(await ask({ kind: 'pause' })).toMatchObject({ ok: true });
  });

  it('because the charger was locked since the last reading says so after the next', async () => {
    world = await (await World.begin([{ ...garage, car }])).signedIn();
    world.sim.charger(garage.id).setLocked(true);
    expect(await ask({ kind: 'pause' })).toEqual(refused('unclear'));
    await world.pass(5 * minute);
    const menu = menuWords(world.desk.trayView);
    expect(menu).toContain('Pause: The charger is locked. Unlock it first.');
    expect(menu).toContain('Unlock');
  });
});

describe('a waiting car', () => {
  it('is told with a button that unlocks', async () => {
    world = await (await World.begin([{ ...garage, locked: true }])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
    await world.pass(6 * minute);
    const [notice] = world.desk.notices;
    expect(notice).toMatchObject({
      title: 'Car waiting · Garage',
      action: { label: 'Unlock' },
    });
    if (notice) world.desk.click(notice, 'unlock');
    await world.pass(3 * minute);
    expect(world.sim.facts(garage.id).locked).toBe(false);
    expect(world.desk.trayView.icon.name).toBe('charging');
  });
});

describe('a lock that was asked for here', () => {
  it('tells nobody of the car that it locks out', async () => {
    const car = { wantsWh: 9000, phases: 1 } as const;
    world = await (await World.begin([{ ...garage, car }])).signedIn();
    await ask({ kind: 'lock' });
    await world.pass(6 * minute);
    expect(world.desk.trayView.icon.name).toBe('lockedCar');
    expect(world.desk.told).toEqual([]);
  });

  it('does not hide a car that comes afterwards', async () => {
    world = await (await World.begin([garage])).signedIn();
    await ask({ kind: 'lock' });
    await world.pass(2 * minute);
    world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
    await world.pass(6 * minute);
    expect(world.desk.told).toEqual(['Car waiting · Garage']);
  });
});

describe('the menu', () => {
  it('is enough: limit, quiet hour, refresh and quit are in it', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.desk.press(entryByLabel(world.desk.trayView, '10\u00a0A'));
    await world.pass(2 * minute);
    expect(world.sim.facts(garage.id).limitA).toBe(10);
    world.desk.press(entryByLabel(world.desk.trayView, 'Off for an hour'));
    expect(world.state.settings.quiet.kind).toBe('until');
    await world.pass(61 * minute);
    expect(menuWords(world.desk.trayView)).toContain('  On');
    world.desk.press(entryByLabel(world.desk.trayView, 'Quit'));
    expect(world.desk.quits).toBe(1);
  });
});
