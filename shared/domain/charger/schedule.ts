import type { Failure } from '../failure.ts';

/** Monday is 1, Sunday 7, as ISO 8601 counts. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A time of the week in which a charger may charge by itself, as its owner understands it. */
export interface ScheduleEntry {
  readonly isOn: boolean;
  /** On which it begins, sorted. Whether they are days of UTC or of the charger's zone is disputed. */
  readonly days: readonly IsoWeekday[];
  /** Minutes after midnight of UTC, 0 to 1439. */
  readonly from: number;
  /** The same; where it is not later than `from`, that of the day after. */
  readonly until: number;
  /** Wh after which the charge ends. */
  readonly energyWh?: number | undefined;
  /** A, where it is less than the charger gives. */
  readonly limitA?: number | undefined;
}

/** An entry of a plan, with that by which it is known again in the charger's list. */
export interface PlanEntry {
  /** Its place in the list. */
  readonly slot: number;
  /** What the charger keeps with it; opaque to all but the brand. */
  readonly stamp?: number | undefined;
  readonly entry: ScheduleEntry;
}

/** An entry as it stands in the charger. Whatever is not the plan's is its owner's. */
export interface StoredEntry extends PlanEntry {
  readonly isPlans: boolean;
}

/** All schedules of a charger, in the order of its own list. */
export interface ChargerSchedules {
  readonly entries: readonly StoredEntry[];
  /** There are others too, which are not understood: nothing is written then. */
  readonly hasMore: boolean;
}

/** The same as somebody sees it. */
export interface ShownSchedules extends ChargerSchedules {
  /** IANA name of the zone by whose clock the charger goes, where it is known. */
  readonly zone?: string;
}

/** What a plan may put into a charger: two entries at most, and none takes them away. */
export type PlanEntries =
  | readonly []
  | readonly [ScheduleEntry]
  | readonly [ScheduleEntry, ScheduleEntry];

/** A charger's list is written no more often than this in a day, whatever changes. */
export const mostWritesADay = 6;

/** A charger's list holds no more than this, a plan's entries included. */
export const mostEntries = 4;

/** What an owner wants of the entries that are theirs. */
export type ScheduleEdit =
  | { readonly kind: 'add'; readonly entry: ScheduleEntry }
  | { readonly kind: 'set'; readonly slot: number; readonly entry: ScheduleEntry }
  | { readonly kind: 'remove'; readonly slot: number };

/** Why an entry of the owner's was not changed. Nothing was sent over a list that they have not seen. */
export type ScheduleFailure =
  | Failure
  | { readonly kind: 'changedMeanwhile'; readonly schedules: ChargerSchedules };

/** The owner's part of a list, as it was shown when something of it was to be changed. */
export type SeenEntries = readonly Pick<StoredEntry, 'slot' | 'entry'>[];

/** The owner's part of a list. */
export function ownersEntriesOf({ entries }: ChargerSchedules): SeenEntries {
  return entries.filter(({ isPlans }) => !isPlans).map(({ slot, entry }) => ({ slot, entry }));
}

/** Two entries that an owner would not tell apart. */
export function isSameEntry(one: ScheduleEntry, other: ScheduleEntry): boolean {
  const parts = ({ isOn, days, from, until, energyWh, limitA }: ScheduleEntry) =>
    JSON.stringify([isOn, days, from, until, energyWh ?? null, limitA ?? null]);
  return parts(one) === parts(other);
}

/** The plan's own, to be remembered for the next write. */
export function planEntriesOf({ entries }: ChargerSchedules): readonly PlanEntry[] {
  return entries
    .filter(({ isPlans }) => isPlans)
    .map(({ isPlans: _, ...entry }): PlanEntry => entry);
}
