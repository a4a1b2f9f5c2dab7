import { useCallback, useState } from 'react';
import type { GoTo } from '../shared/domain/app-state.ts';

/** Where in the window a person is. */
export type Place =
  | { readonly view: 'chargers'; readonly chargerId?: string }
  | { readonly view: 'history'; readonly chargerId?: string }
  | { readonly view: 'settings' }
  | { readonly view: 'add' }
  /** `atOnce`: to the question that waits there, without anything to type. */
  | { readonly view: 'signIn'; readonly accountId: string; readonly atOnce?: true };

export interface Places {
  readonly here: Place;
  /** Counts the arrivals, so that coming to the same place again is noticed. */
  readonly arrivals: number;
  readonly canGoBack: boolean;
  readonly go: (place: Place) => void;
  readonly back: () => void;
}

interface Trail {
  readonly here: Place;
  readonly before: readonly Place[];
  readonly arrivals: number;
  readonly obeyed: number;
}

/** Keeps the way through the views. Main's newest `goTo` is obeyed once. */
export function usePlace(goTo: GoTo): Places {
  const [trail, setTrail] = useState<Trail>(() => start(goTo));
  // Set while rendering, as React advises for state that follows a prop: no frame of the old view.
  if (goTo.counter > trail.obeyed) setTrail({ ...start(goTo), arrivals: trail.arrivals + 1 });

  const go = useCallback((place: Place) => setTrail((now) => step(now, place)), []);
  const back = useCallback(() => setTrail(stepBack), []);
  return { ...trail, canGoBack: trail.before.length > 0, go, back };
}

function start(goTo: GoTo): Trail {
  return { here: placeOf(goTo), before: [], arrivals: 0, obeyed: goTo.counter };
}

function placeOf(goTo: GoTo): Place {
  if (goTo.view !== 'chargers' || goTo.chargerId === undefined) return { view: goTo.view };
  return { view: 'chargers', chargerId: goTo.chargerId };
}

/** The two main views have no way back between them; the others return to where they were opened. */
function step(now: Trail, place: Place): Trail {
  const main = place.view === 'chargers' || place.view === 'settings';
  const before = main ? [] : [...now.before, now.here];
  return { ...now, here: place, before, arrivals: now.arrivals + 1 };
}

function stepBack(now: Trail): Trail {
  const here = now.before.at(-1);
  if (!here) return now;
  return { ...now, here, before: now.before.slice(0, -1), arrivals: now.arrivals + 1 };
}
