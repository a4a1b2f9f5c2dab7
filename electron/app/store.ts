import type { AppState } from '../../shared/domain/app/app-state.ts';

/** Holds the one state and tells whoever listens, whole and counted. */
export class Store {
  #state: AppState;
  readonly #listeners = new Set<(state: AppState) => void>();

  constructor(initial: Omit<AppState, 'counter'>) {
    this.#state = { ...initial, counter: 1 };
  }

  get(): AppState {
    return this.#state;
  }

  /** Takes over what is given and tells the listeners once. */
  change(change: Partial<Omit<AppState, 'counter'>>): void {
    this.replace({ ...this.#state, ...change });
  }

  /** Puts another state in the place of the whole, so that a key can also go. */
  replace(state: Omit<AppState, 'counter'>): void {
    this.#state = { ...state, counter: this.#state.counter + 1 };
    for (const heard of this.#listeners) heard(this.#state);
  }

  listen(heard: (state: AppState) => void): () => void {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }
}
