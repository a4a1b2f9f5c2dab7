import type { Observation } from '../../shared/domain/charger/observation.ts';
import { isGap } from '../../shared/domain/session/sample-times.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { ChargerRecord } from './record.ts';
import { fellBack, isGone, noticeableWh, type Readings, stayOf } from './stay.ts';

/** Cars and clouds take a few minutes to begin; after this something is wrong. */
const patienceMs = 15 * 60_000;
/**
 * Who was told reacts within the hour. A car that begins later than that has begun by a timer of its
 * own, of which no charger knows.
 */
const ownTimerMs = patienceMs + 60 * 60_000;
/** For so long a car is believed to keep the habit. */
const habitMs = 30 * 24 * 3_600_000;
/** Less is what electronics take. W. */
const leastW = 100;

type Stay = NonNullable<ChargerRecord['untouched']>;
type Waited = Pick<ChargerRecord, 'untouched' | 'startsLateAt'>;

/**
 * Follows a car that was seen coming and has taken no power so far: since when it should, and whether
 * its owner was told. Only where the charger says that nothing of its own holds power back: not while
 * it is scheduled, paused, locked, queued, at fault, commanded by somebody else or waiting for the
 * sun, nor by a state that tells no reason. It goes by readings alone, so that a restart or a sleep in
 * between tells nothing false: energy that was taken meanwhile ends it. A car that often begins by a
 * timer of its own is told of no more. Pure.
 */
export function withoutPower(before: ChargerRecord, readings: Readings): Waited {
  const { observation, at } = readings;
  const late = omitUndefined({ startsLateAt: before.startsLateAt });
  if (isGone(observation)) return late;
  const stay = stayAt(before, readings);
  if (!stay) return late;
  if (hasTaken(stay, observation)) return isHabit(before, stay, at) ? { startsLateAt: at } : late;
  return { ...late, untouched: waiting(stay, readings, isLateNow(before, at)) };
}

/** The stay in which no power has flowed; undefined where nobody has seen it begin. */
function stayAt(before: ChargerRecord, readings: Readings): Stay | undefined {
  const { observation } = readings;
  const came = before.known?.plugged === 'no' && observation.plugged === 'yes';
  const isOther = before.untouched !== undefined && stayOf(readings) === 'new';
  if (!came && !isOther) return before.untouched;
  return observation.plugged === 'yes' ? omitUndefined({ fromWh: countAt(readings) }) : undefined;
}

/** What the counter showed when the car came: that of the one before, unless it has begun anew. */
function countAt({ before, observation }: Readings): number | undefined {
  const was = before?.observation.energyWh;
  return fellBack(was, observation.energyWh) ? 0 : (was ?? observation.energyWh);
}

function hasTaken({ fromWh = 0 }: Stay, { status, powerW, energyWh = 0 }: Observation): boolean {
  if (energyWh - fromWh >= noticeableWh) return true;
  switch (status.state) {
    case 'charging':
    case 'transferring':
      return powerW === undefined || powerW >= leastW;
    case 'discharging':
    case 'complete':
      return true;
    default:
      return false;
  }
}

function waiting(stay: Stay, { observation, at }: Readings, isLate: boolean): Stay {
  const { since: before, told, fromWh } = stay;
  // The counter still showed the car before until this one's began.
  const lower = { ...omitUndefined({ told }), ...lowest(fromWh, observation.energyWh) };
  if (explains(observation)) return lower;
  const since = before === undefined || before > at ? startOf(observation, at) : before;
  if (since === undefined) return lower;
  const isDue = isOffered(observation) && at - since >= patienceMs && !isLate;
  return { ...lower, since, ...(told || isDue ? { told: true } : {}) };
}

function lowest(fromWh: number | undefined, nowWh: number | undefined): Pick<Stay, 'fromWh'> {
  const known = [fromWh, nowWh].filter((one) => one !== undefined);
  return known.length === 0 ? {} : { fromWh: Math.min(...known) };
}

function startOf(observation: Observation, at: number): number | undefined {
  return isOffered(observation) ? at : undefined;
}

/** The charger offers power, and nothing is in the way of it but the car or its cable. */
function isOffered({ status, foreignControl, solarMode }: Observation): boolean {
  if (foreignControl || solarMode === 'solar') return false;
  return status.state === 'charging' || (status.state === 'waiting' && !status.notSaid);
}

/** Something says why no power flows, or that nobody can know: it counts anew after that. */
function explains(observation: Observation): boolean {
  const { state } = observation.status;
  return !isOffered(observation) && state !== 'offline' && state !== 'unknown';
}

/** It has begun by itself late enough for a timer, and that was seen. */
function isHabit({ reading, validForMs }: ChargerRecord, { since }: Stay, at: number): boolean {
  if (since === undefined || at - since < ownTimerMs || reading.certainty !== 'current')
    return false;
  return !isGap({ at: reading.at, validForMs }, at);
}

function isLateNow({ startsLateAt }: ChargerRecord, at: number): boolean {
  return startsLateAt !== undefined && Math.abs(at - startsLateAt) < habitMs;
}
