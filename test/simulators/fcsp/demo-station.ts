import type { SimClock } from '../clock.ts';
import {
  type Pass,
  passingBy,
  playRounds,
  type RoundsOptions,
  type RunningRounds,
  restMs,
} from '../shared/rounds.ts';
import type { Driver } from './driver.ts';
import { type FcspSimulator, startFcspSimulator } from './simulator.ts';

const MINUTE = 60_000;

/**
 * Plays an owner's day: plug in, charge until full, unplug a while later, plug in again, stop halfway,
 * unplug. At speed 60 the first charge takes about a minute.
 */
export function runDemoDay(driver: Driver, options: RoundsOptions = {}): RunningRounds {
  return playRounds(options, (pass) => playRound(driver, pass));
}

async function playRound(driver: Driver, pass: Pass): Promise<void> {
  driver.plugIn({ chargesForMs: 70 * MINUTE });
  await pass(85 * MINUTE);
  driver.unplug();
  await pass(15 * MINUTE);
  driver.plugIn();
  await pass(30 * MINUTE);
  driver.stop();
  await pass(15 * MINUTE);
  driver.unplug();
  await pass(15 * MINUTE);
}

/** A station with its day, ready to be pointed at. */
export interface DemoStation {
  readonly sim: FcspSimulator;
  close(): Promise<void>;
}

/** Nobody signs in anew because time runs fast. */
const LONG_MS = 30 * 86_400_000;

/**
 * Starts the demo's station, all by one clock; it rests at night. There is no floor, because the app
 * is told to ask more often than a real station would bear.
 */
export async function startDemoStation(clock: SimClock): Promise<DemoStation> {
  const sim = await startFcspSimulator({
    clock,
    settings: { floorMs: 0, accessLifeMs: LONG_MS, refreshLifeMs: LONG_MS },
  });
  const rest = (pass: Pass) => pass(restMs(clock.now()));
  const day = runDemoDay(sim.driver, { wait: passingBy(clock), rest });
  return {
    sim,
    async close() {
      day.stop();
      await day.done;
      await sim.close();
    },
  };
}
