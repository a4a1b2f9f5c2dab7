import type { AppState } from '../../shared/domain/app/app-state.ts';
import { localesFor } from '../../shared/text/locales.ts';
import type { Adapters } from '../integrations/adapter.ts';
import type { Ports } from '../ports/app-ports.ts';
import type { Preferences } from '../settings/preferences.ts';

/** The state before anything was asked: settings and forms, no accounts and no chargers yet. */
export function initialState(
  ports: Pick<Ports, 'facts' | 'systemLocale' | 'zone'>,
  adapters: Adapters,
  preferences: Preferences,
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
    ...(trouble ? { settingsTrouble: trouble } : {}),
    history: { changes: 0 },
    keychain: 'unknown',
    tray: 'unknown',
    shortcut: 'none',
    goTo: { counter: 0, view: 'chargers' },
    zone: ports.zone(),
    locales: localesFor(ports.systemLocale()),
    app: { version, platform, demo },
  };
}
