import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { ChargerStateName } from '../../shared/domain/charger/status.ts';
import type { SessionEnd } from '../../shared/domain/session/history.ts';
import { repeatMs } from '../../shared/domain/session/sample-times.ts';
import { counting, countingGreen, mostW, sessionEnergyWh } from './energy-counter.ts';
import type { SessionRecord } from './record.ts';
import {
  begunSession,
  countsSameStay,
  isSameStay,
  missedSession,
  type SessionStep,
} from './session-begin.ts';
import { endEstimate, ended, full, poweredOn, sawEnd } from './session-end.ts';
import { withSample } from './session-samples.ts';
import { fellBack, isGone, lagMs } from './stay.ts';

/** Power that comes back so soon after an end belongs to the same charge. */
const flapMs = 5 * 60_000;
/** A counter that lags behind the state still adds so long a time at the last power, or at most. */
const addedMs = 5 * 60_000;

/** Follows a charge over one reading: begins, goes on, is interrupted, ends. Pure. */
export function reduceSession(step: SessionStep): SessionRecord | undefined {
  const session = followed(step);
  if (!session || !step.plan || session.plannedSince !== undefined) return session;
  const wasOver = session.startedAt === step.session?.startedAt && session.endedAt !== undefined;
  return wasOver ? session : { ...session, plannedSince: step.plan.since };
}

function followed(step: SessionStep): SessionRecord | undefined {
  const { session, observation } = step;
  if (flowsIn(step)) return flowing(step);
  if (session && session.endedAt === undefined) {
    // It was the house that took the power all along.
    const wasNone = session.directionless && observation.status.state === 'discharging';
    return wasNone ? undefined : resting(session, step);
  }
  return session ? over(session, step) : missed(step);
}

/** Power without a direction is a charge, unless the vehicle was feeding the house before it. */
function flowsIn({ observation, outwards }: SessionStep): boolean {
  const { state } = observation.status;
  return flows(state) && !(state === 'transferring' && outwards);
}

function flowing(step: SessionStep): SessionRecord {
  const { session, observation, at } = step;
  const goesOn = session && continues(session, step);
  const open = goesOn ? reopened(rejoined(session, step), at) : begunSession(step);
  const { directionless: _unsure, ...sure } = open;
  const same = goesOn && observation.status.state !== 'transferring' ? sure : open;
  const powered = { ...same, lastPowerAt: at, ...power(observation) };
  return withSample(counted(powered, step), step, step.before);
}

/** The same charge goes on after a pause, or a moment after its end, while the car stays. */
function continues(session: SessionRecord, step: SessionStep): boolean {
  const { endReason } = session;
  const mayGoOn = endReason === undefined || endReason === 'paused' || hasJustEnded(session, step);
  return mayGoOn && isSameStay(step);
}

/** With the reading before this one, at which an ended charge rested: what flows has flowed since. */
function rejoined(session: SessionRecord, { before }: SessionStep): SessionRecord {
  const last = session.samples.at(-1);
  const isLater = last !== undefined && before !== undefined && before.at > last.at;
  return isLater ? withSample(session, before, undefined) : session;
}

function hasJustEnded({ endReason, foundAt }: SessionRecord, { at }: SessionStep): boolean {
  if (endReason !== 'complete' && endReason !== 'notSaid') return false;
  return foundAt !== undefined && at - foundAt <= flapMs;
}

function reopened(session: SessionRecord, at: number): SessionRecord {
  const {
    suspendedSince: _full,
    suspendedFoundAt: _found,
    planPausedAt: _paused,
    endedByPlan: _plan,
    endedAt,
    endReason,
    foundAt,
    heldSince,
    ...open
  } = session;
  if (endedAt === undefined) return open;
  const isSoon = foundAt !== undefined && at - foundAt <= flapMs;
  if (endReason === 'paused') {
    // Once is a change of mind.
    return { ...open, ...(isSoon ? { resumed: true } : {}), ...flapping(isSoon && open.resumed) };
  }
  const toldWh = heldSince === undefined ? sessionEnergyWh(session) : session.toldWh;
  return { ...open, ...flapping(true), ...(toldWh === undefined ? {} : { toldWh }) };
}

function flapping(isSo: boolean | undefined): Pick<SessionRecord, 'flaps'> {
  return isSo ? { flaps: true } : {};
}

function resting(session: SessionRecord, step: SessionStep): SessionRecord {
  const { observation } = step;
  if (!countsSameStay(step)) {
    const end = ended(session, endEstimate(session, session, step), 'unseen', step);
    const was: SessionRecord = { ...end, carLeft: true };
    const other = missed({ ...step, session: was });
    if (other || !isGone(observation)) return other ?? was;
  }
  // What the counter shows of a car that has come and gone meanwhile is not its own.
  const isOwn = countsSameStay(step) && !fellBack(session.energyWh, observation.energyWh);
  const counts = observation.plugged === 'yes' || isOwn;
  const grown = poweredOn(session, counts ? counted(session, step) : session, step);
  return rested(withSample(grown, step, step.before), session, step);
}

