import type { DomainEvent } from '../../charging/domain-events.ts';
import type { Night, Planned } from '../plan-memory.ts';
import { around } from './night.ts';
import { hasLimit, runningAt, runsOf } from './planned.ts';
import type { Situation } from './situation.ts';
import { isFull, isShortBy, type Turned } from './turning.ts';

const hourMs = 3_600_000;
/** A reminder that comes later than this is none. */
const lateReminderMs = 2 * hourMs;
const soonMs = 24 * hourMs;
/** By then nobody can do anything any more, and what was missed is told soon. */
const tooLateMs = 15 * 60_000;

/** What has been decided by now. */
export interface Told {
  readonly turned: Turned;
  readonly planned: Planned;
  /** It charges now, or would if it obeyed. */
  readonly isCharge: boolean;
  /** Nobody has taken over, and nothing is in the way. */
  readonly isOurs: boolean;
  /** The plan is another than before because its owner wants another. */
  readonly isWished: boolean;
}

export interface Telling {
  readonly night: Night;
  readonly remindedAt: number | undefined;
  readonly events: readonly DomainEvent[];
}

/** What its owner may want to hear of a plan now; each of it once a night. */
export function telling(situation: Situation, told: Told): Telling {
  const { memory } = told.turned;
  const { night } = memory;
  const danger = isInDanger(situation, told) ? dangerOf(situation, told) : undefined;
  const isOpen = situation.now < night.until && !night.told.includes('starts');
  const begins = isOpen && starts(situation, told);
  const reminder = remindedNow(situation, memory, told.planned);
  const more = [...(danger ? ['danger' as const] : []), ...(begins ? ['starts' as const] : [])];
  return {
    night: more.length > 0 ? { ...night, told: [...night.told, ...more] } : night,
    remindedAt: reminder ? situation.now : memory.remindedAt,
    events: [
      // Whoever has just asked for it sees that at once.
      ...(danger && !told.isWished ? [danger] : []),
      ...(begins && !told.isWished ? [begins] : []),
      ...(reminder ? [reminder] : []),
    ],
  };
}

function isInDanger(situation: Situation, { turned, planned }: Told): boolean {
  const { night, suspendedUntil } = turned.memory;
  if (!night.isDeadline || night.told.includes('danger') || situation.now > night.until - tooLateMs)
    return false;
  if (situation.isGone || suspendedUntil !== undefined || hasLimit(situation.plan)) return false;
  return planned.reasons.some(({ kind }) => kind === 'tooLittleTime') && !isFull(situation);
}

function dangerOf(situation: Situation, { turned, planned }: Told): DomainEvent | undefined {
  const { night } = turned.memory;
  const { left } = turned;
  const reason = planned.reasons.find(({ kind }) => kind === 'tooLittleTime');
  if (reason?.kind !== 'tooLittleTime') return undefined;
  const { possibleWh } = reason;
  if (!isShortBy(left.leftWh - possibleWh, situation, left)) return undefined;
  const { now } = situation;
  // The words speak of all that was wanted, so what is in the car counts as possible.
  const all = {
    wantedWh: Math.round(left.wantedWh),
    possibleWh: Math.round(left.wantedWh - left.leftWh + possibleWh),
  };
  return { kind: 'planInDanger', at: now, readyBy: night.until, ...all };
}

function starts(
  situation: Situation,
  { planned, isCharge, isOurs }: Told,
): DomainEvent | undefined {
  const { now, readAt } = situation;
  const run = runningAt(planned, now);
  if (!run || !isCharge || !isOurs || readAt === undefined) return undefined;
  return { kind: 'planStarts', at: now, until: run.until };
}

function remindedNow(
  situation: Situation,
  { night, remindedAt = 0, suspendedUntil }: Turned['memory'],
  planned: Planned,
): DomainEvent | undefined {
  const { now, zone, plan, isGone } = situation;
  if (plan.remindAt === undefined || !isGone || suspendedUntil !== undefined) return undefined;
  const { last } = around(plan.remindAt, now, zone);
  if (last === undefined || now - last > lateReminderMs || remindedAt >= last) return undefined;
  if (night.isDeadline && night.until - now > soonMs) return undefined;
  const startsAt = runsOf(planned).find(({ until }) => until > now)?.from;
  return { kind: 'notPluggedIn', at: now, ...(startsAt !== undefined && { startsAt }) };
}

/** When the reminder is due next. */
export function nextReminder({ plan, now, zone }: Situation): number | undefined {
  return plan.remindAt === undefined ? undefined : around(plan.remindAt, now, zone).next;
}
