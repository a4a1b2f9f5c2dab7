import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { WireInverter } from './wire.ts';

/** What is known of an inverter beside the station: there is none, this one, or nobody could tell. */
export type InverterReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'real'; readonly inverter: WireInverter }
  | { readonly kind: 'notTold' };

/** What an inverter does, as far as its state is known. */
export type InverterPhase = 'off' | 'preparing' | 'active' | 'other';

/** The row that stations without an inverter give (LF). */
const placeholder = { vendor: 'supreme electronics', model: 'star' } as const;

/**
 * Undefined rows: the answer did not come, or was none. The first real one counts. A row that lacks
 * vendor or model, and else is that of a station without an inverter, may be either.
 */
export function inverterIn(rows: readonly WireInverter[] | undefined): InverterReading {
  if (!rows) return { kind: 'notTold' };
  const inverter = rows.find((row) => !isPlaceholder(row, { orUnknown: true }));
  if (inverter) return { kind: 'real', inverter };
  const isNone = rows.every((row) => isPlaceholder(row, { orUnknown: false }));
  return { kind: isNone ? 'none' : 'notTold' };
}

function isPlaceholder(row: WireInverter, { orUnknown }: { readonly orUnknown: boolean }): boolean {
  const fits = (name: keyof typeof placeholder) =>
    row[name] === undefined ? orUnknown : row[name].toLowerCase() === placeholder[name];
  return fits('vendor') && fits('model');
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
