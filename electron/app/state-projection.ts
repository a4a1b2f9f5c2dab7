import type { AppState, ChargerState } from '../../shared/domain/app/app-state.ts';
import type { WishProgress } from '../../shared/domain/charger/wish.ts';
import { chargeOf } from '../charging/live-session.ts';
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

  #show(record: ChargerRecord, wish: WishProgress | undefined): ChargerState {
    const before = this.#shown.get(record);
    if (before && before.wish === wish) return before;
    const state = chargerState(record, wish);
    this.#shown.set(record, state);
    return state;
  }
}

/** What the window may know of a charger. */
export function chargerState(record: ChargerRecord, wish: WishProgress | undefined): ChargerState {
  const { id, accountId, brand, reading, listed } = record;
  const charge = chargeOf(record);
  return {
    id,
    accountId,
    brand,
    reading,
    ...(listed ? { listed } : {}),
    ...(wish ? { wish } : {}),
    ...(charge ? { charge } : {}),
  };
}
