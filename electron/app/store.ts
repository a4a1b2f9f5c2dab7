import type { AppState } from '../../shared/domain/app/app-state.ts';

/** What changes from one snapshot to the next; the counter is the store's own business. */
export type StateChange = Partial<Omit<AppState, 'counter'>>;

/** Holds the one state and tells whoever listens, whole and counted. */
export interface Store {
  get(): AppState;
  /** Takes over what is given and tells the listeners once. */
  change(change: StateChange): void;
  /** Puts another state in the place of the whole, so that a key can also go. */
  replace(state: Omit<AppState, 'counter'>): void;
  listen(heard: (state: AppState) => void): () => void;
}

export function createStore(initial: Omit<AppState, 'counter'>): Store {
  let state: AppState = { ...initial, counter: 1 };
  const listeners = new Set<(state: AppState) => void>();

  function next(content: Omit<AppState, 'counter'>): void {
    state = { ...content, counter: state.counter + 1 };
    for (const heard of listeners) heard(state);
  }

  return {
    get: () => state,
    change: (change) => next({ ...state, ...change }),
    replace: next,
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
