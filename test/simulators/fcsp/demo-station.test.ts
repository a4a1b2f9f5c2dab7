import { afterEach, describe, expect, test } from 'vitest';
import { manualClock, playedClock } from '../clock.ts';
import { runDemoDay, startDemoStation } from './demo-station.ts';
import { type Bench, MINUTE, START, startBench } from './test-kit.ts';

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

/** What the station says minute by minute, each state once. */
async function story(rounds: number): Promise<string[]> {
  bench = await startBench();
  const { sim, clock } = bench;
  const told = [sim.state];
  const wait = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += MINUTE) {
      if (told.at(-1) !== sim.state) told.push(sim.state);
      clock.advance(MINUTE);
    }
    if (told.at(-1) !== sim.state) told.push(sim.state);
  };
  await runDemoDay(sim.driver, { rounds, wait }).done;
  return told;
}

describe('the demo’s day', () => {
  test('charges, waits and leaves, twice a round, and again', async () => {
    const half = ['CS02', 'CS01', 'CS00'];
    expect(await story(2)).toEqual(['CS00', ...half, ...half, ...half, ...half]);
  });

  test('does not hide what goes wrong', async () => {
    bench = await startBench();
    bench.sim.driver.plugIn();
    await expect(runDemoDay(bench.sim.driver).done).rejects.toThrow('already');
  });
});

describe('the demo’s station', () => {
  test('charges at once and ends in the middle of its day', async () => {
    const clock = manualClock(new Date(START).setHours(10));
    const { sim, close } = await startDemoStation(clock);
    expect(sim.state).toBe('CS02');
    expect(sim.settings.floorMs).toBe(0);
    clock.advance(70 * MINUTE - 1);
    expect(sim.state).toBe('CS02');
    clock.advance(1);
    expect(sim.state).toBe('CS01');
    await expect(close()).resolves.toBeUndefined();
  });

  test('plays its day by the clock, and rests at night', async () => {
    const evening = new Date(START).setHours(17);
    const clock = playedClock(evening, 0);
    const { sim, close } = await startDemoStation(clock);
    clock.setSpeed(1e6);
    await expect.poll(() => sim.state).toBe('CS00');
    await close();
  });
});
