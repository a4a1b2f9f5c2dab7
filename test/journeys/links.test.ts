import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minute, World } from './world.ts';

let world: World;
beforeEach(async () => {
  const car = { wantsWh: 20_000 };
  world = await (await World.begin([garage, { ...yard, car }])).signedIn();
});
afterEach(() => world.end());

const garage = { id: 700_123, name: 'Garage', limitA: 16, phases: 1 } as const;
const yard = { id: 700_124, name: 'Yard', limitA: 16, phases: 1 } as const;

/** Somebody opens a link; ends when the window shows what it says. */
async function come(...links: readonly string[]): Promise<void> {
  for (const link of links) world.app.secondLaunch(link);
  await world.pass(200);
}

const idOf = (name: string) => world.state.chargers.find((one) => one.listed?.name === name)?.id;
const sent = () => world.sim.requests.filter(({ method }) => method !== 'GET');
const asked = () => {
  const { link } = world.state;
  return link?.says.ok ? link.says.value : undefined;
};

describe('a link', () => {
  it('opens the window at the charger and asks; nothing is sent before the press', async () => {
    const before = sent().length;
    await come('chargetray://charger/yard/lock');
    expect(world.desk.windowOpen).toBe(true);
    expect(world.state.goTo).toMatchObject({ view: 'chargers', chargerId: idOf('Yard') });
    expect(asked()).toEqual({ kind: 'charger', charger: 'yard', command: { kind: 'lock' } });
    await world.pass(minute);
    expect(sent()).toHaveLength(before);
    expect(world.sim.facts(yard.id).locked).toBe(false);
  });

  it('is gone once it is answered, and an older answer is none', async () => {
    await come('chargetray://charger/Yard/lock');
    const counter = world.state.link?.counter ?? 0;
    await come('chargetray://charger/Garage/lock');
    world.app.handlers.answerLink({ counter });
    await world.pass(100);
    expect(asked()?.charger).toBe('Garage');
    world.app.handlers.answerLink({ counter: world.state.link?.counter ?? 0 });
    await world.pass(100);
    expect(world.state.link).toBeUndefined();
  });

  it('is gone after two minutes in which nobody has answered', async () => {
    await come('chargetray://charger/Yard/lock');
    await world.pass(1.9 * minute);
    expect(world.state.link).toBeDefined();
    await world.pass(0.2 * minute);
    expect(world.state.link).toBeUndefined();
  });

  it('counts anew from the newest', async () => {
    await come('chargetray://charger/Yard/lock');
    await world.pass(1.5 * minute);
    await come('chargetray://charger/Yard/pause');
    await world.pass(1.5 * minute);
    expect(asked()?.command).toEqual({ kind: 'pause' });
  });

  it('without a command leads to the charger and asks nothing', async () => {
    await come(`chargetray://charger/${yard.id}`);
    expect(world.state.goTo.chargerId).toBe(idOf('Yard'));
    expect(world.state.link).toBeUndefined();
  });

  it.each([
    ['open', 'chargers'],
    ['history', 'history'],
    ['settings', 'settings'],
  ])('to %s leads there, and takes away what another one asked', async (place, view) => {
    await come('chargetray://charger/Yard/lock');
    await come(`chargetray://${place}`);
    expect(world.state.goTo.view).toBe(view);
    expect(world.state.link).toBeUndefined();
  });

  it('that leads to no charger, or to none of ours, says so in the window', async () => {
    await come('chargetray://charger/Attic/lock');
    expect(world.state.goTo).not.toHaveProperty('chargerId');
    expect(asked()?.charger).toBe('Attic');
    await come('chargetray://charger/%');
    expect(world.state.link?.says).toEqual({ ok: false, failure: { kind: 'malformed' } });
  });

  it('of a hundred in a second is the newest, and shown a few times at most', async () => {
    const { length } = world.desk.states;
    const links = Array.from(
      { length: 100 },
      (_, index) => `chargetray://charger/Yard/limit/${6 + (index % 10)}`,
    );
    for (const link of links) {
      world.app.secondLaunch(link);
      await world.pass(10);
    }
    await world.pass(200);
    expect(asked()?.command).toEqual({ kind: 'setLimit', limitA: 15 });
    expect(world.desk.states.length - length).toBeLessThan(60);
  });

  it('leaves nothing of its words in the log', async () => {
    await come('chargetray://charger/very-private/lock', 'chargetray://user:hunter2@x');
    const log = world.desk.lines.join('\n');
    expect(log).toContain('link');
    expect(log).not.toMatch(/very-private|hunter2/);
  });
});