/** What a state without power means for a charge that was running. */
function rested(grown: SessionRecord, session: SessionRecord, step: SessionStep): SessionRecord {
  const { observation, at } = step;
  const end = (endedAt: number, reason: SessionEnd) => ended(grown, endedAt, reason, step);
  switch (observation.status.state) {
    case 'complete':
      return end(endEstimate(session, grown, step), 'complete');
    case 'waiting':
      if (observation.status.notSaid) {
        return end(endEstimate(session, grown, step), sawEnd(session, step, 'notSaid'));
      }
      if (session.suspendedSince === undefined) {
        return {
          ...grown,
          suspendedSince: endEstimate(session, grown, step),
          suspendedFoundAt: at,
        };
      }
      // The same word once more is no second opinion.
      if (at - (session.suspendedFoundAt ?? 0) < repeatMs(step.validForMs)) return grown;
      return end(Math.max(session.suspendedSince, Math.min(grown.lastPowerAt, at)), 'complete');
    case 'paused': {
      const pausedAt = endEstimate(session, grown, step);
      if (step.plan?.isDone) return end(pausedAt, 'complete');
      const goesOn = step.plan?.holds && session.suspendedSince === undefined;
      return goesOn ? { ...grown, planPausedAt: pausedAt } : end(pausedAt, full(session, 'paused'));
    }
    case 'scheduled':
      return step.plan?.isDone ? end(endEstimate(session, grown, step), 'complete') : grown;
    case 'locked':
    case 'lockedCar':
      return end(endEstimate(session, grown, step), full(session, 'locked'));
    case 'discharging':
      // Getting ready is not enough: the grid may be back before the vehicle has begun.
      if (observation.status.phase === 'preparing') return grown;
      return end(endEstimate(session, grown, step), full(session, 'reversed'));
    case 'available': {
      const { heldSince: _told, ...gone } = end(
        endEstimate(session, grown, step),
        full(session, sawEnd(session, step, 'unplugged')),
      );
      return { ...gone, carLeft: true };
    }
    default:
      // Queue, schedule, fault, update, offline, unrecognised: interrupted, not finished.
      return grown;
  }
}

/** A charge that has ended: its counter comes after, its end has lasted, its car leaves. */
function over(session: SessionRecord, step: SessionStep): SessionRecord {
  const caughtUp = lagging(session, step);
  return (caughtUp ? undefined : missed(step)) ?? left(caughtUp ?? session, step);
}

function missed(step: SessionStep): SessionRecord | undefined {
  const session = missedSession(step);
  if (session && session.endedAt === undefined) return withSample(session, step, step.before);
  return session && isGone(step.observation) ? { ...session, carLeft: true } : session;
}

function left(session: SessionRecord, step: SessionStep): SessionRecord {
  const { heldSince, ...told } = session;
  if (isGone(step.observation) || !isSameStay(step)) return { ...told, carLeft: true };
  return heldSince !== undefined && step.at - heldSince > flapMs ? told : session;
}

/** What a counter still adds to a charge that has ended because it lags behind the state. */
function lagging(session: SessionRecord, step: SessionStep): SessionRecord | undefined {
  const { observation, at, before } = step;
  const { endedAt, energyWh, lastPowerW = mostW } = session;
  if (endedAt === undefined || energyWh === undefined || observation.energyWh === undefined) {
    return undefined;
  }
  const wasRead = Math.min(at, before?.at ?? at);
  const mostWh = (lastPowerW * addedMs) / 3_600_000;
  const growth = observation.energyWh - energyWh;
  if (growth <= 0 || growth > mostWh || wasRead - endedAt > lagMs) return undefined;
  if (!isSameStay(step)) return undefined;
  return withSample(counted(rejoined(session, step), step), step, before);
}

/** With the energy and the time that the charger counts. */
function counted(session: SessionRecord, { observation, at }: SessionStep): SessionRecord {
  const { energyWh, greenEnergyWh, durationMs } = observation;
  const { baseWh, earlierCount: _earlier, ...rest } = session;
  const green =
    greenEnergyWh === undefined
      ? undefined
      : countingGreen(session.green, greenEnergyWh, baseWh === undefined);
  return {
    ...(energyWh === undefined ? session : { ...rest, ...counting(session, { energyWh, at }) }),
    ...(green ? { green } : {}),
    // It counts the whole stay, of which a later charge is only a part, and stands still after it.
    ...(durationMs === undefined ||
    session.isLater ||
    session.endedAt !== undefined ||
    isGone(observation)
      ? {}
      : { connected: { ms: durationMs, at } }),
  };
}

/** Charging, as the news count it. Powering the home is another story. */
export function flows(state: ChargerStateName | undefined): boolean {
  return state === 'charging' || state === 'transferring';
}

function power(observation: Observation): { lastPowerW?: number } {
  return observation.powerW === undefined || observation.powerW <= 0
    ? {}
    : { lastPowerW: observation.powerW };
}
