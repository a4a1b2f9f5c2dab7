import { describe, expect, it } from 'vitest';
import { expectManners, garage, Night, pause, start, times, wish } from './plan-night.ts';
import { minute } from './world.ts';

const back = { action: 9 };

/** Plugged in in the evening, with a plan that the charger can keep. */
async function evening(): Promise<Night> {
  const night = await Night.begin([garage], { keeps: true });
  await night.want();
  night.plugIn();
  await night.world.pass(10 * minute);
  expect(night.view().status).toEqual({ kind: 'waiting', keptBy: 'charger' });
  return night;
}

describe('a night kept by the charger', () => {
  it('needs no command, few writes, and is told once', async () => {
    const night = await evening();
    expect(times(night.view().blocks)).toEqual(['22:01-23:00', '04:00-05:45']);
    await night.untilHour(5);
    expect(night.view().status).toEqual({ kind: 'charging', keptBy: 'charger' });
    await night.untilHour(7);
    expect(night.sent()).toEqual([]);
    expect(night.writes()).toBeLessThanOrEqual(2);
    expect(night.energyWh()).toBeCloseTo(20_000, -2);
    expect(night.world.desk.told).toEqual(['Charge complete · Garage']);
    const { interruptions } = await night.session();
    expect(interruptions.map(({ kind }) => kind)).toEqual(['planSchedule']);
    expectManners(night);
  });

  it('goes on while the computer sleeps, and is told once after it wakes', async () => {
    const night = await evening();
    await night.untilHour(22);
    await night.sleepsUntilHour(6.5);
    await night.world.pass(30 * minute);
    expect(night.energyWh()).toBeCloseTo(20_000, -2);
    expect(night.sent()).toEqual([]);
    expect(night.world.desk.told).toEqual(['Charging ended · Garage']);
    expect(night.world.desk.notices[0]?.body).toMatch(/^(19\.9\d|20\.00).kWh/);
    expectManners(night);
  });

  it('begins without a command where the car charges already', async () => {
    const night = await Night.begin([garage], { keeps: true });
    night.plugIn();
    await night.world.pass(10 * minute);
    await night.want();
    await night.world.pass(20 * minute);
    expect(night.view().status).toEqual({ kind: 'waiting', keptBy: 'charger' });
    expect(night.world.desk.trayView.icon.name).toBe('scheduled');
    expect(night.sent()).toEqual([]);
  });

  it('is given back to it once where the computer had to hold the car first', async () => {
    const night = await Night.begin([garage], { keeps: true });
    const failure = { kind: 'status', status: 503 } as const;
    night.world.sim.fail({ path: '/schedules', failure });
    night.plugIn();
    await night.world.pass(10 * minute);
    await night.want();
    await night.world.pass(40 * minute);
    expect(night.view().status).toEqual({ kind: 'waiting', keptBy: 'charger' });
    expect(night.sent()).toEqual([pause, back]);
    expect(night.world.desk.trayView.icon.name).toBe('scheduled');
  });

  it('falls to the computer where the charger cannot be told', async () => {
    const night = await Night.begin([garage], { keeps: true });
    const failure = { kind: 'status', status: 503 } as const;
    night.world.sim.fail({ path: '/schedules', times: Number.POSITIVE_INFINITY, failure });
    await night.want();
    night.plugIn();
    await night.world.pass(10 * minute);
    expect(night.view().status).toEqual({ kind: 'waiting', keptBy: 'computer' });
    await night.untilHour(7);
    expect(night.sent()).toEqual([pause, start, pause, start, pause]);
    expectManners(night);
  });

  it('is taken away once the plan is off, and the car charges', async () => {
    const night = await evening();
    await night.want({ ...wish, isOn: false });
    await night.world.pass(10 * minute);
    expect(night.world.sim.charger(garage.id).state.schedules).toEqual([]);
    expect([night.sent(), night.world.desk.trayView.icon.name]).toEqual([[], 'charging']);
  });
});
