import type { CertificateFacts } from '../../shared/domain/account/certificate.ts';
import type { Command } from '../../shared/domain/charger/command.ts';
import type { Detail } from '../../shared/domain/charger/details.ts';
import type { Listed } from '../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { Report } from '../../shared/domain/charger/report.ts';
import type {
  ChargerSchedules,
  PlanEntries,
  PlanEntry,
  ScheduleEdit,
  ScheduleFailure,
  SeenEntries,
} from '../../shared/domain/charger/schedule.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { CloudSession } from '../../shared/domain/session/history.ts';
import type { Result } from '../../shared/result.ts';
import type { FormatOptions } from '../../shared/text/format.ts';

/** Opaque to all but the brand. Not secret: it stands in the settings file. */
export type Plain = Readonly<Record<string, string | number>>;

/** An open account: everything it asks goes through its one request queue. */
export interface Account {
  /**
   * Opaque text for the keychain, as of now; undefined when there is nothing secret to keep.
   * Contains the password only if it is to be kept.
   */
  secrets(): string | undefined;
  /** What the settings are to keep, as of now. */
  plain?(): Plain;
  /** The certificate that its owner has confirmed. */
  certificate?(): CertificateFacts;
  /** Replaces every interval; tests and the demo only. */
  paceSeconds?(): number | undefined;
  setTimeoutSeconds?(seconds: number): void;
  /** Takes effect for what `secrets` gives from now on. */
  setKeepSignedIn(keep: boolean): void;
  /** Its link to the chargers, not started. Who speaks without being asked needs no policy. */
  connect(policy: PollPolicy): Connection;
  /** Forgets everything in memory and refuses further requests; those under way are aborted. */
  close(): void;
}

/** An account whose chargers say something when they are asked: `polled()` makes its connection. */
export interface PolledAccount extends Account {
  /** Milliseconds until its next question may go; absent where questions have no budget. */
  waitMs?(): number;
  listChargers(options: RequestOptions): Promise<Result<readonly PolledCharger[], Failure>>;
}

/**
 * A live link to one account, one device or one listening port. It pushes; whether it has to ask for
 * that is its own business. Ids of chargers are the account's own.
 */
export interface Connection {
  start(sink: ConnectionSink): void;
  /** Nothing reaches the sink from here on. Resolves when nothing is under way any more. */
  stop(): Promise<void>;
  /** New readings within `withinMs`, of one charger or all, within the manners of the brand. */
  refresh?(withinMs: number, chargerId?: string): void;
  /** What the policy says has changed. */
  reconsider?(): void;
  /** The computer sleeps: nothing is sent until it wakes. */
  sleep?(): void;
  /** It is awake: new readings within `withinMs`. */
  wake?(withinMs: number): void;
}

/**
 * Where a connection pushes to, in the order in which things happened. None of it throws. Nothing is
 * heard of a charger that is not in the list which was pushed last, but the sessions it has counted.
 */
export interface ConnectionSink {
  /** All chargers that the account has now. The account as a whole is well then. */
  chargers(list: readonly ChargerHandle[]): void;
  /** One that was made before another which was pushed already is not heard. */
  observed(chargerId: string, observation: Observation, meta: ObservationMeta): void;
  /** Sessions that the charger or its cloud has counted: late, repeated, out of order. */
  reportedSessions(chargerId: string, sessions: readonly CloudSession[]): void;
  /** A charger could not be read; without a charger, the account could not. */
  failed(chargerId: string | undefined, failure: Failure): void;
}

export interface ObservationMeta {
  /** When it was made, epoch ms. */
  readonly at: number;
  /** For how long it speaks for the charger: unless it is renewed by then, it is outdated. */
  readonly validForMs: number;
}

/** How often and how urgently readings are wanted; asked anew each time, since it changes. */
export interface PollPolicy {
  readonly interval: () => PollInterval;
  /** Somebody watches. */
  readonly isForeground: () => boolean;
  readonly plugged: (chargerId: string) => 'yes' | 'no' | 'unknown';
  readonly purpose: (chargerId: string) => ReadPurpose;
}

/** Seconds between two readings of one charger. */
export interface PollInterval {
  /** Its owner's choice. */
  readonly pollSeconds: number;
  /** The least that the brand allows. */
  readonly floorSeconds: number;
  /** Replaces both; tests and the demo only. */
  readonly paceSeconds?: number;
}

/**
 * One charger. Ids are stable and unique within the account. What is optional here is absent where
 * the charger, or its interface, cannot do it.
 */
