import type { SlotSeries } from '../../../shared/domain/price/slot.ts';
import type {
  DeletedSession,
  HistoryCharger,
  HistoryQuery,
  HistoryTrouble,
  MeasuredSession,
  Period,
  Session,
  SessionCost,
  SessionDetail,
  Totals,
} from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { KeptItem } from '../backup/backup.ts';
import type { Edits } from '../edits/edits.ts';
import type { KnownSession, MergedSession } from '../merge/merged-session.ts';
import type { SlotDay, SlotQuery } from '../slots/slot-day.ts';

/** A session before the history has given it a number. */
export type NewSession = Omit<MeasuredSession, 'id' | 'charger'>;

/** A month (`2026-11`) that was fetched from a maker's cloud, and when. Epoch ms. */
export interface CloudMonth {
  readonly month: string;
  readonly fetchedAt: number;
}

/** How sessions come: the newest first, at most `limit`, those older than `before`. */
export interface Page {
  readonly limit?: number;
  readonly before?: Pick<Session, 'startedAt' | 'id'>;
}

/** Which samples: from `from` (included) to `to` (excluded), epoch ms. */
export interface SampleQuery {
  readonly charger: string;
  readonly from: number;
  readonly to: number;
}

export type PeriodUnit = 'day' | 'month' | 'year';

/** Which sums: of a query's sessions, by the days, months or years of a zone. */
export interface SumsAsked {
  readonly query: HistoryQuery;
  readonly unit: PeriodUnit;
  /** IANA name. */
  readonly zone: string;
  /** Another range, epoch ms, whose totals are to stand beside those of the query. */
  readonly before?: { readonly from: number; readonly to: number } | undefined;
}

/** Of all sessions of a query, and by period. */
export interface Sums {
  readonly totals: Totals;
  /** Bars without a hole, oldest first; a very wide query is cut to where there are sessions. */
  readonly periods: readonly Period[];
  /** How many ended without energy, whether they are in the sums or not. */
  readonly empty?: number;
  /** Of the other range, where one was asked for. */
  readonly before?: Totals;
}

/** How old something may become, ms. Absent: sessions stay for ever. */
export interface Retention {
  readonly samplesMs?: number;
  readonly sessionsMs?: number;
}

export type SureName =
  | 'prices'
  | 'sessions'
  | 'samples'
  | 'cloudMonths'
  | 'slots'
  | 'knownSessions'
  | 'knownSession'
  | 'seenSession';

/** Reads that reject where those of the history answer as empty. */
export type SureReads = Pick<History, SureName>;

/**
 * What was seen of all chargers over the years, in one database file beside the settings.
 *
 * Nothing here throws or rejects because of the disk, except what feeds exports, `sure` and
 * `revise`. What is
 * written is on the disk when `flush` resolves without trouble; until the disk takes it, it waits in
 * memory, up to a limit. What cannot be read is answered as empty, and `trouble` says why.
 * Chargers are named by their key, see `chargerKeyOf`.
 */
export interface History {
  /** Remembers what a charger is called. Costs nothing when it is known already. */
  know(charger: HistoryCharger): void;
  /** Keeps a sample. One that stands at the same moment already is kept as it is. */
  record(charger: string, sample: Sample): void;
  /** Keeps what the app's own looks know of a session; the same again when `startedAt` is. */
  saveSession(charger: string, session: NewSession): void;
  /** Takes back a session that turned out to be none. */
  dropSession(charger: string, startedAt: number): void;
  /** Ends, at its last sample, what runs but is no longer watched: all but that of `startedAt`. */
  endOthers(charger: string, startedAt: number | undefined): void;
  /**
   * Keeps a session as `merged` has it: in the first of its rows, in the place of the others. With
   * no cost, the one that was known goes.
   */
  saveMerged(charger: string, session: MergedSession): void;
  /** Sets or, without a cost, takes away what a session cost, as measured or as its owner corrected it. */
  setCost(session: number, cost: SessionCost | undefined, of?: 'corrected'): void;
  /** Keeps what its owner says of a session, in the place of all that was said before. */
  saveEdits(session: number, edits: Edits): void;
  /** Replaces the prices of a charger. */
  setPrices(charger: string, entries: readonly PriceEntry[]): void;
  setCloudMonth(charger: string, month: CloudMonth): void;
  /**
   * Keeps what a market has told of a day. It replaces what was known of the same moments; of what
   * was restored from a backup only what was not known here counts.
   */
  keepSlots(day: SlotDay, how?: 'restored'): void;
  /** Resolves when all of the above has been tried: with what stands against it, if anything. */
  flush(): Promise<HistoryTrouble | undefined>;

