import { afterEach, describe, expect, it } from 'vitest';
import { hour, minute, owner, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const names = ['Garage', 'Carport', 'Courtyard'];
const three = names.map((name, at) => ({ id: 700_123 + at, name }));

const tooltip = () => world.desk.trayView.tooltip.split('\n');
const unread = () => tooltip().filter((line) => line.includes('no data yet'));
const calledInTray = () => tooltip().map((line) => line.split(':')[0]);

describe('three chargers of one account', () => {
  it('have their names as soon as they are listed, long before the last is read', async () => {
    world = await (await World.begin(three)).signedIn();
    expect(calledInTray()).toEqual(names);
    expect(unread()).toEqual(['Courtyard: no data yet']);
    expect(world.state.chargers.map(({ listed }) => listed?.name)).toEqual(names);
    await world.pass(6 * minute);
    expect(unread()).toEqual([]);
    expect(calledInTray()).toEqual(names);
  });

  it('lose the one that the cloud no longer finds, as soon as it says so', async () => {
    world = await (await World.begin(three)).signedIn();
    await world.pass(6 * minute);
    const lists = () => world.sim.requests.filter(({ path }) => path.includes('groups')).length;
    const before = lists();
    world.sim.fail({
      path: '/chargers/status/700124',
      times: Number.POSITIVE_INFINITY,
      failure: { kind: 'status', status: 404 },
    });
    await world.pass(16 * minute);
    const [, carport] = tooltip();
    expect(carport).toMatch(/^Carport: Ready · as of/);
    expect(world.state.chargers[1]?.reading).toMatchObject({ because: { kind: 'notFound' } });
    expect(lists()).toBe(before + 1);
    world.sim.removeCharger(owner.email, 700_124);
    await world.pass(31 * minute);
    expect(calledInTray()).toEqual(['Garage', 'Courtyard']);
  });

  it('still have them after a restart without a network', async () => {
    world = await (await World.begin(three)).signedIn();
    await world.killed();
    world.desk.online = false;
    await world.restarted();
    expect(calledInTray()).toEqual(names);
  });
});

it('two chargers at the pace of a test leave room for their history', async () => {
  const paced = { getLimit: { capacity: 3, refillMs: 1000 } } as const;
  world = await (await World.begin(three.slice(0, 2), paced, 1)).signedIn();
  const { handlers } = world.app;
  const range = { from: world.clock.now() - 30 * 24 * hour, to: world.clock.now() };
  const told = Promise.resolve(handlers.fetchSessions({ charger: 'wallbox/700124', ...range }));
  await world.pass(minute);
  expect(await Promise.race([told, 'still waiting'])).toMatchObject({ ok: true });
  expect(world.sim.violations).toEqual([]);
});