export interface ChargerHandle extends Listed {
  readonly id: string;
  /** The number by which its maker knows it: for papers that must say which charger it was. */
  readonly serial?: string;
  /**
   * Sends a command. Where the reply itself shows the new values, the observation with them is given;
   * it is still for a reading to confirm.
   */
  execute?(
    command: Command,
    options: RequestOptions,
  ): Promise<Result<Observation | undefined, Failure>>;
  /** Facts that rarely change; may take requests of its own, by the account's budget. */
  details?(options: DetailOptions): Promise<Result<readonly Detail[], Failure>>;
  /** What is behind the masked detail, from the last answer that had it. For the owner's eyes only. */
  secret?(): string | undefined;
  /** Asks everything that may be read, once each, and says how that went. Takes its time. */
  report?(options: RequestOptions): Promise<Result<Report, Failure>>;
  /**
   * The charges that began in a time and have ended, in no order. Yields to everything else that
   * the account is asked and may take a minute for each month; it gives all of them or none.
   */
  sessions?(
    range: SessionRange,
    options: RequestOptions,
  ): Promise<Result<readonly CloudSession[], Failure>>;
  /** Its own schedules, to which it keeps while nobody is there to command it. */
  readonly schedules?: Schedules;
}

/** What a charger does by itself at which time. Each call takes a reading or two of the budget. */
export interface Schedules {
  /** The name of the charger's zone, as its brand knows it now. */
  zone(): string | undefined;
  /** `remembered` tells which entries are a plan's. */
  read(
    remembered: readonly PlanEntry[],
    options: RequestOptions,
  ): Promise<Result<ChargerSchedules, Failure>>;
  /**
   * Puts a plan's entries in the place of those it has there, and leaves the owner's as they are.
   * Gives the list as it was read back, and only where it is as wanted; nothing is sent where it was
   * so before. One write of a charger at a time: another is refused as `notNow`.
   */
  write(
    change: ScheduleChange,
    options: RequestOptions,
  ): Promise<Result<ChargerSchedules, Failure>>;
  /** The same with one of the owner's entries; those of a plan stay, under another date. */
  change(
    change: OwnersChange,
    options: RequestOptions,
  ): Promise<Result<ChargerSchedules, ScheduleFailure>>;
}

/** What is to become of a plan's entries. */
export interface ScheduleChange extends KnownPlan {
  readonly wanted: PlanEntries;
  /** How often `keep` was called for this charger today. */
  readonly writesToday: number;
}

/** What is to become of one of the owner's entries. */
export interface OwnersChange extends KnownPlan {
  readonly edit: ScheduleEdit;
  /** What they saw of their own when they chose it: over another list nothing is sent. */
  readonly seen: SeenEntries;
}

/** By what a plan's entries are known, before and after a write. */
export interface KnownPlan {
  /** All that may be the plan's: as they were given to `keep`, or found after the last write. */
  readonly remembered: readonly PlanEntry[];
  /**
   * Called right before something is sent, with all that may be the plan's from then on; never
   * rejects. An entry that nobody remembers would be its owner's, and open again every week.
   */
  readonly keep: (remembered: readonly PlanEntry[]) => Promise<void>;
}

/** A charger that has to be asked. */
export interface PolledCharger extends ChargerHandle {
  /** One reading: a request or two, and one for a token where the old one has run out. */
  read(options: RequestOptions): Promise<Result<Observation, Failure>>;
  /**
   * What it has to ask besides, now and then, for its next readings to tell more; undefined when
   * there is nothing. Called where it holds up no reading; yields to everything else.
   */
  aside?(options: RequestOptions): Promise<void> | undefined;
}

/** Epoch ms; `to` is excluded. */
export interface SessionRange {
  readonly from: number;
  readonly to: number;
}

/** Who waits for the answer, and whether still. Whoever gives up is answered `unreachable`. */
export interface RequestOptions {
  readonly signal: AbortSignal;
  /** What a reading is for, as of now: it may become more pressing while it waits for its turn. */
  readonly purpose?: () => ReadPurpose;
}

/** For whom details are put into words. */
export interface DetailOptions extends RequestOptions {
  /** How numbers and times are written. */
  readonly formatOptions: FormatOptions;
}

/**
 * `confirmation`: somebody waits to be told whether a command was carried out. `session`: power
 * flows, or nothing is known yet. The most pressing first.
 */
export type ReadPurpose = 'confirmation' | 'session' | 'routine';
