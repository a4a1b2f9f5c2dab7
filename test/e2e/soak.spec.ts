import { expect, test } from '@playwright/test';
import { chancesOf } from '../load/chances.ts';
import { faults } from '../soak/deeds.ts';
import { type House, openHouse } from '../soak/house.ts';
import { countInside } from '../soak/look.ts';
import { unread } from '../soak/unread.ts';
import { errands, visit } from '../soak/visits.ts';

const seed = 1;
/** Each charger has its turn in a second. */
const paceSeconds = 0.1;
/** Twice everything that can be done in it. */
const visits = [...errands, ...errands];
/** What each window left behind would be twice as much. */
const slack = visits.length / 2;

test('windows, sessions and faults leave no listener, timer or handle behind', async () => {
  test.setTimeout(240_000);
  const house = await openHouse(paceSeconds);
  try {
    for (const charger of chargersOf(house)) charger.plugIn({ wantsWh: 500_000 });
    expect(await unread(house)).toEqual([]);
    // Loads and connects whatever ever is.
    await live(house);
    await sleep(house);
    const before = await atRest(house);
    await wake(house);
    await live(house);
    await sleep(house);
    const left = leftOf(before);
    await expect
      .poll(async () => left(await counts(house)), { timeout: 60_000 })
      .toEqual({ listeners: 0, timers: 0, resources: 0 });
  } finally {
    await house.close();
  }
});

const chargersOf = ({ chargers, cloud }: House) => chargers.map((id) => cloud.charger(id));

/** Every session ends, everything goes wrong once, and the window is opened for all there is in it. */
async function live(house: House): Promise<void> {
  for (const charger of chargersOf(house)) charger.unplug();
  const failing = faults.map(async (deeds, index) => {
    const chance = chancesOf(seed + index);
    for (const deed of deeds) await deed.done(house, chance);
  });
  const visiting = async () => {
    const chance = chancesOf(seed);
    for (const errand of visits) await visit(house, errand, chance);
  };
  await Promise.all([visiting(), ...failing]);
  house.cloud.clearFailures();
  house.station.clearFailures();
  for (const charger of chargersOf(house)) charger.plugIn({ wantsWh: 500_000 });
  expect(await unread(house)).toEqual([]);
}

/** The computer goes to sleep, so that nobody is asked anything and little is under way. */
function sleep({ app }: House): Promise<void> {
  return app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
}

function wake({ app }: House): Promise<void> {
  return app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
}

type Counts = Awaited<ReturnType<typeof counts>>;

async function counts({ app }: House) {
  const { listeners, timers, resources } = await countInside(app.electron);
  return { listeners, timers, resources };
}

/** The least of several looks: what is just under way comes on top of it. */
async function atRest(house: House): Promise<Counts> {
  let least = await counts(house);
  for (let looks = 1; looks < 4; looks += 1) least = leastOf(least, await counts(house));
  return least;
}

/** By how much the least of all looks is above what there was before, and more than what may be. */
function leftOf(before: Counts): (now: Counts) => Counts {
  let least: Counts | undefined;
  return (now) => {
    const known = leastOf(least ?? now, now);
    least = known;
    const more = (name: keyof Counts) => {
      const count = known[name] - before[name];
      return count > slack ? count : 0;
    };
    return { listeners: more('listeners'), timers: more('timers'), resources: more('resources') };
  };
}

function leastOf(one: Counts, other: Counts): Counts {
  return {
    listeners: Math.min(one.listeners, other.listeners),
    timers: Math.min(one.timers, other.timers),
    resources: Math.min(one.resources, other.resources),
  };
}