  chargers(): Promise<readonly HistoryCharger[]>;
  sessions(query: HistoryQuery, page?: Page): Promise<readonly Session[]>;
  /** What was deleted since a moment (epoch ms) and can be restored, the last deleted first. */
  deletedSessions(since: number): Promise<readonly DeletedSession[]>;
  session(id: number): Promise<SessionDetail | undefined>;
  /** In the order of time. */
  samples(query: SampleQuery): Promise<readonly Sample[]>;
  sums(asked: SumsAsked): Promise<Sums>;
  /** In the order of time. */
  prices(charger: string): Promise<readonly PriceEntry[]>;
  cloudMonths(charger: string): Promise<readonly CloudMonth[]>;
  /** What is kept of a market's prices, and perhaps some around: a series per currency and tax. */
  slots(query: SlotQuery): Promise<readonly SlotSeries[]>;
  /**
   * Sessions by when they were measured to begin, those that were deleted too, with the names by
   * which clouds know them, in the order of time: for `merged`.
   */
  knownSessions(query: SampleQuery): Promise<readonly KnownSession[]>;
  /** One of them; none whose values were wiped. */
  knownSession(id: number): Promise<KnownSession | undefined>;
  /** The one that was seen here to begin then (whole epoch ms), whatever it was merged with. */
  seenSession(charger: string, startedAt: number): Promise<KnownSession | undefined>;
  /** Oldest first, for exports. Rejects when they cannot all be read: half of them is no export. */
  sessionChunks(query: HistoryQuery): AsyncIterable<readonly Session[]>;
  /** Oldest first, for exports. Rejects like `sessionChunks`. */
  sampleChunks(query: SampleQuery): AsyncIterable<readonly Sample[]>;

  /** All that is kept of some kinds, in parts of bounded size. Rejects like `sessionChunks`. */
  parts<Name extends KeptItem['kind']>(
    ...names: readonly Name[]
  ): AsyncIterable<readonly Extract<KeptItem, { kind: Name }>[]>;

  /** For what must not be told as empty only because the disk does not answer. */
  readonly sure: SureReads;
  /**
   * For all that is written because of what was read: one after the other. Its reads reject also
   * while the disk refuses what was written before, for they would be older than that.
   */
  readonly revise: <T>(work: (sure: SureReads) => Promise<T>) => Promise<T>;

  /** Drops what is too old: by default samples after two years. Gives how many rows went. */
  applyRetention(retention?: Retention): Promise<{ samples: number; sessions: number }>;
  trouble(): HistoryTrouble | undefined;
  /** Writes what waits, moves all into the one file and opens it no more. */
  close(): Promise<void>;
}

/** What a history needs from outside, wherever it lies and whatever thread it runs in. */
export interface HistoryAppParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Hears what is wrong, once, and with nothing when all is well again. */
  readonly onTrouble: (trouble: HistoryTrouble | undefined) => void;
}

/** Opens the history. Its file is touched with its first use. */
export type OpenHistory = (parts: HistoryAppParts) => History;

/** The key of a charger, from its make and its id in the app, which begins with an account's. */
export function chargerKeyOf(brand: string, id: string): string {
  return `${brand}/${id.slice(id.indexOf('/') + 1)}`;
}
