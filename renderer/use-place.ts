import { useCallback, useState } from 'react';
import type { GoTo } from '../shared/domain/app/app-state.ts';
import type { SessionSource } from '../shared/domain/session/history.ts';
import type { Bounds, Span } from './components/history/span.ts';
import type { StatementPeriod } from './components/statement/period.ts';

/** Where in the history a person is. Kept with the place, so that the way back leads there. */
export interface HistoryPlace {
  readonly view: 'history';
  /** As the app's state names it, from where the window was sent. */
  readonly chargerId?: string | undefined;
  /** As the history names it. */
  readonly charger?: string | undefined;
  readonly span?: Span | undefined;
  /** A day of the span, epoch ms, to which the list is narrowed. */
  readonly day?: Bounds | undefined;
  readonly search?: string | undefined;
  readonly source?: SessionSource | undefined;
  /** With the sessions that ended without energy. */
  readonly withEmpty?: boolean | undefined;
  /** How many charges are in the list; and the one that was opened from it. */
  readonly shown?: number | undefined;
  readonly opened?: number | undefined;
}

/** Where among past sessions, or what those cost, a person is. */
export type PastPlace =
  | HistoryPlace
  | { readonly view: 'session'; readonly id: number }
  | {
      readonly view: 'statement';
      /** As the history names them; at least one. */
      readonly chargers: readonly string[];
      readonly period: StatementPeriod;
      readonly isBusinessOnly?: boolean;
    }
  | { readonly view: 'prices'; readonly charger: string }
  | { readonly view: 'market' };

/** The pages of the settings. Prices are a view of their own. */
export type SettingsPage =
  | 'chargers'
  | 'notifications'
  | 'general'
  | 'homeAutomation'
  | 'data'
  | 'updates'
  | 'about';

/** The list of the pages, or one of them. */
interface SettingsPlace {
  readonly view: 'settings';
  readonly page?: SettingsPage;
}

/** Where in the window a person is. */
export type Place =
  /** `welcome`: the first charger has just been added. */
  | { readonly view: 'chargers'; readonly chargerId?: string; readonly welcome?: true }
  | PastPlace
  | SettingsPlace
  | { readonly view: 'licences' }
  | { readonly view: 'add' }
  /** `atOnce`: to the question that waits there, without anything to type. */
  | { readonly view: 'signIn'; readonly accountId: string; readonly atOnce?: true };

export interface Places {
  readonly here: Place;
  /** Counts the arrivals, so that coming to the same place again is noticed. */
  readonly arrivals: number;
  readonly canGoBack: boolean;
  readonly go: (place: Place) => void;
  /** Says better where one is, without going anywhere. */
  readonly amend: (place: Place) => void;
  readonly back: () => void;
}

interface Trail {
  readonly here: Place;
  readonly before: readonly Place[];
  readonly arrivals: number;
  readonly obeyed: number;
}

/** Whether a place is about past sessions or prices. */
export function isPast(place: Place): place is PastPlace {
  return ['history', 'session', 'statement', 'prices', 'market'].includes(place.view);
}

/** Keeps the way through the views. Main's newest `goTo` is obeyed once. */
export function usePlace(goTo: GoTo): Places {
  const [trail, setTrail] = useState<Trail>(() => start(goTo));
  // Set while rendering, as React advises for state that follows a prop: no frame of the old view.
  if (goTo.counter > trail.obeyed) setTrail({ ...start(goTo), arrivals: trail.arrivals + 1 });

  const go = useCallback((place: Place) => setTrail((now) => step(now, place)), []);
  const amend = useCallback((here: Place) => setTrail((now) => ({ ...now, here })), []);
  const back = useCallback(() => setTrail(stepBack), []);
  return { ...trail, canGoBack: trail.before.length > 0, go, amend, back };
}

function start(goTo: GoTo): Trail {
  const here = placeOf(goTo);
  const isPage = here.view === 'settings' && here.page !== undefined;
  const before: readonly Place[] = isPage ? [{ view: 'settings' }] : [];
  return { here, before, arrivals: 0, obeyed: goTo.counter };
}

function placeOf({ view, chargerId }: GoTo): Place {
  if (view === 'updates') return { view: 'settings', page: 'updates' };
  const leadsToOne = view === 'chargers' || view === 'history';
  return leadsToOne && chargerId !== undefined ? { view, chargerId } : { view };
}

/** The main views have no way back between them; the others return to where they were opened. */
function step(now: Trail, place: Place): Trail {
  return { ...now, here: place, before: trailTo(now, place), arrivals: now.arrivals + 1 };
}

function trailTo({ before, here }: Trail, place: Place): readonly Place[] {
  if (['chargers', 'market', 'history'].includes(place.view)) return [];
  if (place.view !== 'settings') return [...before, here];
  if (place.page === undefined) return [];
  // From one page to another beside the list: the way back leads to the list all the same.
  return here.view === 'settings' && here.page !== undefined ? before : [{ view: 'settings' }];
}

function stepBack(now: Trail): Trail {
  const here = now.before.at(-1);
  if (!here) return now;
  return { ...now, here, before: now.before.slice(0, -1), arrivals: now.arrivals + 1 };
}
