import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { WireInverter } from './wire.ts';

/** What is known of an inverter beside the station: there is none, this one, or nobody could tell. */
export type InverterReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'real'; readonly inverter: WireInverter }
  | { readonly kind: 'notTold' };

/** What an inverter does, as far as its state is known. */
export type InverterPhase = 'off' | 'preparing' | 'active' | 'other';

/** Undefined rows: the answer did not come, or was none. The first real one counts. */
export function inverterIn(rows: readonly WireInverter[] | undefined): InverterReading {
  if (!rows) return { kind: 'notTold' };
  const inverter = rows.find((row) => !isPlaceholder(row));
  return inverter ? { kind: 'real', inverter } : { kind: 'none' };
}

/** The row that stations without an inverter give (LF). */
function isPlaceholder({ vendor, model }: WireInverter): boolean {
  return vendor?.toLowerCase() === 'supreme electronics' && model?.toLowerCase() === 'star';
}

/**
 * Numbers, and the words of old firmware for two of them (FCX, LF). 3 exists too, and nobody knows
 * what it means.
 */
export function phaseOf({ state }: WireInverter): InverterPhase {
  const word = state?.toLowerCase().replaceAll(/[\s_]+/g, ' ');
  return (word !== undefined && phases.get(word)) || 'other';
}

const phases: ReadonlyMap<string, InverterPhase> = new Map([
  ['0', 'off'],
  ['not ready', 'off'],
  ['1', 'preparing'],
  ['5', 'active'],
  ['inverter active', 'active'],
]);

/** What the inverter sees of the grid; absent without one. */
export function gridOf(observation: InverterReading): Observation['grid'] {
  if (observation.kind !== 'real') return undefined;
  switch (phaseOf(observation.inverter)) {
    case 'off':
      return 'present';
    case 'preparing':
    case 'active':
      return 'powerCut';
    case 'other':
      return 'unknown';
  }
}
