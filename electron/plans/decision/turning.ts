import type { PlanView } from '../../../shared/domain/price/charge-plan.ts';
import type { DomainEvent } from '../../charging/domain-events.ts';
import { lengthOf } from '../../planner/spans.ts';
import type { Night, PlanMemory } from '../plan-memory.ts';
import { learned, powerFor } from './car.ts';
import { countedAnew, countedOn, type Left, leftOf, msFor } from './charged.ts';
import { nightAt, nightKey } from './night.ts';
import { hasLimit } from './planned.ts';
import type { Situation } from './situation.ts';

const hourMs = 3_600_000;
/** A computer that is late by so much has slept, or the app was not there. */
const lateMs = 2 * 60_000;
/** Less of a block than that is no loss. */
const lostMs = 5 * 60_000;
/** A night that was over so long ago is nobody's concern any more. */
const oldMs = 24 * hourMs;
/** So much of what was wanted may be missing without a word. */
const unsaidShare = 0.05;
/** Where how much a car takes is only an estimate. */
const unsaidFullShare = 0.2;

/** What is known once the last reading is taken in. */
export interface Turned {
  readonly memory: PlanMemory & { readonly night: Night };
  readonly left: Left;
  readonly power: Pick<PlanView, 'powerW' | 'powerFrom'>;
  readonly events: readonly DomainEvent[];
  /** In the night that has just ended the car got what it was to have. */
  readonly wasDone: boolean;
}

/** Counts on, and has one night end and the next one begin. Pure. */
export function turned(situation: Situation): Turned {
  const { memory, record, now, plan } = situation;
  const night = filled(situation, slept(situation, nightNow(situation)));
  const car = learned(memory.car, record);
  const power = powerFor(car, record);
  const charged = countedOn(situation);
  const progress = { amount: plan.amount, car, record, powerW: power.powerW, now };
  const left = leftOf({ ...progress, charged });
  const known = { ...memory, night, car, charged };
  const over = overNow(situation, night, left, power.powerW);
  if (!over.isOver) {
    return {
      memory: { ...known, night: over.night },
      left,
      power,
      events: over.events,
      wasDone: false,
    };
  }
  const anew = countedAnew(charged);
  // What was sent in one night is no reason to send less in the next one.
  const { phase: _phase, ...stays } = known;
  return {
    memory: { ...stays, night: nightAt(now, situation), charged: anew },
    left: leftOf({ ...progress, charged: anew }),
    power,
    events: over.events,
    wasDone: left.isDone,
  };
}

/** The same one, unless its owner wants another. */
function nightNow(situation: Situation): Night {
  const { memory, now } = situation;
  const { night } = memory;
  if (!night) return nightAt(now, situation);
  if (night.key === nightKey(situation)) return night;
  return { ...nightAt(now, situation), from: night.from };
}

function slept({ memory, now }: Situation, night: Night): Night {
  const { nextAt = now, phase, planned, suspendedUntil } = memory;
  if (now <= nextAt + lateMs || suspendedUntil !== undefined) return night;
  // The charger that keeps it needs nobody who is awake.
  if (phase?.isThere) return night;
  const lost = (planned?.blocks ?? []).map(({ from, until }) => ({
    from: Math.max(from, nextAt),
    until: Math.max(from, nextAt, Math.min(until, now)),
  }));
  return lengthOf(lost) > lostMs ? { ...night, asleep: true } : night;
}

function filled({ observation, isGone, isReplugged }: Situation, night: Night): Night {
  if (observation.status.state === 'complete') return { ...night, isFull: true };
  const { isFull: _full, ...other } = night;
  return isGone || isReplugged ? other : night;
}

interface Over {
  readonly isOver: boolean;
  readonly night: Night;
  readonly events: readonly DomainEvent[];
}

/** Whether a night is over; one that leaves the car short goes on for a while. */
function overNow(situation: Situation, night: Night, left: Left, powerW: number): Over {
  const { now, isGone, readAt, memory } = situation;
  const goesOn: Over = { isOver: false, night, events: [] };
  const ends: Over = { isOver: true, night, events: [] };
  if (now < night.until) return goesOn;
  if (!night.isDeadline) {
    // Whoever is in no hurry goes on until the car has gone.
    return isGone ? ends : goesOn;
  }
  if (now > night.until + oldMs) return ends;
  // Only a reading after its end can tell what has become of it.
  if (readAt === undefined || readAt < night.until) return goesOn;
  const isTaken = memory.suspendedUntil !== undefined;
  if (isGone || isTaken || left.isDone || isFull(situation)) return ends;
  if (night.overdueUntil !== undefined) return now < night.overdueUntil ? goesOn : ends;
  const events = isMissed(situation, night, left) ? [missed(situation, night, left)] : [];
  if (hasLimit(situation.plan)) return { ...ends, events };
  const overdueUntil = now + msFor(left.leftWh, powerW) + hourMs;
  return { isOver: false, night: { ...night, overdueUntil }, events };
}

/** A car that takes no power has what it wants, as far as anybody knows. */
export function isFull({ observation }: Situation): boolean {
  const { state } = observation.status;
  return state === 'complete' || state === 'waiting';
}

function isMissed(situation: Situation, { asleep, offline }: Night, left: Left): boolean {
  if (hasLimit(situation.plan) && !asleep && !offline) return false;
  return isShortBy(left.wantedWh - left.chargedWh, situation, left);
}

/** Whether so much less than was wanted is worth a word. */
export function isShortBy(missingWh: number, { plan }: Situation, { wantedWh }: Left): boolean {
  return missingWh > wantedWh * (plan.amount.kind === 'full' ? unsaidFullShare : unsaidShare);
}

function missed({ now }: Situation, night: Night, left: Left): DomainEvent {
  const [wantedWh, chargedWh] = [Math.round(left.wantedWh), Math.round(left.chargedWh)];
  const why = night.asleep ? 'asleep' : night.offline ? 'offline' : undefined;
  const told = { kind: 'planMissed', at: now, readyBy: night.until, wantedWh, chargedWh } as const;
  return why ? { ...told, why } : told;
}
