import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import type { CommandProgress } from '../../shared/domain/charger/command.ts';
import { shownSession } from '../charging/live-session.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { AppServices } from './app-services.ts';

/** What tray and window may know, whole, of everything that the app believes. */
export class StateProjection {
  readonly #services: AppServices;
  /** What is shown of a record stays the same object for as long as record and command do. */
  readonly #shown = new WeakMap<ChargerRecord, ChargerState>();

  constructor(services: AppServices) {
    this.#services = services;
  }

  project(): Omit<AppState, 'counter'> {
    const { accounts, commands, history, ports, preferences, storage, store, tracker } =
      this.#services;
    const { diskTrouble: _old, ...state } = store.get();
    return {
      ...state,
      accounts: accounts.states(),
      chargers: tracker.watched().map((record) => this.#show(record, commands.progress(record.id))),
      settings: preferences.get(),
      history: history.view(),
      zone: ports.zone(),
      ...(storage.refuses() ? { diskTrouble: true as const } : {}),
    };
  }

  #show(record: ChargerRecord, command: CommandProgress | undefined): ChargerState {
    const before = this.#shown.get(record);
    if (before && before.command === command) return before;
    const state = chargerState(record, command);
    this.#shown.set(record, state);
    return state;
  }
}

/** What the window may know of a charger. */
export function chargerState(
  record: ChargerRecord,
  command: CommandProgress | undefined,
): ChargerState {
  const { id, accountId, brand, reading, listed } = record;
  const session = shownSession(record);
  return {
    id,
    accountId,
    brand,
    reading,
    ...(listed ? { listed } : {}),
    ...(command ? { command } : {}),
    ...(session ? { session } : {}),
  };
}
