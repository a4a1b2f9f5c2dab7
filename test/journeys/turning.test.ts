import { afterEach, describe, expect, it } from 'vitest';
import { lastObservation } from '../../shared/domain/charger/reading.ts';
import { minute, World } from './world.ts';

const second = 1000;
const garage = { id: 700_123, name: 'Garage', limitA: 16 } as const;
const waiting = 'Car waiting · Garage';

let world: World;
afterEach(() => world.end());

function stateNow() {
  const reading = world.state.chargers[0]?.reading;
  return reading && lastObservation(reading)?.status.state;
}

/** A car at a charger that somebody locks and unlocks five times within ten minutes. */
async function turned(): Promise<(locked: boolean) => Promise<void>> {
  const car = { wantsWh: 900_000, phases: 1 } as const;
  world = await (await World.begin([{ ...garage, car }], {}, 10)).signedIn();
  const turn = async (locked: boolean) => {
    world.sim.charger(garage.id).setLocked(locked);
    const state = locked ? 'lockedCar' : 'charging';
    while (stateNow() !== state) await world.pass(10 * second);
  };
  for (let time = 1; time < 5; time += 1) {
    await turn(true);
    await turn(false);
  }
  await turn(true);
  return turn;
}

const timesTold = () => world.desk.notices.filter(({ title }) => title === waiting).length;

describe('a charger that is locked over and over', () => {
  it('says once more that a car waits when it still does at rest', async () => {
    await turned();
    expect(timesTold()).toBe(4);
    await world.pass(25 * minute);
    expect(timesTold()).toBe(5);
  });

  it('says no more that a car waits when it is unlocked by then and charges', async () => {
    const turn = await turned();
    await turn(false);
    await world.pass(25 * minute);
    expect(world.desk.withdrawn).toHaveLength(4);
    expect(world.desk.standing(waiting)).toEqual([]);
    expect(timesTold()).toBe(4);
    expect(stateNow()).toBe('charging');
  });
});
