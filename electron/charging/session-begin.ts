import type { ChargerStateName } from '../../shared/domain/charger/status.ts';
import { isGap } from '../../shared/domain/session/sample-times.ts';
import { countingGreen, possibleWh } from './energy-counter.ts';
import type { SessionRecord } from './record.ts';
import {
  type Before,
  cameAt,
  clockMs,
  countsOn,
  fellBack,
  isGone,
  lagMs,
  noticeableWh,
  type Readings,
  stayOf,
} from './stay.ts';

/** What a plan says of a charger that it charges by price. */
export interface PlanHint {
  /** From when on the car could have charged, epoch ms: plugged in, and the plan switched on. */
  readonly since: number;
  /** The plan means the charger to be paused now, and is to go on later. */
  readonly holds: boolean;
  /** The car has what it was to have: a charge that rests now is over, and as it was to be. */
  readonly isDone?: true;
  /** States in which the charger rests now because the plan has it rest; absent: none. */
  readonly rests?: readonly ChargerStateName[];
}

/** One reading with what stood before it. */
export interface SessionStep extends Readings {
  readonly session: SessionRecord | undefined;
  /** For how long this reading speaks for the charger, ms. */
  readonly validForMs: number;
  /** When a direction was last known, a short while ago, it was out of the vehicle. */
  readonly outwards: boolean;
  /** Power flowed at the reading before. */
  readonly flowed: boolean;
  readonly plan?: PlanHint | undefined;
  /** The reading since which the counter has grown without a session, where that is an earlier one. */
  readonly since?: Before | undefined;
}

/** Energy that must have come between two readings to speak of a charge that nobody saw. */
const missedWh = 500;

/** A charge that a reading shows to have begun, without what that reading counts. Pure. */
export function begunSession(step: SessionStep): SessionRecord {
  const { session, observation, at } = step;
  const isLater = isSameStay(step) && session?.endedAt !== undefined;
  const start = own(startOf(step), step);
  const baseWh = baseOf(sinceAccounted(step));
  const green = greenFrom(step, baseWh);
  return {
    ...start,
    lastPowerAt: at,
    samples: [],
    ...(observation.status.state === 'transferring' ? { directionless: true as const } : {}),
    ...(isLater ? { isLater } : {}),
    ...based(baseWh),
    ...(green ? { green } : {}),
  };
}

/**
 * Somebody charged between two readings, and neither saw it: only the counter tells. Where the charger
 * rests it is over; one that is held back, or away, may go on with it. Pure.
 */
export function missedSession(step: SessionStep): SessionRecord | undefined {
  return missedSince(sinceAccounted(step));
}

/**
 * The reading since which the counter has grown without a session to which that belongs. It waits
 * until no counter lags behind any more, unless the session before may be the one that it lags for.
 * `after`: the session that the state holds after this reading. Pure.
 */
export function unaccountedSince(
  step: SessionStep,
  after: SessionRecord | undefined,
): Before | undefined {
  const { at, observation, session } = step;
  const { before } = sinceAccounted(step);
  if (!before || !session || after?.countedAt === at) return undefined;
  // What its car took before it left is none of a car that may come; one that is there has its own.
  if (after?.carLeft !== session.carLeft && isGone(observation)) return undefined;
  const was = before.observation.energyWh;
  const now = observation.energyWh;
  if (was === undefined || now === undefined) return step.since;
  const grownWh = fellBack(was, now) ? now : now - was;
  const isRecent = at >= before.at && at - before.at < lagMs;
  const endedAt = Math.max(session.lastPowerAt, session.foundAt ?? session.lastPowerAt);
  const mayLag = before.at - endedAt < lagMs;
  return grownWh >= noticeableWh && isRecent && !mayLag ? before : undefined;
}

function sinceAccounted(step: SessionStep): SessionStep {
  return step.since ? { ...step, before: step.since } : step;
}

function missedSince(step: SessionStep): SessionRecord | undefined {
  const { observation, at, before } = step;
  const was = before?.observation.energyWh;
  const now = observation.energyWh;
  if (!before || was === undefined || now === undefined) return undefined;
  if (at - before.at < lagMs || !(isSettled(step) || mayGoOn.has(observation.status.state))) {
    return undefined;
  }
  // Two cars may take nearly the same; only the count of the time tells them apart then.
  const isTimed = observation.durationMs !== before.observation.durationMs;
  if (Math.abs(now - was) < missedWh && !isTimed) return undefined;
  const baseWh = baseOf(step, true);
  if (now - (baseWh ?? 0) < missedWh) return undefined;
  const isLater = countsSameStay(step) && step.session?.endedAt !== undefined;
  const { greenEnergyWh: greenWh } = observation;
  const green =
    greenWh === undefined
      ? undefined
      : countingGreen(greenFrom(step, baseWh), greenWh, baseWh === undefined);
  return {
    ...own({ startedAt: before.at, startSeen: false }, step),
    lastPowerAt: at,
    ...(isSettled(step) ? { endedAt: at, endReason: 'unseen', foundAt: at } : {}),
    energyWh: now,
    countedAt: at,
    samples: [],
    ...(green ? { green } : {}),
    ...(isLater ? { isLater } : {}),
    ...based(baseWh),
  };
}

