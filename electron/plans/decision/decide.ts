import type { Command } from '../../../shared/domain/charger/command.ts';
import type { PlanView } from '../../../shared/domain/price/charge-plan.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { DomainEvent } from '../../charging/domain-events.ts';
import type { Span } from '../../planner/spans.ts';
import { mostBlocksInCharger } from '../in-charger/windows.ts';
import type { PlanMemory, Planned } from '../plan-memory.ts';
import { msFor } from './charged.ts';
import { beforeEnd, nextNoon } from './night.ts';
import { viewOf } from './plan-view.ts';
import { hasLimit, type PlanTask, plannedFor, runningAt, runsOf, wishOf } from './planned.ts';
import { blockedBy, type PlanInput, type Situation, situationOf } from './situation.ts';
import { type Steered, steered } from './steering.ts';
import { givenBack, takenOver } from './suspension.ts';
import { nextReminder, telling } from './telling.ts';
import { type Turned, turned } from './turning.ts';

/** Where only a reading can tell more, it is looked after at least so often. */
const againMs = 10 * 60_000;
const leastMs = 60_000;
/** However often what is left is planned anew. */
const mostBlocksOfNight = 4;

/** What is to become of a plan. */
export interface Decision {
  readonly memory: PlanMemory;
  /** Absent of a charger that was never read. */
  readonly view?: PlanView;
  /** What the charger is to keep by itself, if it can; absent: what it keeps by now. */
  readonly wanted?: readonly Span[];
  /** What is to be charged in all of them together, where that is known. */
  readonly limitWh?: number;
  /** A block runs that ends only where this computer is awake. */
  readonly isByComputer: boolean;
  readonly command?: Command;
  readonly events: readonly DomainEvent[];
  /** When it has to be looked at again, whatever happens meanwhile. Epoch ms. */
  readonly nextAt: number;
}

/** What a plan does now, by what is known and what it remembers. Pure. */
export function decide(input: PlanInput): Decision {
  const { memory, now, plan } = input;
  const found = situationOf(input);
  if (!found) return { memory, isByComputer: false, events: [], nextAt: now + againMs };
  const before = { ...found, memory: takenOver(found) };
  const over = turned(before);
  const situation = { ...found, memory: givenBack(before, over.memory) };
  const { left, power } = over;
  const kept = isUnsure(situation) ? memory.planned : undefined;
  const planned = kept ?? plannedFor(memory.planned, taskOf(situation, over));
  const aims = aimsOf(situation, over, planned);
  const steer = steered(situation, aims);
  const isWished = memory.planned?.wish !== wishOf(plan);
  const known = { ...over, memory: { ...situation.memory, night: over.memory.night } };
  const told = telling(situation, { turned: known, planned, ...aims, isWished });
  const hasTurned = memory.night !== undefined && memory.night.from !== told.night.from;
  const { wasDone } = over;
  const after = remembered(situation, { planned, steer, aims, hasTurned, wasDone, ...told });
  const nextAt = nextOf(situation, after, { leftMs: msFor(left.leftWh, power.powerW), ...aims });
  return {
    memory: { ...after, nextAt },
    view: viewOf(situation, {
      left,
      power,
      planned,
      thereSince: after.thereSince,
      ...aims,
      isInVain: steer.isInVain,
    }),
    ...omitUndefined({ wanted: wantedOf(situation, planned, aims) }),
    // What is left is another amount each time, and each would have to be written.
    ...(plan.amount.kind === 'energy' && { limitWh: plan.amount.wh }),
    isByComputer: aims.isCharge && aims.isOurs && input.keptThere.kind !== 'stored',
    ...omitUndefined({ command: steer.command }),
    events: [...over.events, ...told.events],
    nextAt,
  };
}

/** A computer that has just woken does not know yet what has become of the plan it had. */
function isUnsure(situation: Situation): boolean {
  const { memory, plan, readAt, keptThere } = situation;
  if (readAt !== undefined || memory.planned?.wish !== wishOf(plan)) return false;
  return keptThere.kind === 'stored' || blockedBy(situation) === undefined;
}

function taskOf(situation: Situation, { left, power, memory: { night } }: Turned): PlanTask {
  const { now, plan, prices, zone, isGone, flows } = situation;
  const { notBefore } = plan;
  const end = night.isDeadline ? night.until : nextNoon(now, zone);
  return {
    now,
    plan,
    prices,
    readyBy: night.isDeadline ? night.until : undefined,
    isOverdue: night.isDeadline && now >= night.until && !hasLimit(plan),
    notBefore: notBefore === undefined ? undefined : beforeEnd(notBefore, end, zone),
    left,
    powerW: power.powerW,
    isPowerKnown: power.powerFrom === 'car',
    isThere: !isGone,
    flows,
    mostBlocks: Math.max(1, mostBlocksOfNight - (night.begun ?? 0)),
    mostAtOnce: situation.hasSchedules ? mostBlocksInCharger : undefined,
  };
}

