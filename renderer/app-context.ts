import { createContext, use, useMemo } from 'react';
import type { Locales } from '../shared/domain/app/locales.ts';
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

/** The same, written as the region does, with times by the clock of the zone we have come to. */
export function useAppContextIn(zone: string, { words, numbers }: Locales): AppContext {
  const outer = useAppContext();
  return useMemo(() => {
    const formatOptions = mannerIn(outer.formatOptions, zone, { words, numbers });
    return { ...outer, formatOptions };
  }, [outer, zone, words, numbers]);
}

/** What a test gives stays as it is. */
function mannerIn(outer: FormatOptions, zone: string, locales: Locales): FormatOptions {
  if (outer.timeZone !== undefined) return outer;
  const options = { ...formatOptionsIn(zone, locales), ...outer };
  return { ...options, numbers: numbersIn(options), times: timesIn(options) };
}

export function useTell(): Tell {
  return given(use(TellContext), 'TellContext');
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is missing above this component`);
  return value;
}
