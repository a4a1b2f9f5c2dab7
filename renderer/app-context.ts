import { createContext, use, useMemo } from 'react';
import type { AppState } from '../shared/domain/app/app-state.ts';
import type { Reply, Request } from '../shared/ipc/contract.ts';
import type { CallName } from '../shared/ipc/names.ts';
import type { Result } from '../shared/result.ts';
import { type FormatOptions, formatOptionsIn, numbersIn, timesIn } from '../shared/text/format.ts';
import type { BorderFailure, Caller } from './bridge.ts';
import type { PaintCurve } from './charts/curve.ts';
import type { Paint } from './charts/picture.ts';

/** Time, as the window needs it. */
export interface Clock {
  /** Epoch ms. */
  readonly now: () => number;
  /** Does something once, later; the answer calls it off. */
  readonly after: (ms: number, then: () => void) => () => void;
  /** Does something once, when there is nothing else to do; the answer calls it off. */
  readonly whenIdle: (then: () => void) => () => void;
}

/** All that the window takes from outside, so that a test can give it something else. */
export interface AppContext {
  readonly call: Caller;
  readonly clock: Clock;
  readonly paint: Paint;
  readonly paintCurve: PaintCurve;
  /** How numbers and times are written. */
  readonly formatOptions: FormatOptions;
}

/** Makes a call whose failures the top of the window tells, once for all controls. */
export type Tell = <Name extends CallName>(
  name: Name,
  request: Request<Name>,
) => Promise<Result<Reply<Name>, BorderFailure>>;

export const CurrentAppContext = createContext<AppContext | undefined>(undefined);
export const TellContext = createContext<Tell | undefined>(undefined);

export function useAppContext(): AppContext {
  return given(use(CurrentAppContext), 'CurrentAppContext');
}

/** How the state says that everything is written. */
export type Manner = Pick<AppState, 'formatTables' | 'locales' | 'zone'>;

/** The same, written as the region does, with times by the clock of the zone we have come to. */
export function useAppContextIn({ zone, locales, formatTables }: Manner): AppContext {
  const outer = useAppContext();
  // Each state that comes is another object with the same in it.
  const key = JSON.stringify({ zone, locales, formatTables });
  return useMemo(() => {
    const formatOptions = mannerIn(outer.formatOptions, JSON.parse(key));
    return { ...outer, formatOptions };
  }, [outer, key]);
}

/** What a test gives stays as it is. */
function mannerIn(outer: FormatOptions, { zone, locales, formatTables }: Manner): FormatOptions {
  if (outer.timeZone !== undefined) return outer;
  const tables = formatTables && { tables: formatTables };
  const options = { ...formatOptionsIn(zone, locales), ...tables, ...outer };
  return { ...options, numbers: numbersIn(options), times: timesIn(options) };
}

export function useTell(): Tell {
  return given(use(TellContext), 'TellContext');
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is missing above this component`);
  return value;
}
