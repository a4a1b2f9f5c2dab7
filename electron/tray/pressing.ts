import type { AppState, ChargerState } from '../../shared/domain/app-state.ts';
import type { ChargerStateName } from '../../shared/domain/status.ts';
import type { IconName } from './face.ts';

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

/** Sign-in and fault first, then power, then a waiting car, the connected states, the rest. Pure. */
export function mostPressing(state: AppState): Pressing {
  if (state.accounts.some(({ signIn }) => signIn === 'signInNeeded')) {
    return { name: 'signIn', outdated: false };
  }
  const [first] = [...state.chargers].sort((a, b) => rank(a) - rank(b));
  if (!first) return { name: 'available', outdated: true };
  const { reading } = first;
  if (reading.certainty === 'never') return { name: 'unknown', outdated: true };
  if (reading.certainty === 'signInNeeded') return { name: 'signIn', outdated: false };
  return { name: reading.seen.status.state, outdated: reading.certainty === 'outdated' };
}

function rank(charger: ChargerState): number {
  const { reading } = charger;
  if (reading.certainty === 'signInNeeded') return -1;
  return reading.certainty === 'never' ? 7 : ranks[reading.seen.status.state];
}
