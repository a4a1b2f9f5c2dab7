import { describe, expect, it, onTestFinished } from 'vitest';
import type { SettingsChange } from '../../shared/domain/app/settings.ts';
import { minute, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1, energyPrice: 0.31 } as const;

async function charging(machine: Partial<World['machine']>): Promise<World> {
  const world = await (await World.begin([garage])).signedIn();
  onTestFinished(() => world.end());
  Object.assign(world.machine, machine);
  await world.restarted();
  world.sim.charger(garage.id).plugIn({ wantsWh: 8000, phases: 1 });
  await world.pass(20 * minute);
  return world;
}

async function choose(world: World, change: SettingsChange): Promise<void> {
  await world.app.handlers.changeSettings(change);
  await world.app.speak();
}

const tooltip = (world: World) => world.desk.trayView.tooltip.replaceAll(/[\u00a0\u202f]/g, ' ');
const labels = (world: World) =>
  world.desk.trayView.menu.flatMap((entry) => ('label' in entry ? [entry.label] : []));

describe('the language', () => {
  it.each([
    [['de-AT', 'en'], 'de', 'Garage: Lädt mit 7,4 kW', 'ChargeTray öffnen'],
    [['ca-ES', 'es-ES'], 'es', 'Garage: Cargando 7,4 kW', 'Abrir ChargeTray'],
    [['fr-FR'], 'fr', 'Garage : En charge, 7,4 kW', 'Ouvrir ChargeTray'],
    [['nl'], 'nl', 'Garage: Laadt 7,4 kW', 'ChargeTray openen'],
    [['zh-Hant', 'pl'], 'en', 'Garage: Charging 7,4 kW', 'Open ChargeTray'],
    [['C', '', 'de-XX'], 'de', 'Garage: Lädt mit 7,4 kW', 'ChargeTray öffnen'],
    [[], 'en', 'Garage: Charging 7,4 kW', 'Open ChargeTray'],
  ])('is the first of the system’s that the app has: %j', async (systemLanguages, ...right) => {
    const world = await charging({ systemLanguages, systemLocale: 'de-DE' });
    const [language, line, open] = right;
    expect(world.state.language).toBe(language);
    expect(tooltip(world)).toContain(line);
    expect(labels(world)).toContain(open);
  });

  it('is another as soon as it is chosen, everywhere, and after a restart', async () => {
    const world = await charging({});
    expect(tooltip(world)).toContain('Charging 7.4 kW');
    await choose(world, {
      language: 'de',
      formats: { ...world.state.settings.formats, region: 'DE' },
    });
    expect(world.state).toMatchObject({ language: 'de', locales: { words: 'de-DE' } });
    expect(tooltip(world)).toContain('Lädt mit 7,4 kW');
    expect(labels(world)).toContain('Einstellungen…');
    await world.restarted();
    expect(tooltip(world)).toContain('Lädt');
    await world.pass(90 * minute);
    const told = world.desk.notices.at(-1)?.body.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(told).toMatch(/8,00 kWh in .*2,48 €/);
  });

  it('is the last that was chosen, whichever is loaded first', async () => {
    const world = await charging({});
    for (const language of ['de', 'fr', 'nl', 'es', 'fr'])
      void world.app.handlers.changeSettings({ language });
    await world.app.speak();
    expect(world.state.language).toBe('fr');
    expect(labels(world)).toContain('Ouvrir ChargeTray');
  });

  it('of a later version is passed over without a word, but for the settings keeping it', async () => {
    const world = await charging({ systemLanguages: ['nl-NL'] });
    await choose(world, { language: 'pl' });
    expect(world.state).toMatchObject({ language: 'nl', settings: { language: 'pl' } });
    expect(world.state).not.toHaveProperty('settingsTrouble');
  });
});

describe('the way of writing', () => {
  it.each([
    [{ region: 'US', clock: 'region', weekStart: 'region' }, 'en-US', 'en-US-u-nu-latn', 7],
    [{ region: 'US', clock: 'h23', weekStart: 'monday' }, 'en-US-u-hc-h23', 'en-US-u-nu-latn', 1],
    [
      { region: 'system', clock: 'h12', weekStart: 'sunday' },
      'en-DE-u-hc-h12',
      'de-DE-u-nu-latn',
      7,
    ],
    [{ region: 'ZZ', clock: 'region', weekStart: 'region' }, 'en-DE', 'de-DE-u-nu-latn', 1],
  ] as const)('follows %o', async (formats, words, numbers, firstDay) => {
    const world = await charging({ systemLocale: 'de-DE' });
    await choose(world, { formats });
    expect(world.state.locales).toEqual({ words, numbers, firstDay });
  });
});
