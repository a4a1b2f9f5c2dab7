import { isDeepStrictEqual } from 'node:util';
import {
  isSameEntry,
  mostEntries,
  type PlanEntries,
  type PlanEntry,
} from '../../../../shared/domain/charger/schedule.ts';
import type { Failure, NotStored } from '../../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import { isPlans, type ListEntry, type ScheduleList, toWire, type WireEntry } from './list.ts';

/** What the original Pulsar has room for; what others have is not known. */
export const slots = Array.from({ length: mostEntries }, (_, slot) => slot);
/**
 * How far ahead of now a list is dated. It has to be newer than the present of whoever takes it, and
 * may wait a minute for its turn; until then the phone app might find its own list too old.
 */
const aheadMs = 120_000;
const secondMs = 1000;
/** As many digits as milliseconds have today. */
const leastMs = 1e12;

export interface ScheduleWish {
  readonly wanted: PlanEntries;
  readonly remembered: readonly PlanEntry[];
}

/** What to send, undefined where it is as wanted; or why nothing may be. */
export type NextList = Result<SentList | undefined, NotStoredFailure>;

export type NotStoredFailure = Extract<Failure, { kind: 'notStored' }>;

export function notStored(why: NotStored): Result<never, NotStoredFailure> {
  return failed({ kind: 'notStored', why });
}

/** A whole list that is sent, and by what it is known again. */
export interface SentList {
  readonly body: readonly WireEntry[];
  /** Those that are new: they are there once they mean the same. All others stay as they are sent. */
  readonly written: readonly PlanEntry[];
  /** The plan's entries in it, with the date they get. */
  readonly plans: readonly PlanEntry[];
  /** Whether an entry that is found is one that was to go. */
  readonly isLeft: (one: ListEntry) => boolean;
}

/**
 * The whole list that takes the place of the one that was read: the owner's entries as they were,
 * but for `uid`, with which the cloud ignores a list, and `created_at`, without a newer one of which
 * it does so too (PY#81, PY#82). `now` is epoch ms.
 */
export function nextList(list: ScheduleList, wish: ScheduleWish, now: number): NextList {
  const { wanted, remembered } = wish;
  if (!list.isWhole) return notStored('unreadable');
  const plans = list.entries.filter((one) => isPlans(one, remembered));
  if (isAllOf(plans, wanted)) return success(undefined);
  const owners = list.entries.filter((one) => !plans.includes(one));
  const free = slots.filter((slot) => owners.every((one) => one.slot !== slot));
  const room = Math.min(free.length, slots.length - owners.length);
  if (wanted.length > room) return notStored('full');
  const { stamp, createdAt } = dateFor(list, now);
  const ours = wanted.map((entry, index) => ({ slot: free[index] ?? 0, stamp, entry }));
  const body = [
    ...owners.map((one) => resent(one, createdAt)),
    ...ours.map((one) => toWire(one, createdAt)),
  ];
  const all = [...remembered, ...ours];
  const isLeft = (one: ListEntry) =>
    isPlans(one, all) && ours.every(({ slot }) => slot !== one.slot);
  return success({ body, written: ours, plans: ours, isLeft });
}

/** An entry as it was, but for what would have the cloud ignore it. */
export function resent({ raw: { uid: _, ...raw } }: ListEntry, createdAt: number): WireEntry {
  return { ...raw, created_at: createdAt };
}

function isAllOf(stored: readonly ListEntry[], wanted: PlanEntries): boolean {
  const isThere = wanted.every((entry) => stored.some((one) => isSameEntry(one.entry, entry)));
  return isThere && stored.length === wanted.length;
}

/**
 * Newer than the present, and than everything that was read: epoch ms of a whole second, and the same
 * as this list dates its entries. `now` is epoch ms.
 */
export function dateFor(list: ScheduleList, now: number): { stamp: number; createdAt: number } {
  const { entries, lastSchedule = 0 } = list;
  const read = [lastSchedule, ...entries.map(({ createdAt = 0 }) => createdAt)];
  const newest = Math.max(now + aheadMs, ...read.map((at) => at + secondMs));
  const stamp = Math.ceil(newest / secondMs) * secondMs;
  return { stamp, createdAt: isInMs(list) ? stamp : stamp / secondMs };
}

/** Seconds, unless the entries themselves are dated in milliseconds. */
function isInMs({ entries }: ScheduleList): boolean {
  return entries.some(({ raw: { created_at: at } }) => typeof at === 'number' && at >= leastMs);
}

/** Whether a list that was read is the one that was sent. What its owner added since is their affair. */
export function isStored(list: ScheduleList, { body, written, isLeft }: SentList): boolean {
  if (!list.isWhole || list.entries.some(isLeft)) return false;
  return body.every((sent) => {
    const found = list.entries.find((one) => one.slot === sent.id);
    const wanted = written.find(({ slot }) => slot === sent.id);
    return (
      found && (wanted ? isSameEntry(found.entry, wanted.entry) : isUnchanged(found.raw, sent))
    );
  });
}

/** The cloud has its own say on when an entry was made, and how it words a flag. */
function isUnchanged(found: WireEntry, sent: WireEntry): boolean {
  return Object.entries(sent).every(([key, value]) => {
    if (key === 'created_at') return true;
    if (key === 'enable') return Boolean(found[key]) === Boolean(value);
    return isDeepStrictEqual(found[key], value);
  });
}
