import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';
import { hour, minute, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1 } as const;

async function begin(more: Partial<ChargerSpec> = {}): Promise<void> {
  world = await (await World.begin([{ ...garage, ...more }])).signedIn();
}

/** Killed by the system, without a word: the disk is as it was at that moment. */
async function killedOutright(): Promise<void> {
  const files = new Map(world.machine.files);
  await world.killed();
  for (const [name, text] of files) world.machine.files.set(name, text);
}

const onDisk = () => JSON.parse(world.machine.files.get('memory') ?? '{}').chargers[0];

function memoryWrites() {
  const written = vi.spyOn(world.machine.files, 'set');
  return () => written.mock.calls.filter(([name]) => name === 'memory').length;
}

describe('a charge whose app is killed outright', () => {
  const moments = [1, 3, 4, 5, 7, 10, 20, 30, 39, 40, 41, 42, 43, 44, 45, 46, 48, 52, 60, 90];
  it.each(moments)('after %d minutes is told exactly once', async (minutes) => {
    await begin();
    world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
    await world.pass(minutes * minute);
    const { told } = world.desk;
    await killedOutright();
    await world.clock.advance(hour);
    await world.restarted();
    await world.pass(15 * minute);
    // A charge of which no reading had seen anything by then is told as one that nobody saw.
    expect([...told, ...world.desk.told]).toEqual(['Charge complete · Garage']);
    await killedOutright();
    await world.restarted();
    await world.pass(15 * minute);
    expect(world.desk.told).toEqual([]);
  });

  it('is on the disk as soon as it was seen, although it is no news at a first look', async () => {
    await begin({ car: { wantsWh: 20_000, phases: 1 } });
    expect(world.desk.trayView.icon.name).toBe('charging');
    expect(onDisk().charge).toMatchObject({ startSeen: false });
  });

  it('has its end on the disk when it is told', async () => {
    await begin();
    world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
    const atTheTelling: unknown[] = [];
    const show = vi.spyOn(world.desk.ports.notices, 'show');
    show.mockImplementation(async () => {
      atTheTelling.push(onDisk().charge.endReason);
      return 'shown';
    });
    await world.pass(2 * hour);
    expect(atTheTelling).toEqual(['complete']);
  });
});

describe('what the command line reads', () => {
  it('is never older than the last look by more than a minute', async () => {
    await begin();
    world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
    await world.pass(10 * minute);
    const behindMs: number[] = [];
    for (let count = 0; count < 60; count += 1) {
      await world.pass(minute / 4);
      const [shown] = world.state.chargers;
      const at = shown && 'at' in shown.reading ? (shown.reading.at ?? 0) : 0;
      // What was seen a minute ago must be there by now.
      if (world.clock.now() - at > minute) behindMs.push(at - onDisk().reading.at);
    }
    expect(behindMs.length).toBeGreaterThan(5);
    expect(new Set(behindMs)).toEqual(new Set([0]));
  });

  it('is whole after the app has ended, and before the computer sleeps', async () => {
    await begin();
    world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
    const energy = () => onDisk().charge.energyWh;
    const shown = () => world.state.chargers[0]?.session?.energyWh;
    for (const end of [() => world.desk.sleep(), () => world.app.stop()]) {
      await world.pass(10 * minute);
      while (energy() === shown()) await world.pass(minute / 4);
      await end();
      await world.settle();
      expect(energy()).toBe(shown());
      world.desk.wake();
    }
  });
});

describe('how often the memory is written', () => {
  it('is once for every look while a charge goes on, and at once where it turns', async () => {
    await begin();
    world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
    await world.pass(10 * minute);
    const writes = memoryWrites();
    const asked = world.sim.requests.length;
    await world.pass(30 * minute);
    expect(writes()).toBeLessThanOrEqual(world.sim.requests.length - asked);
    world.sim.charger(garage.id).unplug();
    const before = writes();
    while (world.desk.trayView.icon.name !== 'available') await world.pass(1000);
    expect(onDisk().charge.endReason).toBe('unplugged');
    expect(writes()).toBeGreaterThan(before);
  });

  it('is once a minute while the window looks on', async () => {
    await begin();
    world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
    world.desk.setWindow(true);
    await world.pass(10 * minute);
    const writes = memoryWrites();
    await world.pass(30 * minute);
    expect(writes()).toBeGreaterThan(10);
    expect(writes()).toBeLessThanOrEqual(30);
  });
});
