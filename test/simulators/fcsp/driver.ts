import type { SimClock } from '../clock.ts';
import { EMPTY_GARAGE, type GarageState, halted, isCharging } from './garage.ts';

/** What people and the grid do around the station. Everything shows in the next answer. */
export interface Driver {
  /** A car comes and charges at once, for `chargesForMs` (default: until stopped). */
  plugIn(options?: { readonly chargesForMs?: number }): void;
  /** Charging ends before the car is full. */
  stop(): void;
  /** A stopped car goes on. */
  resume(): void;
  unplug(): void;
  /** A fault hides everything else; charging goes on unseen. Default: `CF01` (FOR#541761). */
  fault(code?: string): void;
  faultOver(): void;
  /** The grid fails; `preparesForMs` later (default 60 s) the car feeds the house. */
  powerCut(options?: { readonly preparesForMs?: number }): void;
  /** The grid is back; a car that was charging goes on. */
  powerBack(): void;
}

/** The garage, changed by hands only. */
export class Garage {
  state: GarageState = EMPTY_GARAGE;
}

/** Hands in one garage. `hasInverter` is asked at every power cut. */
export function handsIn(garage: Garage, clock: SimClock, hasInverter: () => boolean): Driver {
  const put = (change: Partial<GarageState>) => {
    garage.state = { ...garage.state, ...change };
  };
  const car = () => garage.state.car ?? refuse('No car is plugged in');
  return {
    plugIn({ chargesForMs = Number.POSITIVE_INFINITY } = {}) {
      if (garage.state.car !== null) refuse('A car is plugged in already');
      put({ car: { leftMs: chargesForMs, since: clock.now() } });
    },
    stop: () => put({ car: halted(car(), clock.now()) }),
    resume() {
      if (garage.state.cut !== null) refuse('No car charges in a power cut');
      put({ car: { ...halted(car(), clock.now()), since: clock.now() } });
    },
    unplug() {
      car();
      put({ car: null });
    },
    fault: (code = 'CF01') => put({ fault: code }),
    faultOver: () => put({ fault: null }),
    powerCut({ preparesForMs = 60_000 } = {}) {
      if (!hasInverter()) refuse('Without a real inverter the station itself goes dark');
      const now = clock.now();
      const plugged = car();
      put({
        cut: { feedsFrom: now + preparesForMs, charged: isCharging(plugged, now) },
        car: halted(plugged, now),
      });
    },
    powerBack() {
      const { cut, car: plugged } = garage.state;
      if (cut === null) refuse('The power is there');
      const goesOn = cut.charged && plugged !== null;
      put({ cut: null, car: goesOn ? { ...plugged, since: clock.now() } : plugged });
    },
  };
}

function refuse(reason: string): never {
  throw new Error(reason);
}
