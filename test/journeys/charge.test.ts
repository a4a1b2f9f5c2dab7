import { afterEach, describe, expect, it } from 'vitest';
import { entryByLabel, hour, menuWords, minute, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1, energyPrice: 0.31 } as const;

describe('a charge, from plug to plug', () => {
  it('is followed in the tray and told once at its end', async () => {
    world = await (await World.begin([garage])).signedIn();
    expect(world.desk.trayView.tooltip).toBe('Garage: Ready');
    world.sim.charger(garage.id).plugIn({ wantsWh: 8000, phases: 1 });
    await world.pass(10 * minute);
    expect(world.desk.trayView.icon).toEqual({ name: 'charging', outdated: false });
    expect(world.desk.trayView.tooltip).toMatch(/^Garage: Charging 7\.\d\skW · \d\.\d\d\skWh · /);
    await world.pass(3 * hour);
    expect(world.desk.told).toEqual(['Charge complete · Garage']);
    expect(world.desk.notices[0]?.body).toMatch(/^8\.0\d\skWh in 1\sh\s\d\d\smin, about €2\.\d\d$/);
    expect(world.desk.trayView.icon.name).toBe('complete');
    expect(world.sim.violations).toEqual([]);
  });

  it('survives a Power Boost dip without being told as ended', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
    await world.pass(20 * minute);
    world.sim.charger(garage.id).hold(185, 10 * minute);
    await world.pass(5 * minute);
    expect(world.desk.trayView.tooltip).toContain('Waiting for power (Power Boost)');
    await world.pass(20 * minute);
    expect(world.desk.trayView.icon.name).toBe('charging');
    expect(world.desk.told).toEqual([]);
  });

  it('is told when somebody else pauses it, with its energy', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
    await world.pass(30 * minute);
    world.sim.charger(garage.id).patch({ manual: 'paused' });
    await world.pass(10 * minute);
    expect(world.desk.told).toEqual(['Charging stopped · Garage']);
    expect(world.desk.notices[0]?.body).toMatch(
      /^Paused after \d\.\d\d\skWh in \d+\smin, about €\d\.\d\d$/,
    );
  });

  it('is not told of a pause that was asked for here', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
    await world.pass(30 * minute);
    world.desk.press(entryByLabel(world.desk.trayView, 'Pause'));
    await world.pass(5 * minute);
    expect(world.sim.facts(garage.id).statusId).toBe(182);
    expect(world.desk.trayView.icon.name).toBe('paused');
    expect(world.desk.told).toEqual([]);
    expect(world.desk.lines.join('\n')).toContain('askedHere');
    expect(menuWords(world.desk.trayView)).toContain('Resume');
  });
});

describe('the promise: told exactly once', () => {
  it('after a kill during the charge and a restart when it was over', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
    await world.pass(20 * minute);
    await world.killed();
    await world.clock.advance(3 * hour);
    await world.restarted();
    await world.pass(15 * minute);
    expect(world.desk.told).toEqual(['Charge complete · Garage']);
    await world.killed();
    await world.restarted();
    await world.pass(15 * minute);
    expect(world.desk.told).toEqual([]);
  });

  it('after sleep, and never again after the next wake', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
    await world.pass(20 * minute);
    world.desk.sleep();
    const asked = world.sim.requests.length;
    await world.clock.advance(3 * hour);
    expect(world.sim.requests.length).toBe(asked);
    world.desk.wake();
    await world.pass(15 * minute);
    expect(world.desk.told).toEqual(['Charge complete · Garage']);
    world.desk.sleep();
    await world.clock.advance(hour);
    world.desk.wake();
    await world.pass(15 * minute);
    expect(world.desk.told).toHaveLength(1);
  });

  it('not at all when it ended more than a day ago', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
    await world.pass(20 * minute);
    await world.killed();
    await world.clock.advance(50 * hour);
    await world.restarted();
    await world.pass(15 * minute);
    expect(world.desk.told).toEqual([]);
    expect(world.desk.lines.join('\n')).toContain('"reason":"tooOld"');
  });

  it('when the desktop takes it only later', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 3000, phases: 1 });
    world.desk.noticesFail = true;
    await world.pass(2 * hour);
    world.desk.noticesFail = false;
    await world.pass(15 * minute);
    expect(world.desk.told).toEqual(['Charge complete · Garage']);
  });

  it('as soon as somebody comes who shows it', async () => {
    world = await (await World.begin([garage])).signedIn();
    world.sim.charger(garage.id).plugIn({ wantsWh: 3000, phases: 1 });
    world.desk.noticesFail = true;
    await world.pass(2 * hour);
    world.desk.noticesFail = false;
    const asked = world.sim.requests.length;
    world.desk.noticesChance();
    await world.settle();
    expect(world.desk.told).toEqual(['Charge complete · Garage']);
    expect(world.sim.requests).toHaveLength(asked);
  });

  it('as one summary when several updates while you were away', async () => {
    const driveway = { id: 700_456, name: 'Driveway', phases: 1, limitA: 32 } as const;
    world = await (await World.begin([garage, driveway])).signedIn();
    for (const { id } of [garage, driveway])
      world.sim.charger(id).plugIn({ wantsWh: 5000, phases: 1 });
    await world.pass(20 * minute);
    world.desk.sleep();
    await world.clock.advance(4 * hour);
    for (const { id } of [garage, driveway]) world.sim.charger(id).unplug();
    world.desk.wake();
    await world.pass(20 * minute);
    expect(world.desk.told).toEqual(['2 updates while you were away']);
    expect(world.desk.notices[0]?.body).toContain('Driveway');
  });
});
