import type { AppServices } from './app-services.ts';

/** Shows the state as it is now, whole. */
export function projectState({
  accounts,
  tracker,
  commands,
  disk,
  preferences,
  ports,
  store,
}: AppServices): void {
  const { diskTrouble: _old, ...state } = store.get();
  store.replace({
    ...state,
    accounts: accounts.states(),
    chargers: tracker.chargers((id) => commands.progress(id)),
    settings: preferences.get(),
    zone: ports.zone(),
    ...(disk.refuses() ? { diskTrouble: true as const } : {}),
  });
}
