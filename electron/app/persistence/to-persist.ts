import type { AppServices } from '../app-services.ts';
import type { PersistedState } from './persisted-state.ts';

type Keepers = Pick<
  AppServices,
  'accounts' | 'commands' | 'debts' | 'notifier' | 'plans' | 'tariffs' | 'tracker' | 'updates'
>;

/** All that outlives a restart of the app. */
export function toPersist(
  { accounts, commands, debts, notifier, plans, tariffs, tracker, updates }: Keepers,
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
    spent: debts.kept((id) => accounts.record(id) !== undefined),
  };
}
