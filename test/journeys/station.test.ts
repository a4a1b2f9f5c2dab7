import { afterEach, describe, expect, it } from 'vitest';
import { StationWorld } from './stations.ts';
import { hour, menuWords, minute } from './world.ts';

let there: StationWorld;
afterEach(async () => {
  expect(there.station.violations()).toEqual([]);
  expect(there.everything).not.toContain(there.station.identity.passcode);
  await there.end();
});

const cut = { path: 'api', times: Number.POSITIVE_INFINITY, failure: { kind: 'reset' } } as const;

const tooltip = () => there.world.desk.trayView.tooltip;
const icon = () => there.world.desk.trayView.icon;
const told = () => there.world.desk.told;
const bodies = () => there.world.desk.notices.map(({ body }) => body);
const pass = (ms: number) => there.world.pass(ms);

describe('plug in, charge, stop, unplug', () => {
  it('is followed in the tray and told once, with its duration and no claim about why', async () => {
    there = await (await StationWorld.begin()).connected();
    expect(tooltip()).toBe('Garage: Ready');
    there.station.driver.plugIn();
    await pass(40 * minute);
    expect(icon()).toEqual({ name: 'charging', outdated: false });
    expect(tooltip()).toMatch(/^Garage: Charging · (3\d|40)\smin$/);
    there.station.driver.stop();
    await pass(5 * minute);
    expect(told()).toEqual(['Charging ended · Garage']);
    expect(bodies()[0]).toMatch(/^After (3\d|40)\smin/);
    expect(tooltip()).toMatch(/^Garage: Stopped or finished/);
    expect(icon().name).toBe('paused');
    there.station.driver.unplug();
    await pass(5 * minute);
    expect(tooltip()).toBe('Garage: Ready');
    expect(told()).toHaveLength(1);
  });

  it('offers nothing in the menu that it cannot do', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(5 * minute);
    const words = menuWords(there.world.desk.trayView).join('\n');
    expect(words).toContain('Refresh now');
    expect(words).not.toMatch(/Pause|Resume|Lock|Unlock|limit|schedule/i);
  });

  it('shows a car that was there at the first look as connected, not as stopped', async () => {
    there = await StationWorld.begin();
    there.station.driver.plugIn();
    there.station.driver.stop();
    await there.connected();
    expect(icon().name).toBe('waiting');
    expect(told()).toEqual([]);
  });

  it('tells each charge of one stay', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(20 * minute);
    there.station.driver.stop();
    await pass(20 * minute);
    there.station.driver.resume();
    await pass(20 * minute);
    there.station.driver.stop();
    await pass(10 * minute);
    expect(told()).toEqual(['Charging ended · Garage', 'Charging ended · Garage']);
  });

  it('is told as stopped when the car is unplugged under power', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(30 * minute);
    there.station.driver.unplug();
    await pass(5 * minute);
    expect(told()).toEqual(['Charging stopped · Garage']);
    expect(bodies()).toEqual(['Unplugged after 26\u00a0min']);
  });
});

describe('the promise', () => {
  it('holds over a kill during the charge: told once, after the restart', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn({ chargesForMs: hour });
    await pass(30 * minute);
    await there.world.killed();
    await pass(3 * hour);
    await there.world.restarted();
    await pass(5 * minute);
    expect(told()).toEqual(['Charging ended · Garage']);
    expect(tooltip()).toMatch(/^Garage: Stopped or finished/);
    await there.world.killed();
    await there.world.restarted();
    await pass(5 * minute);
    expect(told()).toEqual([]);
  });

  it('holds over sleep', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn({ chargesForMs: hour });
    await pass(30 * minute);
    there.world.desk.sleep();
    await pass(5 * hour);
    there.world.desk.wake();
    await pass(5 * minute);
    there.world.desk.sleep();
    there.world.desk.wake();
    await pass(5 * minute);
    expect(told()).toEqual(['Charging ended · Garage']);
  });

  it('shows the last good reading as old after a restart, until the first look', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(10 * minute);
    await there.world.killed();
    there.station.fail(cut);
    await there.world.restarted();
    expect(icon()).toEqual({ name: 'charging', outdated: true });
    expect(tooltip()).toContain('as of');
    there.station.clearFailures();
    await pass(5 * minute);
    expect(icon()).toEqual({ name: 'charging', outdated: false });
  });
});

