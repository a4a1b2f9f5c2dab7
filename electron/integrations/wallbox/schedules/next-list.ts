import { isDeepStrictEqual } from 'node:util';
import type { PlanEntries, PlanEntry } from '../../../../shared/domain/charger/schedule.ts';
import type { NotStored } from '../../../../shared/domain/failure.ts';
import {
  isPlans,
  isSame,
  type ListEntry,
  type ScheduleList,
  toWire,
  type WireEntry,
} from './list.ts';

/** What the original Pulsar has room for; what others have is not known. */
const slots = [0, 1, 2, 3] as const;
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

/** What to send, if anything. */
export type NextList =
  | { readonly kind: 'asWanted' }
  | { readonly kind: 'refused'; readonly why: NotStored }
  | { readonly kind: 'send'; readonly body: readonly WireEntry[]; readonly plans: PlanList };

/** The plan's entries, as they are sent. */
export type PlanList = readonly (PlanEntry & { readonly stamp: number })[];

/**
 * The whole list that takes the place of the one that was read: the owner's entries as they were,
 * but for `uid`, with which the cloud ignores a list, and `created_at`, without a newer one of which
 * it does so too (PY#81, PY#82). `now` is epoch ms.
 */
export function nextList(list: ScheduleList, wish: ScheduleWish, now: number): NextList {
  const { wanted, remembered } = wish;
  if (!list.isWhole) return { kind: 'refused', why: 'unreadable' };
  const plans = list.entries.filter((one) => isPlans(one, remembered));
  if (isAllOf(plans, wanted)) return { kind: 'asWanted' };
  const owners = list.entries.filter((one) => !plans.includes(one));
  const free = slots.filter((slot) => owners.every((one) => one.slot !== slot));
  const room = Math.min(free.length, slots.length - owners.length);
  if (wanted.length > room) return { kind: 'refused', why: 'full' };
  const stamp = stampFor(list, now);
  const createdAt = isInMs(list) ? stamp : stamp / secondMs;
  const ours = wanted.map((entry, index) => ({ slot: free[index] ?? 0, stamp, entry }));
  const kept = owners.map(({ raw: { uid: _, ...raw } }) => ({ ...raw, created_at: createdAt }));
  const body = [...kept, ...ours.map((one) => toWire(one, createdAt))];
  return { kind: 'send', body, plans: ours };
}

function isAllOf(stored: readonly ListEntry[], wanted: PlanEntries): boolean {
  const isThere = wanted.every((entry) => stored.some((one) => isSame(one.entry, entry)));
  return isThere && stored.length === wanted.length;
}

/** Newer than the present, and than everything that was read; epoch ms of a whole second. */
function stampFor({ entries, lastSchedule = 0 }: ScheduleList, now: number): number {
  const read = [lastSchedule, ...entries.map(({ createdAt = 0 }) => createdAt)];
  const newest = Math.max(now + aheadMs, ...read.map((at) => at + secondMs));
  return Math.ceil(newest / secondMs) * secondMs;
}

/** Seconds, unless the entries themselves are dated in milliseconds. */
function isInMs({ entries }: ScheduleList): boolean {
  return entries.some(({ raw: { created_at: at } }) => typeof at === 'number' && at >= leastMs);
}

/** What was sent, and everything that may be the plan's. */
export interface SentList {
  readonly body: readonly WireEntry[];
  readonly plans: PlanList;
  readonly remembered: readonly PlanEntry[];
}

/** Whether a list that was read is the one that was sent. What its owner added since is their affair. */
export function isStored(list: ScheduleList, { body, plans, remembered }: SentList): boolean {
  if (!list.isWhole) return false;
  const at = (slot: unknown) => list.entries.find((one) => one.slot === slot);
  const isKept = body.every((sent) => {
    const plan = plans.find(({ slot }) => slot === sent.id);
    const found = at(sent.id);
    return found && (plan ? isSame(found.entry, plan.entry) : isUnchanged(found.raw, sent));
  });
  const left = list.entries.filter(
    (one) => isPlans(one, remembered) && plans.every(({ slot }) => slot !== one.slot),
  );
  return isKept && left.length === 0;
}

/** The cloud has its own say on when an entry was made, and how it words a flag. */
function isUnchanged(found: WireEntry, sent: WireEntry): boolean {
  return Object.entries(sent).every(([key, value]) => {
    if (key === 'created_at') return true;
    if (key === 'enable') return Boolean(found[key]) === Boolean(value);
    return isDeepStrictEqual(found[key], value);
  });
}
