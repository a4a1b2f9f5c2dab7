import { realClock, type SimClock, scaledClock } from '../clock.ts';
import {
  DEMO_SPEED,
  type Pass,
  playRounds,
  type RoundsOptions,
  type RunningRounds,
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

/**
 * Starts the demo's station. Its garage runs at `speed`; tokens and dates go by real time, and there
 * is no floor, because the app is told to ask more often than a real station would bear.
 */
export async function startDemoStation(
  speed: number = DEMO_SPEED,
  wall: SimClock = realClock(),
): Promise<DemoStation> {
  const sim = await startFcspSimulator({
    clock: scaledClock(speed, wall),
    wall,
    settings: { floorMs: 0 },
  });
  const day = runDemoDay(sim.driver, { speed });
  return {
    sim,
    async close() {
      day.stop();
      await day.done;
      await sim.close();
    },
  };
}
