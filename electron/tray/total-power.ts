import type { ChargerState } from '../../shared/domain/app/app-state.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';

/** What several chargers do together. */
export interface Total {
  /** How many charge now, as far as is known. */
  readonly charging: number;
  /** All that flows into cars, W; absent where nothing does or a part of it is unknown. */
  readonly chargingW?: number;
  /** All that flows out of them, W, as a positive number; absent in the same cases. */
  readonly dischargingW?: number;
  /** Of all of them there is a reading that is current. */
  readonly isAllKnown: boolean;
}

/** Adds up what flows now. Readings that are out of date count for nothing. */
export function totalOf(chargers: readonly ChargerState[]): Total {
  const into: (number | undefined)[] = [];
  const out: (number | undefined)[] = [];
  let isAllKnown = true;
  for (const { reading } of chargers) {
    if (reading.certainty !== 'current') {
      isAllKnown = false;
      continue;
    }
    const { powerW, status } = reading.observation;
    if (status.state === 'charging') into.push(powerW);
    if (status.state === 'discharging') out.push(powerW);
  }
  const sums = { chargingW: sumOf(into), dischargingW: sumOf(out) };
  return { charging: into.length, isAllKnown, ...omitUndefined(sums) };
}

function sumOf(parts: readonly (number | undefined)[]): number | undefined {
  let sum: number | undefined;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sum = (sum ?? 0) + Math.abs(part);
  }
  return sum;
}
