import type { Command } from '../../../shared/domain/charger/command.ts';
import { permission } from '../../../shared/domain/charger/permission.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import { flows as flowsIn } from '../../charging/reduce-session.ts';
import type { PlanMemory } from '../plan-memory.ts';
import { nextNoon } from './night.ts';
import type { Situation } from './situation.ts';

/** A reading may show that somebody has taken over. */
export function takenOver(situation: Situation): PlanMemory {
  const { memory } = situation;
  if (memory.suspendedUntil !== undefined || !isTakenOver(situation)) return memory;
  const { heldSince: _held, ...rest } = memory;
  return { ...rest, suspendedUntil: suspensionEnd(situation) };
}

/** Until when somebody who takes over now keeps it: to the end of the night. Epoch ms. */
export function suspensionEnd({
  memory: { night },
  now,
  zone,
}: Pick<Situation, 'memory' | 'now' | 'zone'>): number {
  return night?.isDeadline && night.until > now ? night.until : nextNoon(now, zone);
}

/** Whoever has taken over gives it back with the car, or when that night is over. */
export function givenBack(situation: Situation, memory: PlanMemory): PlanMemory {
  const { suspendedUntil, phase, ...rest } = memory;
  if (suspendedUntil === undefined) return memory;
  const { now, isGone, isReplugged, record } = situation;
  const hasTurned = !rest.night?.isDeadline || rest.night.until > suspendedUntil;
  const isOver = now >= suspendedUntil && hasTurned;
  if (!isOver && !isGone && !isReplugged) return memory;
  return { ...rest, ...heldAgain(record, now) };
}

/** A car that somebody has paused waits for the plan from the moment at which it is given back. */
export function heldAgain(record: ChargerRecord | undefined, now: number): { heldSince?: number } {
  const state = record && lastObservation(record.reading)?.status.state;
  return state === 'paused' ? { heldSince: now } : {};
}

/**
 * Somebody has paused or started the charge elsewhere, as a new reading shows: it had been as the
 * plan wanted it, and is not any more.
 */
function isTakenOver({ memory, isNew, isReplugged, observation, flows }: Situation): boolean {
  const { phase, lastRead }: Pick<PlanMemory, 'phase' | 'lastRead'> = memory;
  if (!phase?.isMet || !lastRead || !isNew || isReplugged) return false;
  const { status } = observation;
  if (phase.isCharge) {
    return flowsIn(lastRead.state) && status.state === 'paused' && !status.notSaid;
  }
  return lastRead.state === 'paused' && flows;
}

/** What a car that the plan has kept waiting needs to charge as it would without one. */
export function afterwards({ reading }: ChargerRecord): Command | undefined {
  const { status, hasSchedule, abilities } = lastObservation(reading) ?? {};
  if (status?.state !== 'paused') return undefined;
  // A schedule of its own decides again where there is one.
  const kind = hasSchedule && abilities?.schedule ? 'backToSchedule' : 'resume';
  return permission(reading, kind).kind === 'allowed' ? { kind } : undefined;
}
