import type { MeasuredSession } from '../../../shared/domain/session/history.ts';
import type { Money } from '../../../shared/domain/session/price.ts';

/** A time that somebody knows of a charge. Epoch ms. */
export interface Span {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** One charge as the cloud has it, under every name that it goes by. */
export interface CloudAccount extends Span {
  readonly keys: readonly string[];
  readonly energyWh?: number;
  readonly greenEnergyWh?: number;
  readonly chargingMs?: number;
  readonly cost?: Money;
  /** Taken from a row that already is in the history. */
  readonly isKept: boolean;
}

/** The time of a session; of one that runs, its start. */
export function spanOf({
  startedAt,
  endedAt,
}: Pick<MeasuredSession, 'startedAt' | 'endedAt'>): Span {
  return { startedAt, endedAt: endedAt ?? startedAt };
}

/** Clocks of chargers are some minutes off, and a reading comes up to some minutes late. */
export const clockTolerance = 10 * 60_000;
const leastLength = 60_000;

/** Ordered by time, so that the order in which things are given does not matter. */
export function byTime(one: Span, other: Span): number {
  return one.startedAt - other.startedAt || one.endedAt - other.endedAt;
}

/**
 * Whether two accounts can be of one charge: one lies in the other for half of itself at least, or
 * they begin and end together as far as clocks go, or the one is so short that a clock's error
 * moves it out of the other.
 */
export function isSameSession(one: Span, other: Span): boolean {
  const shorter = Math.min(lengthOf(one), lengthOf(other));
  if (overlapsMostly(one, other)) return true;
  const startsApart = Math.abs(one.startedAt - other.startedAt);
  const endsApart = Math.abs(one.endedAt - other.endedAt);
  if (startsApart <= clockTolerance && endsApart <= clockTolerance) return true;
  return shorter <= clockTolerance && distanceOf(one, other) <= 0;
}

/** The one that fits best of those that can be the same charge; undefined without any. */
export function bestFor<S extends Span>(one: Span, others: readonly S[]): S | undefined {
  const fitting = others.filter((other) => isSameSession(one, other));
  return fitting.toSorted(
    (a, b) =>
      overlapOf(one, b) - overlapOf(one, a) || apart(one, a) - apart(one, b) || byTime(a, b),
  )[0];
}

/** Accounts of one charge under several names become one: nobody charges twice at the same time. */
export function withoutShadows(accounts: readonly CloudAccount[]): readonly CloudAccount[] {
  const whole: CloudAccount[] = [];
  for (const account of accounts.toSorted(byWeight)) {
    // Two rows of the history are two charges, whatever their times.
    const isShadowOf = (other: CloudAccount) =>
      !(other.isKept && account.isKept) && overlapsMostly(other, account);
    const index = whole.findIndex(isShadowOf);
    const other = whole[index];
    if (!other) whole.push(account);
    else whole[index] = withShadow(other, account);
  }
  return whole.toSorted(byTime);
}

function withShadow(account: CloudAccount, shadow: CloudAccount): CloudAccount {
  // What is in the history stays as it is: its gaps are no reason to count anything again.
  const filled = account.isKept ? account : { ...shadow, ...account };
  return { ...filled, keys: [...new Set([...account.keys, ...shadow.keys])].toSorted() };
}

function byWeight(one: CloudAccount, other: CloudAccount): number {
  const isKept = Number(other.isKept) - Number(one.isKept);
  const byLength = lengthOf(other) - lengthOf(one);
  const byEnergy = (other.energyWh ?? 0) - (one.energyWh ?? 0);
  return isKept || byLength || byEnergy || byTime(one, other) || byKey(one, other);
}

function byKey(one: CloudAccount, other: CloudAccount): number {
  return (one.keys[0] ?? '') < (other.keys[0] ?? '') ? -1 : 1;
}

/** Whether half of the shorter lies in the other, without any error of a clock. */
export function overlapsMostly(one: Span, other: Span): boolean {
  return overlapOf(one, other) * 2 >= Math.min(lengthOf(one), lengthOf(other));
}

function lengthOf({ startedAt, endedAt }: Span): number {
  return Math.max(leastLength, endedAt - startedAt);
}

function overlapOf(one: Span, other: Span): number {
  const ends = Math.min(one.startedAt + lengthOf(one), other.startedAt + lengthOf(other));
  return Math.max(0, ends - Math.max(one.startedAt, other.startedAt));
}

/** How far the shorter one sticks out of the longer one and the error of its clock. */
function distanceOf(one: Span, other: Span): number {
  const [short, long] = lengthOf(one) <= lengthOf(other) ? [one, other] : [other, one];
  const early = long.startedAt - clockTolerance - short.startedAt;
  return Math.max(early, short.endedAt - long.endedAt - clockTolerance);
}

function apart(one: Span, other: Span): number {
  return Math.abs(one.startedAt - other.startedAt) + Math.abs(one.endedAt - other.endedAt);
}
