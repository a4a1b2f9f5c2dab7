import { afterEach, describe, expect, it } from 'vitest';
import { StationWorld } from './stations.ts';
import { hour, minute, World } from './world.ts';

const second = 1000;
/** Later by a twentieth at most, so that not everybody asks at once. */
const jitter = 1.05;
const withJitter = (pollMs: number) => pollMs * jitter + second;
/** Parts of the time between two readings at which something happens, counted from a reading. */
const moments = [0.001, 0.25, 0.5, 0.75, 0.999];

let end: () => Promise<void>;
afterEach(() => end());

const chargers = [
  { id: 700_123, name: 'Garage', phases: 1, limitA: 32 },
  { id: 700_124, name: 'Drive', phases: 1, limitA: 16 },
  { id: 700_125, name: 'Yard', phases: 1, limitA: 16 },
] as const;
const [garage] = chargers;

/** A driveway in which cars charge for days, and a garage to try things in. */
async function home(count: 1 | 3, options: { readonly windowOpen?: true } = {}): Promise<World> {
  const world = await World.begin(chargers.slice(0, count));
  end = () => world.end();
  for (const { id } of chargers.slice(1, count)) plugIn(world, id);
  await world.signedIn();
  if (options.windowOpen) world.desk.setWindow(true);
  // The chargers of one account find their turns.
  await world.pass(3 * hour);
  return world;
}

function plugIn(world: World, id: number, wantsWh = 5_000_000): void {
  world.sim.charger(id).plugIn({ wantsWh, phases: 1 });
}

/** Lets time pass until something is so, from one event to the next. */
async function passUntil(world: World, isSo: () => boolean): Promise<void> {
  const limit = world.clock.monotonic() + hour;
  while (!isSo() && world.clock.monotonic() < limit) {
    await world.pass(Math.max(1, Math.min(world.clock.nextDueMs, second)));
  }
}

interface Trial {
  readonly pollMs: number;
  /** Everything is as it was before the change, and has been looked at. */
  readonly ready: () => Promise<void>;
  /** How many readings the charger has answered so far. */
  readonly reads: () => number;
  /** What happens at the charger. */
  readonly change: () => void;
}

/** How long after a change it was told, for a change at each of the moments. Milliseconds. */
async function delays(world: World, trial: Trial): Promise<readonly number[]> {
  const found: number[] = [];
  for (const moment of moments) {
    await trial.ready();
    const { desk, clock } = world;
    const before = trial.reads();
    await passUntil(world, () => trial.reads() > before);
    await world.pass(moment * trial.pollMs);
    const told = desk.notices.length;
    const at = clock.monotonic();
    trial.change();
    await passUntil(world, () => desk.notices.length > told);
    found.push((desk.shownAt[told] ?? Number.POSITIVE_INFINITY) - at);
  }
  return found;
}

const later = (all: readonly number[], limitMs: number) => all.filter((ms) => !(ms <= limitMs));

function readsOf(world: World): () => number {
  const path = `/chargers/status/${garage.id}`;
  return () => world.sim.requests.filter((one) => one.path === path && one.status === 200).length;
}

type Box = ReturnType<World['sim']['charger']>;

const ends: Readonly<Record<string, (charger: Box) => void>> = {
  unplugged: (charger) => charger.unplug(),
  'paused by somebody else': (charger) => charger.patch({ manual: 'paused' }),
  locked: (charger) => charger.setLocked(true),
  'a fault': (charger) => charger.setFault(14),
};

function charging(world: World, change: (charger: Box) => void, pollMs: number): Trial {
  const charger = world.sim.charger(garage.id);
  return {
    pollMs,
    reads: readsOf(world),
    change: () => change(charger),
    async ready() {
      charger.setFault(null);
      charger.setLocked(false);
      charger.unplug();
      await world.pass(16 * minute);
      plugIn(world, garage.id);
      await world.pass(25 * minute);
    },
  };
}

