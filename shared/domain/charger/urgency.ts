import type { ChargerState } from '../app/app-state.ts';
import { lastObservation, type Reading } from './reading.ts';
import type { ChargerStateName } from './status.ts';

/** Which state matters more: the lower, the more. */
const ranks: Record<ChargerStateName, number> = {
  error: 0,
  charging: 1,
  discharging: 1,
  transferring: 1,
  lockedCar: 2,
  updating: 3,
  queued: 4,
  waiting: 4,
  scheduled: 4,
  paused: 4,
  complete: 4,
  available: 5,
  locked: 5,
  unknown: 6,
  offline: 6,
};

/** Something else answers in its place: its owner must decide. Undefined: nothing of that sort. */
export function doubtOf(reading: Reading): 'certificateChanged' | 'otherCharger' | undefined {
  const because = 'because' in reading ? reading.because?.kind : undefined;
  return because === 'certificateChanged' || because === 'otherCharger' ? because : undefined;
}

/** Sign-in and doubt first, then fault, power, a waiting car, the connected states, the rest. */
export function rankOf({ reading }: Pick<ChargerState, 'reading'>): number {
  if (reading.certainty === 'signInNeeded' || doubtOf(reading)) return -1;
  return reading.certainty === 'never' ? 7 : ranks[reading.observation.status.state];
}

/** The most urgent first; of those that are alike, the first of the list. */
export function byUrgency<Charger extends Pick<ChargerState, 'reading'>>(
  chargers: readonly Charger[],
): readonly Charger[] {
  const ranked = chargers.map((charger) => ({ charger, rank: rankOf(charger) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ charger }) => charger);
}

/** The first of those with the best rank; undefined where there are none. */
export function mostUrgent<Charger extends Pick<ChargerState, 'reading'>>(
  chargers: readonly Charger[],
): Charger | undefined {
  let best: Charger | undefined;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const charger of chargers) {
    const its = rankOf(charger);
    if (its >= bestRank) continue;
    best = charger;
    bestRank = its;
  }
  return best;
}

const needing: ReadonlySet<ChargerStateName> = new Set(['lockedCar', 'error']);

/** Whether its owner has to do something: sign in, decide, unlock, or see to a fault. */
export function needsOwner({ reading }: Pick<ChargerState, 'reading'>): boolean {
  if (reading.certainty === 'signInNeeded' || doubtOf(reading)) return true;
  const state = lastObservation(reading)?.status.state;
  return state !== undefined && needing.has(state);
}