describe('a power cut', () => {
  it('with a vehicle that powers the house is told from cut to end', async () => {
    there = await (await StationWorld.begin({ inverter: { kind: 'real' } })).connected();
    there.station.driver.plugIn();
    await pass(10 * minute);
    expect(icon().name).toBe('charging');
    there.station.driver.powerCut({ preparesForMs: 3 * minute });
    await pass(2 * minute);
    expect(told()).toEqual(['Power cut · Garage']);
    expect(tooltip()).toContain('Preparing to power your home');
    await pass(10 * minute);
    expect(told()).toEqual([
      'Power cut · Garage',
      'Charging stopped · Garage',
      'Your vehicle is powering the house',
    ]);
    expect(bodies()[1]).toMatch(/^Switched to powering your home after \d\smin$/);
    expect(icon().name).toBe('discharging');
    there.station.driver.powerBack();
    await pass(5 * minute);
    expect(told().slice(3)).toEqual(
      expect.arrayContaining(['Power restored · Garage', 'Vehicle stopped powering the house']),
    );
    expect(told()).toHaveLength(5);
    expect(icon().name).toBe('charging');
    there.station.driver.stop();
    await pass(5 * minute);
    expect(told().at(-1)).toBe('Charging ended · Garage');
  });

  it('is not made up from the placeholder of a station without an inverter', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(10 * minute);
    expect(there.world.state.chargers[0]?.reading).not.toHaveProperty('seen.grid');
    expect(told()).toEqual([]);
  });
});

describe('a fault', () => {
  it('is told with its code, and its end', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(10 * minute);
    there.station.driver.fault('CF01');
    await pass(5 * minute);
    expect(told()).toEqual(['Fault · Garage']);
    expect(bodies()[0]).toContain('CF01');
    expect(icon().name).toBe('error');
    there.station.driver.faultOver();
    await pass(5 * minute);
    expect(told()).toEqual(['Fault · Garage', 'Fault cleared · Garage']);
  });

  it('that nobody knows is told again when it becomes one that is known', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(10 * minute);
    there.station.driver.fault('CS03');
    await pass(5 * minute);
    there.station.driver.fault('CF01');
    await pass(5 * minute);
    expect(told()).toEqual(['Fault · Garage', 'Fault · Garage']);
    expect(bodies()[1]).toMatch(/^Error CF01\. Had a fault until /);
  });
});

describe('out of reach', () => {
  it('for five minutes during a charge is told, and the return', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.driver.plugIn();
    await pass(10 * minute);
    const stop = there.station.fail(cut);
    const mark = there.station.mark();
    await pass(5 * minute);
    expect(there.station.requestsSince(mark).length).toBeGreaterThanOrEqual(3);
    expect(icon()).toEqual({ name: 'charging', outdated: true });
    expect(told()).toEqual([]);
    await pass(5 * minute);
    expect(icon()).toEqual({ name: 'offline', outdated: true });
    expect(told()).toEqual(['Connection lost · Garage']);
    stop();
    await pass(10 * minute);
    expect(told()).toEqual(['Connection lost · Garage', 'Back online · Garage']);
    expect(icon()).toEqual({ name: 'charging', outdated: false });
  });

  it('bothers nobody while no charge runs', async () => {
    there = await (await StationWorld.begin()).connected();
    there.station.fail(cut);
    await pass(2 * hour);
    expect(icon()).toEqual({ name: 'offline', outdated: true });
    expect(told()).toEqual([]);
  });
});
