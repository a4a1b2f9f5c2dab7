import { afterEach, describe, expect, it } from 'vitest';
import { dailyWindow } from '../simulators/wallbox/schedule.ts';
import { hour, minute, World } from './world.ts';

let world: World;
afterEach(() => world.end());

/** The clock of every journey begins at noon UTC. */
const night = dailyWindow('2200', '0500');
const car = { wantsWh: 60_000, phases: 1 } as const;
const garage = { id: 700_123, name: 'Garage', schedules: [night], car } as const;

const asked = (what: string) =>
  world.sim.requests.filter(({ method, path }) => method === 'GET' && path.includes(what)).length;
const tooltip = () => world.desk.trayView.tooltip;

describe('a charger that waits for its schedule', () => {
  it('says when it begins, for one question that holds nothing up', async () => {
    world = await (await World.begin([garage])).signedIn();
    await world.pass(10 * minute);
    expect(world.desk.trayView.icon.name).toBe('scheduled');
    expect(tooltip()).toMatch(/^Garage: Scheduled · next start /);
    const status = world.state.chargers[0]?.reading;
    const begins = new Date(world.clock.now()).setUTCHours(22, 0, 0, 0);
    expect(status).toMatchObject({ observation: { status: { nextStartAt: begins } } });
    await world.pass(5 * hour);
    expect(asked('/schedules')).toBe(1);
    expect(world.sim.violations).toEqual([]);
  });

  it('asks anew when it turns to its schedule again, and never otherwise', async () => {
    world = await (await World.begin([garage])).signedIn();
    await world.pass(10 * minute);
    world.sim.charger(garage.id).unplug();
    await world.pass(20 * minute);
    expect(tooltip()).toBe('Garage: Ready');
    expect(asked('/schedules')).toBe(1);
    world.sim.charger(garage.id).plugIn(car);
    await world.pass(30 * minute);
    expect(tooltip()).toMatch(/next start/);
    expect(asked('/schedules')).toBe(2);
  });

  it('says less where the cloud does not tell its schedules', async () => {
    world = await World.begin([garage]);
    const failure = { kind: 'status', status: 404 } as const;
    world.sim.fail({ path: '/schedules', times: Number.POSITIVE_INFINITY, failure });
    await world.signedIn();
    await world.pass(2 * hour);
    expect(tooltip()).toBe('Garage: Scheduled');
    expect(asked('/schedules')).toBe(1);
  });
});
