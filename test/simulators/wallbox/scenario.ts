import { realClock, scaledClock } from '../clock.ts';
import {
  DEMO_SPEED,
  type Pass,
  playRounds,
  type RoundsOptions,
  type RunningRounds,
} from '../shared/rounds.ts';
import { DEMO_CHARGERS, demoAccounts } from './demo-world.ts';
import { startWallboxSimulator, type WallboxSimulator } from './simulator.ts';

const MINUTE = 60_000;
/** Longest wait for a charge to end; somebody may have paused it for good. */
const PATIENCE_MS = 240 * MINUTE;

/** The chargers a scenario plays with. */
export interface DemoCast {
  /** Plugged, charged, unplugged and paused, over and over. */
  readonly garage: number;
  /** Locked again, with a new car, whenever its car is full. */
  readonly driveway?: number;
}

/**
 * Plays an owner's day: plug in, charge with a Power Boost dip and a taper, full, unplug, plug in
 * again, pause, unplug. At speed 60 a charge takes about two minutes.
 */
export function runDemoScenario(
  sim: WallboxSimulator,
  cast: DemoCast,
  options: RoundsOptions = {},
): RunningRounds {
  return playRounds(options, (pass) => playRound(sim, cast, pass));
}

async function playRound(sim: WallboxSimulator, cast: DemoCast, pass: Pass): Promise<void> {
  const garage = sim.charger(cast.garage);
  const isFull = () => garage.state.car?.fullAt != null;
  if (cast.driveway !== undefined) resetDriveway(sim, cast.driveway);
  garage.plugIn({ wantsWh: 11_000, connectMs: MINUTE, phases: 1 });
  await pass(35 * MINUTE);
  garage.hold(185, 6 * MINUTE);
  for (let waited = 0; !isFull() && waited < PATIENCE_MS; waited += MINUTE) await pass(MINUTE);
  await pass(12 * MINUTE);
  garage.unplug();
  await pass(10 * MINUTE);
  garage.plugIn({ wantsWh: 18_000, connectMs: MINUTE, phases: 1 });
  await pass(20 * MINUTE);
  garage.patch({ manual: 'paused' });
  await pass(10 * MINUTE);
  garage.unplug();
  await pass(8 * MINUTE);
}

function resetDriveway(sim: WallboxSimulator, id: number): void {
  const driveway = sim.charger(id);
  if (driveway.state.car?.fullAt === null) return;
  driveway.unplug();
  driveway.setLocked(true);
  driveway.plugIn({ wantsWh: 9_000 });
}

/** A simulator with its scenario, ready to be pointed at. */
export interface DemoCloud {
  readonly sim: WallboxSimulator;
  close(): Promise<void>;
}

/**
 * Starts the demo's cloud. Physics runs at `speed`; tokens and dates go by real time, and there are
 * no limits, because the app is told to ask more often than the real cloud would allow.
 */
export async function startDemoCloud(speed: number = DEMO_SPEED): Promise<DemoCloud> {
  const wall = realClock();
  const sim = await startWallboxSimulator({
    accounts: demoAccounts(wall.now()),
    clock: scaledClock(speed, wall),
    wall,
    settings: { getLimit: null, writeLimit: null, maxSignInsPerHour: 1_000, maxSessions: 1_000 },
  });
  const demo = runDemoScenario(sim, DEMO_CHARGERS, { speed });
  return {
    sim,
    async close() {
      demo.stop();
      await demo.done;
      await sim.close();
    },
  };
}
