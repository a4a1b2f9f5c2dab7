import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { gridOf, type InverterReading, phaseOf } from './inverter.ts';

/** As its maker sells it, without the maker. */
export const modelName = 'Charge Station Pro';

/**
 * One reading. `code` is `chargerinfo.state`; the set-up code of `configstatus` is never taken for it.
 */
export interface ObservedReading {
  /** As its owner calls it, else as the brand is called. */
  readonly name: string;
  readonly code: string;
  readonly inverter: InverterReading;
}

/**
 * One reading in our words. The station tells no power, current or energy at all (FCA, LF), so there
 * is none. A code that nobody knows is kept as one. Never fails.
 */
export function toObservation({ name, code, inverter }: ObservedReading): Observation {
  return {
    name,
    model: modelName,
    ...meaningOf(code, inverter),
    vendorCode: code,
    abilities: {},
    ...omitUndefined({ grid: gridOf(inverter) }),
  };
}

type Meaning = Pick<Observation, 'status' | 'plugged'>;

/** Codes were seen on real stations unless a line says otherwise (FCA, LF). */
function meaningOf(code: string, inverter: InverterReading): Meaning {
  const known = code.toUpperCase();
  switch (known) {
    case 'CS00':
      return { status: { state: 'available' }, plugged: 'no' };
    case 'CS01':
      // Paused, stopped, finished or waiting: it does not say which.
      return { status: { state: 'waiting', notSaid: true }, plugged: 'yes' };
    case 'CS02':
      return { status: flowOf(inverter), plugged: 'yes' };
    case 'CS03':
      // Labelled a fault in one program, never observed (FCA).
      return { status: { state: 'error', code, unconfirmed: true }, plugged: 'unknown' };
    default: {
      // Of these only CF01 was ever seen (FOR#541761).
      const state = /^C[FE]/.test(known) ? 'error' : 'unknown';
      return { status: { state, code }, plugged: 'unknown' };
    }
  }
}

/** Power flows, either way: only an inverter, or that there is none, tells which (FCX, LF). */
function flowOf(observation: InverterReading): ChargerStatus {
  if (observation.kind === 'none') return { state: 'charging' };
  if (observation.kind === 'notTold') return { state: 'transferring' };
  const phase = phaseOf(observation.inverter);
  switch (phase) {
    case 'off':
      return { state: 'charging' };
    case 'preparing':
    case 'active':
      return { state: 'discharging', phase };
    case 'other':
      return { state: 'transferring' };
  }
}
