import { afterEach, describe, expect, it } from 'vitest';
import { everyDay } from '../../shared/domain/app/quiet-hours.ts';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import { hour, minute, World } from './world.ts';

const second = 1000;
const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1, energyPrice: 0.31 } as const;
/** Every world begins at noon UTC, which is an hour later here. Minutes after midnight. */
const begun = 13 * 60;

let world: World;
afterEach(() => world.end());

const box = () => world.sim.charger(garage.id);
const told = () => world.desk.notices.map(({ title, body }) => `${title}: ${body}`);

function stateNow() {
  const reading = world.state.chargers[0]?.reading;
  return reading && lastObservation(reading)?.status.state;
}

async function passUntil(state: string): Promise<void> {
  while (stateNow() !== state) await world.pass(10 * second);
}

describe('what is told now and then', () => {
  it('is a car that takes no power, once', async () => {
    world = await (await World.begin([garage])).signedIn();
    box().plugIn({ wantsWh: 0 });
    await world.pass(15 * minute);
    expect(told()).toEqual([]);
    await world.pass(hour);
    expect(told()).toEqual([
      'Plugged in, not charging · Garage: ' +
        'No power since 1:05 PM. Check the cable and the car’s own timer.',
    ]);
  });

  it('is firmware that came out, once, for who wants to know', async () => {
    world = await (await World.begin([garage])).signedIn();
    await world.app.handlers.changeSettings({ notices: { firmware: true } });
    await world.pass(hour);
    expect(told()).toEqual([]);
    box().patch({ software: { current: '6.7.36', latest: '6.8.2' } });
    await world.pass(3 * hour);
    expect(told()).toEqual(['Firmware available · Garage: Version 6.8.2 (installed: 6.7.36)']);
  });

  it('is the first of nine ends in twenty minutes, and one sum of all', async () => {
    world = await (await World.begin([garage], { cloudDelayMs: 0, getLimit: null }, 10)).signedIn();
    const from = world.clock.now();
    for (let time = 0; time < 9; time += 1) {
      box().plugIn({ wantsWh: 900_000 });
      await passUntil('charging');
      await world.pass(1.5 * minute);
      box().unplug();
      await passUntil('available');
    }
    expect(world.clock.now() - from).toBeLessThan(20 * minute);
    expect(world.desk.told).toEqual(['Charging stopped · Garage']);
    await world.pass(15 * minute);
    expect(world.desk.told).toEqual([
      'Charging stopped · Garage',
      'Charging started and stopped · Garage',
    ]);
    expect(world.desk.notices[1]?.body).toMatch(/^9 sessions in 1\d\smin, \d\.\d\d\skWh in total$/);
  });
});

describe('in quiet hours', () => {
  it('a session that ends is told when they are over', async () => {
    world = await (await World.begin([garage])).signedIn();
    const span = { days: everyDay, from: begun, to: begun + 3 * 60 };
    await world.app.handlers.changeSettings({
      quietHours: { on: true, critical: true, spans: [span] },
    });
    box().plugIn({ wantsWh: 7000, phases: 1 });
    await world.pass(3 * hour - minute);
    expect(stateNow()).toBe('complete');
    expect(told()).toEqual([]);
    await world.pass(2 * minute);
    expect(world.desk.told).toEqual(['Charge complete · Garage']);
    expect(world.desk.notices[0]?.body).toMatch(/^7\.00\skWh in 1\sh\s\d\d\smin, about €2\.17$/);
  });
});
