import { useSyncExternalStore } from 'react';
import type { AppState } from '../shared/domain/app/app-state.ts';
import type { Bridge, Events } from '../shared/ipc/contract.ts';
import type { Clock } from './app-context.ts';
import { type BorderFailure, callerOver } from './bridge.ts';
import type { Learn } from './page-language.ts';

/** What is known of the app's state: nothing yet, nothing to be had, or all of it. */
export type Known =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly failure: BorderFailure }
  | {
      readonly kind: 'known';
      readonly state: AppState;
      /** Since when the app has had newer ones that it could not send, epoch ms. */
      readonly stuckSince?: number;
    };

/** Where the window reads the state from. Listens while somebody listens to it. */
export interface StateSource {
  readonly subscribe: (changed: () => void) => () => void;
  readonly current: () => Known;
}

/**
 * Asks once for the state and hears of every change. The newest counter wins, whoever is faster, and
 * none is told before the page speaks its language.
 */
export function stateSource(bridge: Bridge, learn: Learn = () => undefined): StateSource {
  const call = callerOver(bridge);
  const listeners = new Set<() => void>();
  let known: Known = { kind: 'waiting' };
  let hangUp: readonly (() => void)[] = [];

  const set = (next: Known) => {
    known = next;
    for (const changed of listeners) changed();
  };
  const isNews = (state: AppState) => known.kind !== 'known' || state.counter > known.state.counter;
  const take = (state: AppState) => {
    if (!isNews(state)) return;
    const learned = learn(state.language);
    if (!learned) set({ kind: 'known', state });
    else void learned.then((speakIt) => takeIn(state, speakIt));
  };
  const takeIn = (state: AppState, speakIt: () => void) => {
    // While it was loaded, another language may have come with a newer state.
    if (!isNews(state)) return;
    speakIt();
    set({ kind: 'known', state });
  };
  const stick = ({ since }: Events['stateStuck']) => {
    if (known.kind === 'known') set({ ...known, stuckSince: since });
  };
  const start = () => {
    hangUp = [bridge.on('stateChanged', take), bridge.on('stateStuck', stick)];
    const there = bridge.firstState();
    if (there) {
      take(there);
      return;
    }
    void call('getState', undefined).then((result) => {
      if (result.ok) take(result.value);
      else if (known.kind !== 'known') set({ kind: 'failed', failure: result.failure });
    });
  };

  return {
    current: () => known,
    subscribe: (changed) => {
      listeners.add(changed);
      if (listeners.size === 1) start();
      return () => {
        listeners.delete(changed);
        if (listeners.size === 0) for (const stop of hangUp) stop();
      };
    },
  };
}

/** The longest that a page may show nothing at all. */
const longestBlankMs = 500;

/**
 * Calls once, with the first state, so that the first thing to be painted is chargers; or when
 * nothing has come for too long. Goes on listening as long as the page lives. A state that is there
 * is told at once: what is rendered while the page's script is run is part of what V8 keeps of it,
 * so that the next window compiles nothing.
 */
export function whenKnown(
  source: StateSource,
  clock: Pick<Clock, 'after'>,
  then: () => void,
): void {
  let isTold = false;
  const tell = () => {
    if (isTold) return;
    isTold = true;
    then();
  };
  source.subscribe(tell);
  if (!isTold) clock.after(longestBlankMs, tell);
}

/** The state, and a new render with every change of it. */
export function useAppState(source: StateSource): Known {
  return useSyncExternalStore(source.subscribe, source.current);
}
