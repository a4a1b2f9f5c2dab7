import type { SimClock } from '../clock.ts';
import {
  type Pass,
  passingBy,
  playRounds,
  type RoundsOptions,
  type RunningRounds,
  restMs,
} from '../shared/rounds.ts';
import { DEMO_CHARGERS, DRIVEWAY_CAR, demoAccounts } from './demo-world.ts';
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
  driveway.plugIn(DRIVEWAY_CAR);
}

/** A simulator with its scenario, ready to be pointed at. */
export interface DemoCloud {
  readonly sim: WallboxSimulator;
  close(): Promise<void>;
}

/** Nobody signs in anew because time runs fast; the app takes no longer life for true. */
const LONG_MS = 30 * 86_400_000;

/**
 * Starts the demo's cloud, all by one clock. In the evening the car is away, and comes back to a driveway
 * that is unlocked for the night. There are no limits, because the app is told to ask more often than the real cloud
 * would allow.
 */
export async function startDemoCloud(clock: SimClock): Promise<DemoCloud> {
  const sim = await startWallboxSimulator({
    accounts: demoAccounts(clock.now()),
    clock,
    settings: {
      accessTtlMs: LONG_MS,
      refreshTtlMs: 12 * LONG_MS,
      getLimit: null,
      writeLimit: null,
      maxSignInsPerHour: 1_000,
      maxSessions: 1_000,
    },
  });
  const rest = async (pass: Pass) => {
    if (restMs(clock.now()) === 0) return;
    const driveway = sim.charger(DEMO_CHARGERS.driveway);
    driveway.unplug();
    await pass(10 * MINUTE);
    driveway.setLocked(false);
    driveway.plugIn(DRIVEWAY_CAR);
    await pass(restMs(clock.now()));
  };
  const demo = runDemoScenario(sim, DEMO_CHARGERS, { wait: passingBy(clock), rest });
  return {
    sim,
    async close() {
      demo.stop();
      await demo.done;
      await sim.close();
    },
  };
}
