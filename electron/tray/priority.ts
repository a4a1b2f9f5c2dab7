import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import type { Reading } from '../../shared/domain/charger/reading.ts';
import type { ChargerStateName } from '../../shared/domain/charger/status.ts';
import type { IconName } from '../ports/tray-view.ts';

/** Which drawing stands for everything: the most pressing charger's. */
export interface Pressing {
  readonly name: IconName;
  readonly outdated: boolean;
}

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

/** Nothing new is known of an account until somebody unlocks the keychain. */
export function awaitsKeychain({ keychain, accounts }: AppState): boolean {
  if (keychain !== 'locked') return false;
  return accounts.some(({ signIn, secrets }) => signIn === 'working' && secrets === 'keychain');
}

/**
 * Sign-in, doubt and fault first, then power, then a waiting car, the connected states, the rest.
 * Pure.
 */
export function highestPriority(state: AppState): Pressing {
  const needsSignIn = state.accounts.some(({ signIn }) => signIn === 'signInNeeded');
  if (needsSignIn || awaitsKeychain(state)) {
    return { name: 'signIn', outdated: false };
  }
  const first = foremost(state.chargers);
  if (!first) return { name: 'available', outdated: true };
  const { reading } = first;
  if (doubtOf(reading)) return { name: 'signIn', outdated: false };
  switch (reading.certainty) {
    case 'signInNeeded':
      return { name: 'signIn', outdated: false };
    case 'never':
      return { name: 'unknown', outdated: true };
    case 'current':
      return { name: reading.observation.status.state, outdated: false };
    case 'outdated':
      return { name: reading.away ? 'offline' : reading.observation.status.state, outdated: true };
  }
}

/** The first of those with the best rank. */
function foremost(chargers: readonly ChargerState[]): ChargerState | undefined {
  let best: ChargerState | undefined;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const charger of chargers) {
    const its = rank(charger);
    if (its >= bestRank) continue;
    best = charger;
    bestRank = its;
  }
  return best;
}

function rank(charger: ChargerState): number {
  const { reading } = charger;
  if (reading.certainty === 'signInNeeded' || doubtOf(reading)) return -1;
  return reading.certainty === 'never' ? 7 : ranks[reading.observation.status.state];
}
