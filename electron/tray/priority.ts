import type { AppState } from '../../shared/domain/app/app-state.ts';
import { doubtOf, mostUrgent } from '../../shared/domain/charger/urgency.ts';
import type { IconName } from '../ports/tray-view.ts';

/** Which drawing stands for everything: the most pressing charger's. */
export interface Pressing {
  readonly name: IconName;
  readonly outdated: boolean;
}

/** Nothing new is known of an account until the keychain says more: unlocked, or no longer hanging. */
export function awaitsKeychain({ keychain, accounts }: AppState): 'locked' | 'silent' | undefined {
  if (keychain !== 'locked' && keychain !== 'silent') return undefined;
  const isAwaited = accounts.some(
    ({ signIn, secrets }) => signIn === 'working' && secrets === 'keychain',
  );
  return isAwaited ? keychain : undefined;
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
  const first = mostUrgent(state.chargers);
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
