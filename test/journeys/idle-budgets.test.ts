import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hour, minute, owner, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const three = [
  { id: 700_123, name: 'Garage', phases: 1, limitA: 32 },
  { id: 700_124, name: 'Drive', phases: 1, limitA: 16 },
  { id: 700_125, name: 'Yard', phases: 1, limitA: 16 },
] as const;

/** Three chargers on one account, at all of which a car charges for days. */
async function busyYard(): Promise<World> {
  world = await World.begin(three);
  for (const { id } of three) world.sim.charger(id).plugIn({ wantsWh: 5_000_000, phases: 1 });
  await world.signedIn();
  await world.pass(2 * hour);
  return world;
}

interface Hour {
  readonly reads: number;
  readonly lists: number;
  readonly tokens: number;
  readonly requests: number;
  readonly timersFired: number;
  /** At the same time, at most. */
  readonly timersWaiting: number;
}

/** What an hour takes in which nobody does anything. */
async function anHour(): Promise<Hour> {
  const { clock, sim } = world;
  const from = sim.requests.length;
  const fired = clock.fired;
  let timersWaiting = 0;
  for (let minutes = 0; minutes < 60; minutes += 1) {
    await world.pass(minute);
    timersWaiting = Math.max(timersWaiting, clock.waiting);
  }
  const asked = sim.requests.slice(from);
  const count = (part: string) => asked.filter(({ path }) => path.includes(part)).length;
  return {
    reads: count('/chargers/status/'),
    lists: count('/chargers/groups'),
    tokens: count('refresh-token'),
    requests: asked.length,
    timersFired: clock.fired - fired,
    timersWaiting,
  };
}

describe('an hour with the window closed', () => {
  it('asks of an account with three chargers 30 looks, 2 lists and 5 tokens at most', async () => {
    await busyYard();
    const took = await anHour();
    expect(took.reads).toBeGreaterThan(20);
    expect(took.reads).toBeLessThanOrEqual(30);
    expect(took.lists).toBeLessThanOrEqual(2);
    expect(took.tokens).toBeLessThanOrEqual(5);
    expect(took.requests).toBe(took.reads + took.lists + took.tokens);
    expect(world.sim.violations).toEqual([]);
  });

  it('asks half of that or less where nothing is plugged in', async () => {
    world = await (await World.begin(three)).signedIn();
    await world.pass(2 * hour);
    expect((await anHour()).reads).toBeLessThanOrEqual(15);
  });

  it('takes a timer for each charger and four others, and wakes up twice for a look', async () => {
    await busyYard();
    const took = await anHour();
    expect(took.timersWaiting).toBeLessThanOrEqual(three.length + 4);
    // Six times it is seen to that nobody has fallen silent.
    expect(took.timersFired).toBeLessThanOrEqual(2 * took.reads + took.lists + took.tokens + 6);
  });

  it('takes no timer at all without a charger', async () => {
    world = await World.begin([]);
    world.app.start({ hidden: true });
    await world.pass(hour);
    const took = await anHour();
    expect(took).toMatchObject({ requests: 0, timersFired: 0, timersWaiting: 0 });
  });
});

/** How many chargers the window was last sent with a reading. */
const shownRead = () =>
  world.desk.states.at(-1)?.chargers.filter(({ reading }) => reading.certainty === 'current')
    .length;

describe('looks of one moment', () => {
  beforeEach(async () => {
    world = await World.begin(three.slice(0, 2));
    world.app.start({ hidden: true });
    const form = { fields: owner, keepSignedIn: true, untilQuit: false };
    await world.app.handlers.addAccount({ brand: 'wallbox', ...form });
    await world.pass(1);
  });

  it('are shown together, a tenth of a second after what was shown last', async () => {
    expect(shownRead()).toBe(0);
    await world.pass(100);
    expect(shownRead()).toBe(2);
  });

  it('are shown before the app ends', async () => {
    expect(shownRead()).toBe(0);
    await world.app.stop();
    expect(shownRead()).toBe(2);
  });
});

describe('the window', () => {
  it('opened and closed twenty times in a minute brings forward one look at most', async () => {
    await busyYard();
    const reads = () =>
      world.sim.requests.filter(({ path }) => path.includes('/chargers/status/')).length;
    const before = reads();
    for (let time = 0; time < 20; time += 1) {
      world.desk.setWindow(true);
      await world.pass(1250);
      world.desk.setWindow(false);
      await world.pass(1250);
    }
    expect(reads() - before).toBeLessThanOrEqual(1);
    expect(world.sim.violations).toEqual([]);
  });

  it('gets no state while nothing is heard of a charger', async () => {
    await busyYard();
    world.desk.setWindow(true);
    await world.pass(10 * minute);
    const { desk, sim } = world;
    const unasked: string[] = [];
    let sent = 0;
    for (let seconds = 0; seconds < 600; seconds += 1) {
      const before = { states: desk.states.length, requests: sim.requests.length };
      await world.pass(1000);
      const states = desk.states.length - before.states;
      sent += states;
      if (states > 0 && sim.requests.length === before.requests) unasked.push(`at ${seconds} s`);
      // What a reading saw and what the history made of it are one state.
      expect(states).toBeLessThanOrEqual(sim.requests.length - before.requests);
    }
    expect(unasked).toEqual([]);
    expect(sent).toBeGreaterThan(5);
  });
});
