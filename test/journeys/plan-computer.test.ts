import { describe, expect, it } from 'vitest';
import { expectManners, garage, Night, pause, start, times, wish } from './plan-night.ts';
import { hour, minute } from './world.ts';

describe('a night by the computer', () => {
  it('is two blocks with two commands each, and the goal to the kilowatt hour', async () => {
    const night = await Night.begin();
    await night.want();
    expect(night.status()).toBe('noCar');
    night.plugIn();
    await night.world.pass(10 * minute);
    expect(night.status()).toBe('waiting');
    expect(times(night.view().blocks)).toEqual(['22:01-23:00', '04:00-05:45']);
    await night.untilHour(7);
    expect(night.sent()).toEqual([pause, start, pause, start, pause]);
    expect(night.energyWh()).toBeGreaterThan(19_500);
    expect(night.energyWh()).toBeLessThan(20_600);
    expect(night.world.desk.told).toEqual(['Charge complete · Garage']);
    expectManners(night);
  });

  it('says in notification and history that the plan paused and ended it', async () => {
    const night = await Night.begin();
    await night.want();
    night.plugIn();
    await night.untilHour(7);
    expect(night.world.desk.notices[0]?.body).toMatch(/^Ended by plan after \d\d\.\d\d.kWh/);
    const { session, interruptions, endedByPlan } = await night.session();
    expect([session.end, endedByPlan]).toEqual(['complete', true]);
    expect(interruptions.map(({ kind }) => kind)).toEqual(['planPause', 'planPause']);
  });

  it('goes on after a restart in the middle, and sends nothing twice', async () => {
    const night = await Night.begin();
    await night.want();
    night.plugIn();
    await night.untilHour(4.5);
    expect(night.status()).toBe('charging');
    const sent = night.sent().length;
    await night.world.restarted();
    await night.world.pass(10 * minute);
    expect(night.status()).toBe('charging');
    expect(night.sent()).toHaveLength(sent);
    await night.untilHour(7);
    expect(night.sent().slice(sent)).toEqual([pause]);
    expect(night.energyWh()).toBeGreaterThan(19_500);
    expect(night.energyWh()).toBeLessThan(20_600);
  });

  it('keeps the plan and what was charged when the car is unplugged and comes back', async () => {
    const night = await Night.begin();
    await night.want();
    night.plugIn();
    await night.untilHour(5);
    const before = night.energyWh();
    night.world.sim.charger(garage.id).unplug();
    await night.world.pass(10 * minute);
    expect(night.status()).toBe('noCar');
    night.plugIn();
    await night.world.pass(10 * minute);
    expect(night.status()).toBe('charging');
    await night.untilHour(7);
    expect(before + night.energyWh()).toBeGreaterThan(18_000);
    expect(before + night.energyWh()).toBeLessThan(20_800);
  });

  it('leaves a charger alone that somebody pauses by hand, and goes on when asked to', async () => {
    const night = await Night.begin();
    await night.want();
    night.plugIn();
    await night.untilHour(4.5);
    const chargerId = night.world.state.chargers[0]?.id ?? '';
    const sent = night.sent().length;
    await night.world.app.handlers.execute({ chargerId, command: { kind: 'pause' } });
    await night.world.settle();
    expect(night.status()).toBe('suspended');
    await night.world.pass(40 * minute);
    expect(night.sent().slice(sent)).toEqual([pause]);
    await night.world.app.handlers.continuePlan({ chargerId });
    await night.world.pass(5 * minute);
    expect(night.status()).toBe('charging');
    expect(night.sent().slice(sent)).toEqual([pause, start]);
  });

  it('stays out of the way of Charge now, until the car has gone', async () => {
    const night = await Night.begin();
    await night.want();
    night.plugIn();
    await night.world.pass(10 * minute);
    const chargerId = night.world.state.chargers[0]?.id ?? '';
    night.world.desk.press(JSON.stringify({ do: 'plan', chargerId, choice: 'now' }));
    await night.world.pass(hour);
    expect(night.status()).toBe('suspended');
    expect(night.sent()).toEqual([pause, start]);
    night.world.sim.charger(garage.id).unplug();
    await night.world.pass(10 * minute);
    night.plugIn();
    await night.world.pass(10 * minute);
    expect([night.status(), night.sent()]).toEqual(['waiting', [pause, start, pause]]);
  });

  it('lets the car charge as usual once it is off', async () => {
    const night = await Night.begin();
    await night.want();
    night.plugIn();
    await night.world.pass(10 * minute);
    await night.want({ ...wish, isOn: false });
    await night.world.pass(10 * minute);
    expect(night.world.state.chargers[0]?.plan).toBeUndefined();
    expect(night.sent()).toEqual([pause, start]);
    expect(night.world.desk.trayView.icon.name).toBe('charging');
  });
});
