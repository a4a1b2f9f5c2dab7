import { afterEach, describe, expect, it } from 'vitest';
import type { defaultSettings } from '../../shared/domain/app/settings.ts';
import { hour, menuWords, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const garage = { id: 700_123, name: 'Garage', phases: 1, limitA: 32 } as const;
const carport = { ...garage, id: 700_124, name: 'Carport' } as const;
const charging = { ...garage, car: { wantsWh: 3000, phases: 1 } } as const;

const names = () => world.state.chargers.map(({ reading, alias }) => [alias, nameIn(reading)]);
const nameIn = (reading: World['state']['chargers'][number]['reading']) =>
  reading.certainty === 'never' ? undefined : reading.observation?.name;
const idOf = (place: number) => world.state.chargers[place]?.id ?? '';

function prefer(chargers: Partial<typeof defaultSettings.chargers>): void {
  const all = { ...world.state.settings.chargers, ...chargers };
  world.app.handlers.changeSettings({ chargers: all });
}

describe('a charger with a name of the owner’s own', () => {
  it('has it in the tray, in notifications and in the history, also after a restart', async () => {
    world = await (await World.begin([charging])).signedIn();
    prefer({ names: { [idOf(0)]: 'Left bay' } });
    expect(names()).toEqual([['Left bay', 'Garage']]);
    expect(world.desk.trayView.tooltip).toMatch(/^Left bay: Charging/);
    await world.killed();
    await world.restarted();
    await world.pass(hour);
    expect(world.desk.told).toEqual(['Charge complete · Left bay']);
    const known = await world.app.handlers.historyChargers(undefined);
    expect(known.map(({ name }) => name)).toEqual(['Left bay']);
    prefer({ names: {} });
    expect(world.desk.trayView.tooltip).toMatch(/^Garage: /);
    expect(await world.app.handlers.historyChargers(undefined)).toMatchObject([{ name: 'Garage' }]);
  });
});

describe('the order of chargers', () => {
  it('is the owner’s in window and tray; those not in it come last', async () => {
    world = await (await World.begin([garage, carport])).signedIn();
    const [first, second] = [idOf(0), idOf(1)];
    prefer({ order: [second] });
    expect(world.state.chargers.map(({ id }) => id)).toEqual([second, first]);
    expect(world.desk.trayView.tooltip.split('\n')[0]).toMatch(/^Carport: /);
  });
});

describe('a hidden charger', () => {
  it('is not shown and not told of, but recorded, and comes back', async () => {
    world = await (await World.begin([charging, carport])).signedIn();
    const id = idOf(0);
    prefer({ hidden: [id] });
    expect(names()).toEqual([[undefined, 'Carport']]);
    expect(world.state.hiddenChargers).toEqual([{ id, name: 'Garage' }]);
    expect(menuWords(world.desk.trayView).join(' ')).not.toContain('Garage');
    await world.pass(hour);
    expect(world.desk.told).toEqual([]);
    const known = await world.app.handlers.historyChargers(undefined);
    expect(known.map(({ name }) => name)).toContain('Garage');
    prefer({ hidden: [] });
    expect(world.state.hiddenChargers).toBeUndefined();
    expect(world.state.chargers).toHaveLength(2);
  });
});
