import type { AppState, MemoryTrouble } from '../../shared/domain/app/app-state.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { AppServices } from './app-services.ts';

/** The state before anything was asked: settings and forms, no accounts and no chargers yet. */
export function initialState(
  {
    ports,
    adapters,
    preferences,
    speech,
  }: Pick<AppServices, 'adapters' | 'ports' | 'preferences' | 'speech'>,
  memoryTrouble: MemoryTrouble | undefined,
): Omit<AppState, 'counter'> {
  const { version, platform, demo } = ports.facts;
  const trouble = preferences.trouble();
  return {
    brands: Object.values(adapters).map(({ brand, form, fetchesSessions, findSettings }) => ({
      brand,
      form,
      ...(fetchesSessions ? { fetchesSessions } : {}),
      ...(findSettings ? { findsSettings: true as const } : {}),
    })),
    accounts: [],
    chargers: [],
    settings: preferences.get(),
    ...omitUndefined({ settingsTrouble: trouble, memoryTrouble }),
    history: { changes: 0 },
    keychain: 'unknown',
    tray: 'unknown',
    shortcut: 'none',
    loginItem: 'asChosen',
    goTo: { counter: 0, view: 'chargers' },
    zone: ports.zone(),
    ...speech.now(),
    app: { version, platform, demo },
  };
}
