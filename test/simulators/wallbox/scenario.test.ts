import { afterEach, expect, test } from 'vitest';
import { type ManualClock, manualClock, scaledClock } from '../clock.ts';
import { DEMO_CHARGERS, DEMO_OWNER, demoAccounts } from './demo-world.ts';
import { runDemoScenario, startDemoCloud } from './scenario.ts';
import { startWallboxSimulator, type WallboxSimulator } from './simulator.ts';
import { benchOn, dig, START } from './test-kit.ts';

const MINUTE = 60_000;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function demoSim(clock: ManualClock): Promise<WallboxSimulator> {
  const sim = await startWallboxSimulator({ accounts: demoAccounts(START), clock });
  closers.push(() => sim.close());
  return sim;
}

/** Runs rounds minute by minute and notes each new state of the garage. */
async function watch(rounds: number, visit: (sim: WallboxSimulator, minute: number) => void) {
  const clock = manualClock(START);
  const sim = await demoSim(clock);
  const seen: number[] = [];
  let minute = 0;
  const wait = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += MINUTE / 2) {
      const { statusId } = sim.facts(DEMO_CHARGERS.garage);
      if (seen.at(-1) !== statusId) seen.push(statusId);
      visit(sim, minute);
      clock.advance(MINUTE / 2);
      minute += 0.5;
    }
  };
  await runDemoScenario(sim, DEMO_CHARGERS, { rounds, wait }).done;
  return { sim, seen, minutes: minute };
}

test('a round shows every state in turn', async () => {
  const { seen, sim, minutes } = await watch(1, () => {});
  expect(seen).toEqual([164, 194, 185, 194, 180, 181, 161, 164, 194, 182, 161]);
  const [first, second] = sim.facts(DEMO_CHARGERS.garage).history.slice(-2);
  expect(first?.energyWh).toBeCloseTo(11_000, 3);
  expect(second?.energyWh).toBeGreaterThan(1_000);
  // Two minutes of wall time at speed 60.
  expect((first?.chargingMs ?? 0) / MINUTE).toBeGreaterThan(100);
  expect((first?.chargingMs ?? 0) / MINUTE).toBeLessThan(140);
  expect(minutes).toBeLessThan(240);
});

test('the driveway waits to be unlocked, and again after its car is full', async () => {
  const codes: number[] = [];
  await watch(2, (sim, minute) => {
    codes.push(sim.facts(DEMO_CHARGERS.driveway).statusId);
    if (minute === 10) sim.charger(DEMO_CHARGERS.driveway).setLocked(false);
  });
  expect(codes.filter((code, index) => code !== codes[index - 1])).toEqual([
    210, 194, 180, 181, 210,
  ]);
});

test('goes on when somebody pauses the charge in the middle', async () => {
  const { seen } = await watch(1, (sim, minute) => {
    if (minute === 60) sim.charger(DEMO_CHARGERS.garage).patch({ manual: 'paused' });
  });
  expect(seen.slice(-4)).toEqual([164, 194, 182, 161]);
});

test('stops at once', async () => {
  const sim = await demoSim(manualClock(START));
  const demo = runDemoScenario(sim, DEMO_CHARGERS);
  demo.stop();
  await demo.done;
});

test('the demo cloud dates nothing in the future and can be signed in to', async () => {
  const before = Date.now();
  const demo = await startDemoCloud(60);
  closers.push(() => demo.close());
  const bench = benchOn(demo.sim, manualClock(START));
  const { token, ttl } = await bench.signIn(DEMO_OWNER);
  expect(ttl).toBeLessThanOrEqual(Date.now() + 15 * MINUTE);
  expect(ttl).toBeGreaterThanOrEqual(before + 15 * MINUTE);
  const path = `/v4/sessions/stats?charger=${DEMO_CHARGERS.garage}`;
  const { body } = await bench.call('GET', path, { token });
  expect(dig(body, 'meta', 'count')).toBe(14);
  const status = await bench.call('GET', `/chargers/status/${DEMO_CHARGERS.garage}`, { token });
  expect(Date.parse(`${dig(status.body, 'last_sync')}Z`)).toBeLessThanOrEqual(Date.now());
});

test('a scaled clock starts at wall time and runs faster', () => {
  const wall = manualClock(START);
  const clock = scaledClock(60, wall);
  expect(clock.now()).toBe(START);
  wall.advance(MINUTE);
  expect(clock.now()).toBe(START + 60 * MINUTE);
  expect(() => scaledClock(0)).toThrow(RangeError);
  expect(() => wall.advance(-1)).toThrow(RangeError);
});
