import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { until } from '../fakes/fake-clock.ts';
import { hour, minute, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1, energyPrice: 0.31 } as const;
const zone = 'Europe/Berlin';
const germany = { region: 'DE', clock: 'region', weekStart: 'region' } as const;

async function begin(): Promise<World> {
  const world = await (await World.begin([garage])).signedIn();
  onTestFinished(() => world.end());
  return world;
}

async function inGerman(world: World): Promise<void> {
  await world.app.handlers.changeSettings({ language: 'de', formats: germany });
  await until(() => world.state.language === 'de');
}

async function detailsOf(world: World): Promise<string> {
  const [charger] = world.state.chargers;
  const asked = world.app.handlers.loadDetails({ chargerId: charger?.id ?? '' });
  await world.pass(minute);
  return JSON.stringify(await asked).replaceAll(/[\u00a0\u202f]/g, ' ');
}

it('details, cached ones too, are told in the language and region of now', async () => {
  const world = await begin();
  const english = await detailsOf(world);
  expect(english).toContain('"1:00 PM"');
  expect(english).toContain('"0.00 kWh"');
  await inGerman(world);
  const german = await detailsOf(world);
  expect(german).toContain('"WLAN"');
  expect(german).toContain('"13:00"');
  expect(german).toContain('"0,00 kWh"');
});

it('a table for Excel has the headers of the language, the neutral one its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chargetray-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const world = await begin();
  world.sim.charger(garage.id).plugIn({ wantsWh: 500, phases: 1 });
  await world.pass(hour);
  await inGerman(world);
  world.desk.place = folder;
  const excel = { decimal: ',', separator: ';', locale: 'de-DE' } as const;
  const query = { from: 0, to: Number.MAX_SAFE_INTEGER, charger: undefined };
  const order = { query, what: 'samples', format: 'csv', zone } as const;
  const header = () => {
    const [name = ''] = readdirSync(folder);
    return readFileSync(join(folder, name), 'utf8').split('\r\n')[0];
  };
  expect(await world.app.handlers.exportHistory({ ...order, excel })).toBe('saved');
  expect(header()).toMatch(/^\ufeffLadestation;Zeit;Status;Leistung \(W\);/);
  expect(await world.app.handlers.exportHistory(order)).toBe('saved');
  expect(header()).toMatch(/^charger_name,at,state,power_w,/);
});