/** Whether the car of the charge before is still there. */
export function isSameStay(step: SessionStep): boolean {
  return !step.session?.carLeft && stayOf(step) === 'same';
}

/** The same, or it has just gone and the counters are still its own. */
export function countsSameStay(step: SessionStep): boolean {
  return !step.session?.carLeft && countsOn(step);
}

/** The plan has the charger rest, as far as that is known for sure. */
export function restsByPlan({ observation, plan }: Pick<SessionStep, 'observation' | 'plan'>) {
  const { status } = observation;
  const isSure = status.state !== 'paused' || !status.notSaid;
  return isSure && plan?.rests?.includes(status.state) === true;
}

/**
 * By this reading nobody charges, and what the counter has gained is over. A charger that waits for
 * its schedule goes on charging later, unless its plan is done.
 */
function isSettled({ observation, plan }: Pick<SessionStep, 'observation' | 'plan'>): boolean {
  const { state } = observation.status;
  return settledStates.has(state) || (state === 'scheduled' && plan?.isDone === true);
}

const mayGoOn: ReadonlySet<ChargerStateName> = new Set([
  'queued',
  'scheduled',
  'error',
  'offline',
  'updating',
  'unknown',
]);

const settledStates: ReadonlySet<ChargerStateName> = new Set([
  'waiting',
  'complete',
  'available',
  'paused',
  'locked',
  'lockedCar',
]);

function based(baseWh: number | undefined): Pick<SessionRecord, 'baseWh'> {
  return baseWh ? { baseWh } : {};
}

/**
 * Where the counter of the sun stood when the charge began, for one that did not begin from nothing;
 * undefined too where nobody knows it: then what of the charge came from the sun stays unknown.
 */
function greenFrom(step: SessionStep, baseWh: number | undefined): SessionRecord['green'] {
  const { before, session, observation } = step;
  const was =
    before?.observation.energyWh === undefined
      ? session?.green?.countWh
      : before.observation.greenEnergyWh;
  const now = observation.greenEnergyWh;
  if (baseWh === undefined || was === undefined || now === undefined) return undefined;
  return { countWh: Math.min(was, now), ownWh: 0 };
}

type Start = Pick<SessionRecord, 'startedAt' | 'startSeen'>;

/** It is by when they began that sessions are told apart, in whole ms. */
function own(start: Start, { session }: SessionStep): Start {
  const isSame = session && Math.round(session.startedAt) === Math.round(start.startedAt);
  return isSame ? { ...start, startedAt: start.startedAt + 1 } : start;
}

function startOf(step: SessionStep): Start {
  const { before, at, session } = step;
  if (!before) return { startedAt: at, startSeen: false };
  const came = cameAt(step);
  // By a clock that was set the car may have come before the charge before it was over.
  const knownAt = Math.max(before.knownAt, session?.endedAt ?? session?.lastPowerAt ?? 0);
  // Nobody saw it begin, but the charger has counted since then.
  if (came !== undefined && isGap(before, at) && came > knownAt) {
    return { startedAt: came, startSeen: true };
  }
  const wasRunning = session !== undefined && session.endedAt === undefined;
  return { startedAt: at, startSeen: !wasRunning && !step.flowed && !isGap(before, at) };
}

/**
 * Where the counter stood when the charge began, Wh; undefined where it began from nothing. What a
 * charge before it in the same stay took is not its own, nor what the counter still shows of a car
 * that has gone. `isOver`: nobody saw any of the charge.
 */
function baseOf(step: SessionStep, isOver = false): number | undefined {
  const { session, before, observation, at } = step;
  const was = before?.observation.energyWh ?? session?.energyWh;
  const now = observation.energyWh;
  if (!before || was === undefined || now === undefined || fellBack(was, now)) return undefined;
  if (countsSameStay(step)) {
    const wasOver =
      session?.endedAt !== undefined || before.observation.status.state === 'complete';
    return wasOver || isOver ? Math.min(was, now) : undefined;
  }
  const came = cameAt(step);
  // By now the counter counts the car that the charger has seen come.
  if (came !== undefined && came > before.knownAt - clockMs && at - came > lagMs) return undefined;
  const ms = at - before.knownAt;
  const stands = now - was <= noticeableWh;
  const cannotBeAnew = now > possibleWh(ms) && now - was <= possibleWh(ms);
  return stands || cannotBeAnew ? Math.min(was, now) : undefined;
}
