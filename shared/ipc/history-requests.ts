import type { HistoryQuery, Period, Totals } from '../domain/session/history.ts';

/** The zone by whose clock days and months are told. */
export interface InZone {
  /** IANA name. */
  readonly zone: string;
}

/** A page of sessions, the newest first. */
export interface SessionsRequest {
  readonly query: HistoryQuery;
  readonly limit: number;
  /** The last one of the page before; `startedAt` is epoch ms. */
  readonly before?: { readonly startedAt: number; readonly id: number } | undefined;
}

export interface SumsRequest extends InZone {
  readonly query: HistoryQuery;
  readonly by: 'day' | 'month' | 'year';
  /** Another range, epoch ms, to compare with: of the same charger, counted in the same way. */
  readonly before?: { readonly from: number; readonly to: number } | undefined;
  /** The costs are to hold what the running sessions of all chargers cost so far. */
  readonly running?: true | undefined;
}

export interface SessionSums {
  readonly totals: Totals;
  readonly periods: readonly Period[];
  /** How many ended without energy, also where the query leaves them out. */
  readonly empty?: number;
  /** Those of the range to compare with, where there was one. */
  readonly before?: Totals;
}

export interface ExportRequest extends InZone {
  readonly query: HistoryQuery;
  readonly what: 'sessions' | 'samples';
  readonly format: 'csv' | 'json';
  /** A table for Excel, by the customs of its owner's country. */
  readonly excel?:
    | {
        readonly decimal: ',' | '.';
        readonly separator: ',' | ';';
        /** BCP 47: by it days are written. */
        readonly locale: string;
      }
    | undefined;
}
