import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readPersisted } from '../../electron/app/persistence/persisted-state.ts';
import { summary, summaryLines } from '../../electron/command-line/tasks/summary.ts';
import { hour, menuWords, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1, energyPrice: 0.5 } as const;
const carport = { ...garage, id: 700_124, name: 'Carport' } as const;
const third = { ...garage, id: 700_125, name: 'Yard' } as const;
const name = 'Left bay';
const key = 'wallbox/700123';
const zone = 'Europe/Berlin';
const query = { from: 0, to: Number.MAX_SAFE_INTEGER, charger: undefined };

async function begun() {
  const world = await (await World.begin([garage, carport, third])).signedIn();
  onTestFinished(() => world.end());
  const folder = mkdtempSync(join(tmpdir(), 'chargetray-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { world, folder };
}

function call(world: World, names: Readonly<Record<string, string>>): void {
  const { chargers } = world.state.settings;
  world.app.handlers.changeSettings({ chargers: { ...chargers, names } });
}

function callIt(world: World): void {
  call(world, { [world.state.chargers[0]?.id ?? '']: name });
}

async function charge(world: World): Promise<void> {
  world.sim.charger(garage.id).plugIn({ wantsWh: 8000, phases: 1 });
  await world.pass(2 * hour);
}

/** Whoever is asked from now on says nothing new. */
function noAnswers(world: World): void {
  const failure = { kind: 'status', status: 500 } as const;
  world.sim.fail({ path: 'status', times: Number.POSITIVE_INFINITY, failure });
}

/** Every place that names the charger, with what it says. */
async function places(world: World, folder: string): Promise<Readonly<Record<string, string>>> {
  world.desk.place = folder;
  const { handlers } = world.app;
  const { clock, log, stateFile } = world.desk.ports;
  const exported = async (what: 'sessions' | 'samples', format: 'csv' | 'json') => {
    expect(await handlers.exportHistory({ query, what, format, zone })).toBe('saved');
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const file = `ChargeTray ${what} ${day}.${format}`;
    return readFileSync(join(folder, file), 'utf8');
  };
  const month = { from: '2026-11-01', to: '2026-11-30', zone };
  const statement = await handlers.getStatement({ chargers: [key], ...month });
  const known = await handlers.historyChargers(undefined);
  const kept = readPersisted(stateFile, log).chargers;
  const telling = { now: clock.now(), formatOptions: { locale: 'en-GB' } };
  return {
    card: world.state.chargers[0]?.alias ?? '',
    tooltip: world.desk.trayView.tooltip,
    menu: menuWords(world.desk.trayView).join('\n'),
    terminal: summaryLines(kept, telling).join('\n'),
    script: JSON.stringify(kept.map(summary)),
    history: known.map((one) => one.name).join('\n'),
    statement: JSON.stringify(statement?.parts),
    sessionsCsv: await exported('sessions', 'csv'),
    sessionsJson: await exported('sessions', 'json'),
    samplesCsv: await exported('samples', 'csv'),
    samplesJson: await exported('samples', 'json'),
  };
}

describe('a charger has its owner’s name wherever it is named', () => {
  it.each<[when: string, live: (world: World, folder: string) => Promise<void>]>([
    [
      'given before it charges',
      async (world) => {
        callIt(world);
        await charge(world);
      },
    ],
    [
      'given after it has charged',
      async (world) => {
        await charge(world);
        callIt(world);
        await world.pass(60_000);
      },
    ],
    [
      'given in another run of the app, and nobody has read it since',
      async (world) => {
        callIt(world);
        await charge(world);
        await world.pass(60_000);
        noAnswers(world);
        await world.killed();
        await world.restarted();
      },
    ],
    [
      'given before the history is asked for the first time in a run',
      async (world) => {
        await charge(world);
        await world.killed();
        noAnswers(world);
        await world.restarted();
        callIt(world);
        await world.pass(60_000);
      },
    ],
    [
      'after a backup is brought in that knows it by another',
      async (world, folder) => {
        await charge(world);
        world.desk.place = folder;
        expect(await world.app.handlers.backUp(undefined)).toBe('saved');
        callIt(world);
        await world.pass(60_000);
        const day = new Date(world.clock.now()).toISOString().slice(0, 10);
        world.desk.chosen = join(folder, `ChargeTray backup ${day}.jsonl`);
        expect(await world.app.handlers.restoreBackup(undefined)).toMatchObject({ ok: true });
      },
    ],
  ])('%s', async (_when, live) => {
    const { world, folder } = await begun();
    await live(world, folder);
    const said = await places(world, folder);
    const without = Object.entries(said).filter(([, text]) => !text.includes(name));
    expect(without.map(([place]) => place)).toEqual([]);
    const others = Object.entries(said).filter(([, text]) => text.includes('Garage'));
    expect(others.map(([place]) => place)).toEqual([]);
  });

  it('in a notification', async () => {
    const { world } = await begun();
    callIt(world);
    await charge(world);
    expect(world.desk.told).toEqual([`Charge complete · ${name}`]);
  });
});
