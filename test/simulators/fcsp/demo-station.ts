import { setTimeout } from 'node:timers/promises';
import { realClock, type SimClock, scaledClock } from '../clock.ts';
import type { Hands } from './hands.ts';
import { type FcspSimulator, startFcspSimulator } from './simulator.ts';

const MINUTE = 60_000;
const DEFAULT_SPEED = 60;

/** How the demo's day goes. */
export interface DemoDayOptions {
  /** Simulated ms per ms of wall time; must match the simulator's clock. Default 60. */
  readonly speed?: number;
  /** Default: for ever. */
  readonly rounds?: number;
  /** Lets simulated ms pass, e.g. by moving a manual clock. Default: a timer at `speed`. */
  readonly wait?: (simulatedMs: number) => Promise<void>;
}

/** A day on its way. */
export interface RunningDay {
  /** Settles when the rounds are over or after `stop`. */
  readonly done: Promise<void>;
  stop(): void;
}

/**
 * Plays an owner's day: plug in, charge until full, unplug a while later, plug in again, stop halfway,
 * unplug. At speed 60 the first charge takes about a minute.
 */
export function runDemoDay(hands: Hands, options: DemoDayOptions = {}): RunningDay {
  const { speed = DEFAULT_SPEED, rounds = Number.POSITIVE_INFINITY } = options;
  const abort = new AbortController();
  const timer = (ms: number) => setTimeout(ms / speed, undefined, { signal: abort.signal });
  const pass = options.wait ?? timer;
  const play = async () => {
    for (let round = 0; round < rounds && !abort.signal.aborted; round += 1) {
      await playRound(hands, pass);
    }
  };
  return {
    done: play().catch((error: unknown) => {
      if (!abort.signal.aborted) throw error;
    }),
    stop: () => abort.abort(),
  };
}

async function playRound(hands: Hands, pass: (ms: number) => Promise<void>): Promise<void> {
  hands.plugIn({ chargesForMs: 70 * MINUTE });
  await pass(85 * MINUTE);
  hands.unplug();
  await pass(15 * MINUTE);
  hands.plugIn();
  await pass(30 * MINUTE);
  hands.stop();
  await pass(15 * MINUTE);
  hands.unplug();
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
  speed: number = DEFAULT_SPEED,
  wall: SimClock = realClock(),
): Promise<DemoStation> {
  const sim = await startFcspSimulator({
    clock: scaledClock(speed, wall),
    wall,
    settings: { floorMs: 0 },
  });
  const day = runDemoDay(sim.hands, { speed });
  return {
    sim,
    async close() {
      day.stop();
      await day.done;
      await sim.close();
    },
  };
}
