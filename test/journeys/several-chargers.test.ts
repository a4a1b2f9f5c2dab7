import { afterEach, describe, expect, it } from 'vitest';
import { minute, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const names = ['Garage', 'Carport', 'Courtyard'];
const three = names.map((name, at) => ({ id: 700_123 + at, name }));

const tooltip = () => world.desk.face.tooltip.split('\n');
const unread = () => tooltip().filter((line) => line.includes('not read yet'));
const calledInTray = () => tooltip().map((line) => line.split(':')[0]);

describe('three chargers of one account', () => {
  it('have their names as soon as they are listed, long before the last is read', async () => {
    world = await (await World.begin(three)).signedIn();
    expect(calledInTray()).toEqual(names);
    expect(unread()).toEqual(['Courtyard: not read yet']);
    expect(world.state.chargers.map(({ listed }) => listed?.name)).toEqual(names);
    await world.pass(6 * minute);
    expect(unread()).toEqual([]);
    expect(calledInTray()).toEqual(names);
  });

  it('still have them after a restart without a network', async () => {
    world = await (await World.begin(three)).signedIn();
    await world.killed();
    world.desk.online = false;
    await world.restarted();
    expect(calledInTray()).toEqual(names);
  });
});
