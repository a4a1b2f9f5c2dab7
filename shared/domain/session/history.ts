import type { Brand } from '../brand.ts';
import type { Money } from './price.ts';
import type { Sample } from './sample.ts';

/**
 * How a charge ended, as far as anybody saw. `unseen`: it ended while nobody looked. `notSaid`: the
 * charger does not tell a pause from a full car. `reversed`: the vehicle now powers the house.
 */
export type SessionEnd =
  | 'complete'
  | 'paused'
  | 'locked'
  | 'unplugged'
  | 'unseen'
  | 'notSaid'
  | 'reversed';

/** A charger as the history knows it. `key` is stable over accounts and restarts. */
export interface HistoryCharger {
  readonly key: string;
  readonly brand: Brand;
  readonly name: string;
  readonly model?: string;
  readonly serial?: string;
}

/** Who knows of a session: this app's own looks, the maker's cloud, or both. */
export type SessionSource = 'recorded' | 'cloud' | 'both';

/** Whom a session was for, as its owner says. */
export type SessionTag = 'business' | 'private';

/** One session as readings and clouds tell it. Absent is unknown, never zero. Epoch ms, Wh, W. */
export interface MeasuredSession {
  readonly id: number;
  readonly charger: string;
  readonly source: SessionSource;
  readonly startedAt: number;
  /** False when it was under way at the first reading: it began earlier than `startedAt`. */
  readonly startSeen: boolean;
  /** Absent while it runs. */
  readonly endedAt?: number;
  readonly end?: SessionEnd;
  readonly energyWh?: number;
  /** The part of it that came from the sun. */
  readonly greenEnergyWh?: number;
  /** How long power flowed, as far as it was seen or said. */
  readonly chargingMs?: number;
  readonly averageW?: number;
  readonly peakW?: number;
  readonly cost?: SessionCost;
  /** Part of it was not watched. */
  readonly gaps?: true;
  /** Since when it could have been charged at once, but for a plan that waited for cheaper hours. */
  readonly plannedSince?: number;
}

/** The same with what its owner says of it: whatever names a number of a session names this one. */
export interface Session extends MeasuredSession {
  readonly tag?: SessionTag;
  readonly note?: string;
  readonly correction?: Correction;
}

/** What an owner can correct of a session. */
export type CorrectedField = 'startedAt' | 'endedAt' | 'energyWh' | 'cost';

/** What was measured before its owner corrected it. */
export interface Correction {
  /** Which of them the owner has corrected; the cost of others may follow from that. */
  readonly fields: readonly CorrectedField[];
  readonly original: Pick<MeasuredSession, CorrectedField>;
}

/** `entered`: its owner knows what was paid. */
export interface SessionCost extends Money {
  readonly origin: 'own' | 'charger' | 'cloud' | 'entered';
  /** When the energy flowed was not seen in full, and the price changed meanwhile. */
  readonly estimated?: true;
  /** How much less it was than the same charged at once, exactly; less than 0: more. See `savedOf`. */
  readonly saved?: string;
}

/**
 * Why no power flowed for a part of a session. `planPause`, `planSchedule`: a plan paused the charger, or
 * had the charger's own schedules wait for cheaper hours. `gap`: nobody looked.
 */
export interface Interruption {
  readonly from: number;
  readonly to: number;
  readonly kind:
    | 'queue'
    | 'schedule'
    | 'pause'
    | 'planPause'
    | 'planSchedule'
    | 'waiting'
    | 'fault'
    | 'offline'
    | 'gap';
}

/** A session with what was seen of it. */
export interface SessionDetail {
  readonly session: Session;
  readonly samples: readonly Sample[];
  readonly interruptions: readonly Interruption[];
  /** Its end was the plan's work, as far as readings say. */
  readonly endedByPlan?: true;
}

/** A session that its owner has deleted, and when (epoch ms). */
export interface DeletedSession {
  readonly session: Session;
  readonly deletedAt: number;
}

/** Sums over sessions. Costs by currency. */
export interface Totals {
  readonly charges: number;
  /** Absent where it is known of none. */
  readonly energyWh?: number;
  readonly greenEnergyWh?: number;
  readonly chargingMs?: number;
  readonly costs: readonly Money[];
  /** What a kWh cost on average, over the sessions with both energy and cost known. By currency. */
  readonly averagePrices: readonly Money[];
  /** What plans have saved, over the sessions of which that is known. By currency. */
  readonly saved: readonly Money[];
  /** Sessions without a known energy, whose part is missing from the sums. */
  readonly withoutEnergy: number;
  /** The same of the cost. */
  readonly withoutCost: number;
  /** Sessions whose energy is known, but not how much of it was solar. */
  readonly withoutGreen: number;
}

/** One bar: a day, month or year in the owner's zone. `from` and `to` are epoch ms. */
export interface Period extends Totals {
  readonly from: number;
  readonly to: number;
}

/** Which sessions: those that began from `from` (included) to `to` (excluded), epoch ms. */
export interface HistoryQuery {
  /** The key of one charger; absent for all. */
  readonly charger?: string | undefined;
  readonly from: number;
  readonly to: number;
  /** Without those that ended without energy. */
  readonly energyOnly?: true | undefined;
}

/** Something is wrong with where the history is kept. */
export type HistoryTrouble =
  /** Could not be read; kept aside under this name, and a new one was begun. */
  | { readonly kind: 'corrupt'; readonly keptAside: string }
  | { readonly kind: 'readOnly' }
  | { readonly kind: 'diskFull' }
  | { readonly kind: 'busy' }
  /** Written by a later version of the app. */
  | { readonly kind: 'tooNew' }
  /** The disk or the database engine fails in a way that nobody foresaw. */
  | { readonly kind: 'unusable' };

/** One charge as the maker's cloud tells it, which tells only those that have ended. */
export interface CloudSession {
  /** Of the cloud, unique within its listing. */
  readonly id: string;
  /** Which of its listings it stands in; they name the same charge differently. */
  readonly listing: string;
  /** By the charger's clock, which may be minutes off ours. Epoch ms. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly energyWh: number;
  readonly greenEnergyWh?: number;
  readonly chargingMs?: number;
  /** As the cloud's own price made it. */
  readonly cost?: Money;
}
