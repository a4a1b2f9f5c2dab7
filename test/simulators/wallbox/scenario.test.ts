import { afterEach, expect, test } from 'vitest';
import { type ManualClock, manualClock, playedClock, scaledClock } from '../clock.ts';
import { restMs } from '../shared/rounds.ts';
import { DEMO_CHARGERS, DEMO_OWNER, demoAccounts } from './demo-world.ts';
import { runDemoScenario, startDemoCloud } from './scenario.ts';
import { startWallboxSimulator, type WallboxSimulator } from './simulator.ts';
import { benchOn, dig, START } from './test-kit.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
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
  const clock = playedClock(START, 60);
  const demo = await startDemoCloud(clock);
  closers.push(() => demo.close());
  const bench = benchOn(demo.sim, manualClock(START));
  const { token, ttl } = await bench.signIn(DEMO_OWNER);
  // Longer than anybody watches, and not too long to be believed.
  expect(ttl).toBeLessThanOrEqual(clock.now() + 30 * DAY);
  expect(ttl).toBeGreaterThanOrEqual(START + 30 * DAY);
  const path = `/v4/sessions/stats?charger=${DEMO_CHARGERS.garage}`;
  const { body } = await bench.call('GET', path, { token });
  expect(dig(body, 'meta', 'count')).toBe(14);
  const status = await bench.call('GET', `/chargers/status/${DEMO_CHARGERS.garage}`, { token });
  expect(Date.parse(`${dig(status.body, 'last_sync')}Z`)).toBeLessThanOrEqual(clock.now());
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

test('a played clock runs, stands still and goes on by steps, but never back', () => {
  const wall = manualClock(START);
  const clock = playedClock(START + DAY, 60, wall);
  wall.advance(MINUTE);
  expect(clock.now()).toBe(START + DAY + 60 * MINUTE);
  clock.setSpeed(0);
  wall.advance(MINUTE);
  clock.advance(15 * MINUTE);
  expect(clock.now()).toBe(START + DAY + 75 * MINUTE);
  expect(clock.course).toEqual({ at: clock.now(), since: wall.now(), speed: 0 });
  expect(() => clock.advance(-1)).toThrow(RangeError);
  expect(() => clock.setSpeed(-1)).toThrow(RangeError);
});

test.each([
  ['by day', [10, 0], 0],
  ['in the evening', [19, 0], 12.5 * 60],
  ['at night', [3, 0], 4.5 * 60],
])('rests %s until morning', (_, [hours = 0, minutes = 0], restMinutes) => {
  const at = new Date(2026, 1, 20).setHours(hours, minutes);
  expect(restMs(at)).toBe(restMinutes * MINUTE);
});

test('the driveway’s car comes back in the evening to be charged, and waits locked by day', async () => {
  const clock = manualClock(new Date(2026, 1, 20).setHours(16));
  const demo = await startDemoCloud(clock);
  closers.push(() => demo.close());
  const driveway = demo.sim.charger(DEMO_CHARGERS.driveway);
  const often = { interval: 20, timeout: 30_000 };
  const isLocked = () => {
    clock.advance(10 * MINUTE);
    return driveway.state.locked;
  };
  expect(driveway.state.locked).toBe(true);
  await expect.poll(isLocked, often).toBe(false);
  expect(new Date(clock.now()).getHours()).toBeGreaterThanOrEqual(19);
  expect(driveway.state.car).not.toBeNull();
  await expect.poll(isLocked, often).toBe(true);
  expect(new Date(clock.now()).getHours()).toBeGreaterThanOrEqual(7);
});
