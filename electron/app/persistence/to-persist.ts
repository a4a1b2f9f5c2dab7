import type { AppServices } from '../app-services.ts';
import type { PersistedState } from './persisted-state.ts';

type Keepers = Pick<
  AppServices,
  'accounts' | 'commands' | 'notifier' | 'plans' | 'spent' | 'tariffs' | 'tracker' | 'updates'
>;

/** All that outlives a restart of the app. */
export function toPersist(
  { accounts, commands, notifier, plans, spent, tariffs, tracker, updates }: Keepers,
  signInTold: PersistedState['signInTold'],
): PersistedState {
  return {
    chargers: tracker.records(),
    ...notifier.kept(),
    signInTold,
    prices: tariffs.kept(tracker.records()),
    commands: commands.open(),
    plans: plans.kept(),
    updates: updates.kept(),
    // A sign-in that came to nothing leaves one behind.
    spent: Object.fromEntries([...spent].filter(([id]) => accounts.record(id))),
  };
}