describe('what happens in a charge at a Wallbox is told one poll and a second later at most', () => {
  it.each(Object.entries(ends))('one charger: %s', async (_name, change) => {
    const pollMs = 120 * second;
    const world = await home(1);
    const found = await delays(world, charging(world, change, pollMs));
    expect(later(found, withJitter(pollMs))).toEqual([]);
    // They would be as prompt if somebody looked all the time.
    expect(Math.max(...found)).toBeGreaterThan(pollMs / 2);
    expect(world.sim.violations).toEqual([]);
  });

  it.each([1, 3] as const)('for half a day no look comes later, of %i', async (count) => {
    const world = await home(count);
    plugIn(world, garage.id);
    await world.pass(20 * minute);
    const from = world.sim.requests.length;
    await world.pass(12 * hour);
    const asked = world.sim.requests.slice(from);
    const gaps = chargers.slice(0, count).flatMap(({ id }) => {
      const reads = asked.filter(({ path }) => path === `/chargers/status/${id}`);
      return reads.slice(1).map(({ at }, index) => at - (reads[index]?.at ?? 0));
    });
    expect(gaps.length).toBeGreaterThan(300);
    expect(later(gaps, withJitter(count * 120 * second))).toEqual([]);
    // Meanwhile tokens were renewed and chargers were listed.
    expect(asked.length).toBeGreaterThan(gaps.length + 50);
  });

  it('three chargers on one account', async () => {
    const pollMs = 3 * 120 * second;
    const world = await home(3);
    const found = await delays(
      world,
      charging(world, (charger) => charger.unplug(), pollMs),
    );
    expect(later(found, withJitter(pollMs))).toEqual([]);
    expect(world.sim.violations).toEqual([]);
  });

  it.each([1, 3] as const)('never later than that with the window open: %i', async (count) => {
    const world = await home(count, { windowOpen: true });
    const pollMs = count * 60 * second;
    const found = await delays(
      world,
      charging(world, (charger) => charger.unplug(), pollMs),
    );
    expect(later(found, withJitter(count * 120 * second))).toEqual([]);
    // Then every question of the account has its minute, and a new token takes one from a reading.
    expect(later(found, withJitter(pollMs)).length).toBeLessThan(moments.length / 2);
    expect(world.sim.violations).toEqual([]);
  });

  it('a full car, when the look that has to agree was had as soon as the account allows', async () => {
    const pollMs = 120 * second;
    const world = await home(1);
    const full = (charger: Box) => {
      const { car } = charger.state;
      if (car) charger.patch({ car: { ...car, missingWh: 0 } });
    };
    const found = await delays(world, charging(world, full, pollMs));
    expect(new Set(world.desk.told)).toEqual(new Set(['Charge complete · Garage']));
    expect(later(found, withJitter(pollMs + 60 * second))).toEqual([]);
    expect(world.sim.violations).toEqual([]);
  });
});

describe('what happens to a car that does not charge', () => {
  it('a fault, while a paused car is plugged in', async () => {
    const pollMs = 120 * second;
    const world = await home(1);
    const charger = world.sim.charger(garage.id);
    plugIn(world, garage.id);
    charger.patch({ manual: 'paused' });
    const found = await delays(world, {
      pollMs,
      reads: readsOf(world),
      change: () => charger.setFault(14),
      async ready() {
        charger.setFault(null);
        await world.pass(15 * minute);
      },
    });
    expect(later(found, withJitter(pollMs))).toEqual([]);
  });

  it('a car that comes to a locked charger, by the slow poll of an empty one', async () => {
    const pollMs = 2.5 * 120 * second;
    const world = await home(1);
    const charger = world.sim.charger(garage.id);
    charger.setLocked(true);
    const found = await delays(world, {
      pollMs,
      reads: readsOf(world),
      change: () => plugIn(world, garage.id),
      async ready() {
        charger.unplug();
        await world.pass(30 * minute);
      },
    });
    expect(new Set(world.desk.told)).toEqual(new Set(['Car waiting · Garage']));
    expect(later(found, withJitter(pollMs))).toEqual([]);
  });
});

describe('what happens in a charge at a Ford station is told one poll and a second later', () => {
  const station = {
    stopped: (there: StationWorld) => there.station.driver.stop(),
    unplugged: (there: StationWorld) => there.station.driver.unplug(),
    'a fault': (there: StationWorld) => there.station.driver.fault(),
  } as const;

  it.each(Object.entries(station))('%s', async (name, change) => {
    const pollMs = 60 * second;
    const there = await (await StationWorld.begin()).connected();
    end = () => there.end();
    const { world } = there;
    const { driver } = there.station;
    let plugged = false;
    const found = await delays(world, {
      pollMs,
      reads: () => there.station.count('chargerinfo', 200),
      change: () => change(there),
      async ready() {
        driver.faultOver();
        if (plugged && name !== 'unplugged') driver.unplug();
        await world.pass(3 * minute);
        driver.plugIn();
        plugged = true;
        await world.pass(3 * minute);
      },
    });
    expect(later(found, withJitter(pollMs))).toEqual([]);
    expect(there.station.violations()).toEqual([]);
  });
});
