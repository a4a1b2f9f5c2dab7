import { createContext, use, useMemo } from 'react';
import type { Reply, Request } from '../shared/ipc/contract.ts';
import type { CallName } from '../shared/ipc/names.ts';
import type { Result } from '../shared/result.ts';
import { type FormatOptions, timesIn } from '../shared/text/format.ts';
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

/** The same, with times by the clock of the zone to which the computer has come. */
export function useAppContextIn(zone: string): AppContext {
  const given = useAppContext();
  return useMemo(
    () => ({ ...given, formatOptions: mannerIn(given.formatOptions, zone) }),
    [given, zone],
  );
}

function mannerIn(formatOptions: FormatOptions, zone: string): FormatOptions {
  if (formatOptions.timeZone !== undefined) return formatOptions;
  return { ...formatOptions, timeZone: zone, times: timesIn({ ...formatOptions, timeZone: zone }) };
}

export function useTell(): Tell {
  return given(use(TellContext), 'TellContext');
}

function given<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is missing above this component`);
  return value;
}