/** What is wanted now, and by whom. */
export interface Aims {
  readonly isCharge: boolean;
  /** The plan decides: nobody has taken over, nothing is in the way, and there is a plan. */
  readonly isOurs: boolean;
  /** The car has what it was to have, or takes no more. */
  readonly isDone: boolean;
  /** Without prices and without a deadline nothing is done, for nothing is known. */
  readonly isIdle: boolean;
}

function aimsOf(situation: Situation, { left }: Turned, planned: Planned): Aims {
  const { now, isGone, memory, observation } = situation;
  const isFull = observation.status.state === 'complete' || memory.night?.isFull === true;
  const isDone = left.isDone || isFull;
  const isUnknown = planned.reasons.some(({ kind }) => kind === 'noPrices');
  const isIdle = isUnknown && planned.blocks.length === 0 && !isDone;
  const isFree = memory.suspendedUntil === undefined && blockedBy(situation) === undefined;
  return {
    isCharge: !isDone && runningAt(planned, now) !== undefined,
    isOurs: isFree && !isGone && !isIdle && !isFull,
    isDone,
    isIdle,
  };
}

/** A block in which no car is there is not worth a write of its own. */
function wantedOf({ now, isGone, readAt }: Situation, planned: Planned, { isDone }: Aims) {
  if (readAt === undefined) return undefined;
  if (isDone) return [];
  return isGone && runningAt(planned, now)
    ? undefined
    : runsOf(planned).filter(({ until }) => until > now);
}

interface After {
  readonly planned: Planned;
  readonly steer: Steered;
  readonly aims: Aims;
  /** One night is over, and the next one has begun. */
  readonly hasTurned: boolean;
  readonly wasDone: boolean;
  readonly night: NonNullable<PlanMemory['night']>;
  readonly remindedAt: number | undefined;
}

function remembered(
  situation: Situation,
  { planned, steer, aims, hasTurned, wasDone, ...told }: After,
): PlanMemory {
  const { memory, now, isGone, isReplugged } = situation;
  const { heldSince: _held, isLast: wasLast, remindedAt: _reminded, ...more } = memory;
  const { thereSince: cameAt = now, isDone: isDoneYet, ...rest } = more;
  const begins = steer.phase.isCharge && steer.phase.since === now && memory.phase?.since !== now;
  const begun = (told.night.begun ?? 0) + (begins ? 1 : 0);
  const isHeld = steer.heldSince !== undefined;
  // So it stays until a reading has said that nothing flows any more, and later.
  const isDone = aims.isDone || wasDone || (isHeld && wasLast && isDoneYet);
  const isOver = wasLast || aims.isDone || hasTurned;
  const isAway = aims.isCharge && blockedBy(situation) === 'offline';
  return {
    ...rest,
    night: {
      ...told.night,
      ...(isAway && { offline: true as const }),
      ...(begun > 0 && { begun }),
    },
    planned,
    phase: steer.phase,
    ...omitUndefined({ lastRead: readNow(situation) }),
    ...omitUndefined({ heldSince: steer.heldSince, remindedAt: told.remindedAt }),
    ...(isGone ? {} : { thereSince: isReplugged ? now : cameAt }),
    ...(isDone && { isDone: true as const }),
    ...(isHeld && isOver && { isLast: true as const }),
    ...(situation.plan.mode.kind === 'below' && { belowPerKwh: situation.plan.mode.perKwh }),
  };
}

/** Of a charger that says nothing sure only that: its numbers are those of before. */
function readNow({ memory, readAt, record, observation }: Situation): PlanMemory['lastRead'] {
  const { status, energyWh, durationMs } = observation;
  const { state } = status;
  if (readAt !== undefined)
    return { at: readAt, state, ...omitUndefined({ energyWh, durationMs }) };
  const { lastRead } = memory;
  return lastRead && record.reading.certainty === 'current' ? { ...lastRead, state } : lastRead;
}

function nextOf(
  situation: Situation,
  { night, phase, planned, suspendedUntil }: PlanMemory,
  { leftMs, isCharge }: Pick<Aims, 'isCharge'> & { readonly leftMs: number },
): number {
  const { now, flows } = situation;
  const edges = (planned?.blocks ?? []).flatMap(({ from, until }) => [from, until]);
  const moments = [
    ...edges,
    night?.until,
    night?.overdueUntil,
    suspendedUntil,
    phase?.retryAt,
    nextReminder(situation),
    isCharge && flows ? now + Math.max(leastMs, leftMs) : undefined,
    night?.isDeadline && now >= night.until ? now + againMs : undefined,
  ];
  const ahead = moments.filter((at): at is number => at !== undefined && at > now);
  return Math.min(now + 24 * 3_600_000, ...ahead);
}
