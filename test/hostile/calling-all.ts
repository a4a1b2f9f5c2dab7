import type { AppState } from '../../shared/domain/app/app-state.ts';
import { defaultSettings } from '../../shared/domain/app/settings.ts';
import { aCharger, anAccount, anAppState, anObservation, current } from '../fixtures/app-states.ts';
import { asCode, asName } from './outlet.ts';

/** An app in which everything is called so. */
export function callingAll(text: string): AppState {
  const name = asName(text);
  const seen = (state: 'charging' | 'lockedCar') =>
    anObservation({ state }, { name, model: name, vendorCode: asCode(text) });
  const chargers = [
    aCharger(current(seen('charging')), { listed: { name, model: name } }),
    aCharger(current(anObservation({ state: 'error', code: asCode(text) }, { name })), {
      id: 'charger-2',
    }),
    aCharger(current(seen('lockedCar')), { id: 'charger-3', alias: name }),
  ];
  return anAppState({
    accounts: [anAccount({ label: name })],
    chargers,
    settings: defaultSettings,
    settingsTrouble: { lostKeys: ['theme'] },
  });
}
