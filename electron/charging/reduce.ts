import type { Observation } from '../../shared/domain/charger/observation.ts';
import { lastObservation, type Reading } from '../../shared/domain/charger/reading.ts';
import type { ChargerStatus } from '../../shared/domain/charger/status.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { isGap } from '../../shared/domain/session/sample-times.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { Patience } from './patience.ts';
import { type ChargerRecord, feedsHome, runningSession, type SessionRecord } from './record.ts';
import { flows, reduceSession } from './reduce-session.ts';
import { type PlanHint, unaccountedSince } from './session-begin.ts';
import { withoutHeld } from './session-samples.ts';
import { type Before, byThisClock, type Readings } from './stay.ts';
import { withoutPower } from './without-power.ts';

/** What can happen to what we believe of a charger. `at` is epoch ms. */
export type ChargerEvent =
  | {
      readonly kind: 'observed';
      readonly at: number;
      readonly observation: Observation;
      /** For how long it speaks for the charger, see `ObservationMeta`; absent, not long. */
      readonly validForMs?: number;
      /** How long the computer has counted since the reading before, awake, by no clock that is set. */
      readonly elapsedMs?: number;
      /** Absent where no plan is on. */
      readonly plan?: PlanHint | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly at: number;
      readonly failure: Failure;
      /** Nobody has tried once more: it has lasted. */
      readonly again?: true;
      /** Nobody has tried at all: nothing was heard of a charger that speaks by itself. */
      readonly silent?: true;
    }
  /** The app started or the computer woke: what was believed is old. */
  | { readonly kind: 'interrupted' }
  /** The charger's own reply to a command shows new values. */
  | { readonly kind: 'replied'; readonly observation: Observation };

/** State and observation to state. `patience` is that with a charger of its brand. Pure. */
export function reduce(
  record: ChargerRecord,
  event: ChargerEvent,
  patience: Patience,
): ChargerRecord {
  switch (event.kind) {
    case 'observed':
      return observed(record, event, patience);
    case 'failed':
      return failedRead(record, event, patience);
    case 'interrupted':
      return interrupted(record);
    case 'replied':
      return replied(record, event.observation);
  }
}

type Observed = Extract<ChargerEvent, { kind: 'observed' }>;

function observed(record: ChargerRecord, told: Observed, patience: Patience): ChargerRecord {
  const { observation, at, validForMs, plan } = told;
  const before = byThisClock(readBefore(record), told);
  const readings = { before, observation, at };
  const step = {
    session: record.session,
    since: record.unaccounted,
    ...readings,
    validForMs: validForMs ?? 0,
    outwards: outwards(record, at),
    flowed: flows(lastObservation(record.reading)?.status.state),
    plan,
  };
  const session = reduceSession(step);
  const unaccounted = unaccountedSince(step, session);
  const shown: Observation = {
    ...remembering(observation, record),
    status: inThisStay(observation.status, session),
  };
  const { session: _session, validForMs: _was, untouched: _stay, ...heard } = heardOf(record);
  const { counted: _counted, unaccounted: _since, ...rest } = heard;
  const after: ChargerRecord = {
    ...rest,
    ...withoutPower(record, readings),
    ...offeredFirmware(observation),
    reading: { certainty: 'current', at, observation: shown },
    ...omitUndefined({ session, unaccounted }),
    ...unsaidCounts(readings),
    ...(validForMs === undefined ? {} : { validForMs }),
    ...(telling(shown, record)
      ? { known: { status: shown.status, plugged: shown.plugged, at } }
      : {}),
    ...(observation.grid === undefined || observation.grid === 'unknown'
      ? {}
      : { grid: observation.grid }),
  };
  if (observation.status.state !== 'offline') return after;
  return away(after, record, at, lasts(record, at, patience));
}

/** Who has followed a schedule once has one, also while somebody holds it back by hand. */
function remembering(observation: Observation, { reading }: ChargerRecord): Observation {
  const isOnIt = observation.status.state === 'scheduled';
  const before = isOnIt || lastObservation(reading)?.hasSchedule;
  const hasSchedule = observation.hasSchedule ?? before;
  return hasSchedule === undefined ? observation : { ...observation, hasSchedule };
}

/** Nothing is forgotten where it is not offered for a while. */
function offeredFirmware({ abilities }: Observation): Pick<ChargerRecord, 'firmwareTold'> {
  return abilities.update ? { firmwareTold: abilities.update.to } : {};
}

function outwards({ known, validForMs }: ChargerRecord, at: number): boolean {
  if (known?.status.state !== 'discharging' || known.at === undefined) return false;
  return !isGap({ at: known.at, validForMs }, at);
}

/** A car that takes no power: what the charge before it, while it stays, tells of the reason. */
function inThisStay(status: ChargerStatus, session: SessionRecord | undefined): ChargerStatus {
  if (status.state !== 'waiting' || !session || session.carLeft) return status;
  if (status.notSaid) return { state: 'paused', notSaid: true };
  return session.endReason === 'complete' ? { state: 'complete' } : status;
}

/** Everything that counted how long and why nothing was heard of it is over. */
function heardOf(record: ChargerRecord): ChargerRecord {
  const {
    awaySince: _since,
    awayTold: _told,
    failedReads: _failed,
    doubtTold: _doubt,
    ...rest
  } = record;
  return rest;
}

function telling(observation: Observation, before: ChargerRecord): boolean {
  const { state } = observation.status;
  // Who does not know the direction does not deny the one that was known.
  if (state === 'transferring') return before.known?.status.state !== 'discharging';
  return state !== 'offline' && state !== 'updating' && state !== 'unknown';
}

/** A reply knows the new settings at once, but what the charger does is for a reading to say. */
function replied(record: ChargerRecord, observation: Observation): ChargerRecord {
  const { reading } = record;
  if (reading.certainty !== 'current') return record;
  const { status, vendorCode, plugged } = reading.observation;
  return {
    ...record,
    reading: {
      ...reading,
      observation: { ...remembering(observation, record), status, vendorCode, plugged },
    },
  };
}

type Failed = Extract<ChargerEvent, { kind: 'failed' }>;

function failedRead(record: ChargerRecord, event: Failed, patience: Patience): ChargerRecord {
  const { failure, at } = event;
  const doubt = doubtOf(failure);
  // Something answers there: not gone, but for its owner to look into.
  if (doubt !== undefined) {
    return { ...record, reading: failedReading(record.reading, failure, at), doubtTold: doubt };
  }
  const { failedReads: before = 0 } = record;
  const isLook = !event.silent && !(event.again && before > 0);
  const failedReads = isLook ? before + 1 : before;
  const isEnough = event.silent === true || failedReads >= patience.reads;
  const isLost = isEnough && lasts(record, at, patience);
  const read = failedReading(record.reading, failure, at);
  const isGone = isLost && patience.direct && read.certainty === 'outdated';
  const reading: Reading = isGone ? { ...read, away: true } : read;
  return away({ ...record, reading, failedReads }, record, at, isLost);
}

/** What answered in the place of the known charger: a fingerprint or an id. */
function doubtOf(failure: Failure): string | undefined {
  if (failure.kind === 'certificateChanged') return failure.offered.fingerprint;
  return failure.kind === 'otherCharger' ? failure.found : undefined;
}

/** Long enough, as far as time goes. */
function lasts(record: ChargerRecord, at: number, { ms }: Patience): boolean {
  return at - (record.awaySince ?? at) >= ms;
}

/** Counts how long nothing was heard of a charger; its owner is told where that matters. */
function away(after: ChargerRecord, before: ChargerRecord, at: number, isLost: boolean) {
  const matters = runningSession(before) !== undefined || feedsHome(before);
  const told = before.awayTold || (isLost && matters);
  const awaySince = before.awaySince ?? at;
  return { ...after, awaySince, ...(told ? { awayTold: true as const } : {}) };
}

function failedReading(reading: Reading, failure: Failure, at: number): Reading {
  const observation = lastObservation(reading);
  if (failure.kind === 'signInNeeded') {
    if (!observation || reading.certainty === 'never') return { certainty: 'signInNeeded' };
    const seenAt = reading.at;
    return {
      certainty: 'signInNeeded',
      observation,
      ...(seenAt === undefined ? {} : { at: seenAt }),
    };
  }
  if (!observation || reading.certainty === 'never')
    return { certainty: 'never', because: failure };
  const seenAt = reading.at ?? at;
  return { certainty: 'outdated', at: seenAt, since: seenAt, because: failure, observation };
}

/** Who slept or was closed has missed nothing: what failed before is not counted on. */
function interrupted(record: ChargerRecord): ChargerRecord {
  const { awaySince: _since, failedReads: _failed, reading, session, ...rest } = record;
  const held = session ? { session: withoutHeld(session) } : {};
  return { ...rest, ...held, reading: aged(reading) };
}

function aged(reading: Reading): Reading {
  if (reading.certainty === 'outdated') {
    const { away: _gone, ...old } = reading;
    return old;
  }
  if (reading.certainty !== 'current') return reading;
  const { at, observation } = reading;
  return { certainty: 'outdated', at, since: at, observation };
}

function readBefore({ reading, known, counted, validForMs }: ChargerRecord): Before | undefined {
  const observation = lastObservation(reading);
  if (!observation || reading.certainty === 'never' || reading.at === undefined) return undefined;
  const { at } = reading;
  const knownAt = Math.min(at, known?.at ?? at);
  return { at, knownAt, observation: { ...observation, ...counted }, validForMs };
}

/** A charger that is away for a moment, or says its numbers apart, does not count from nothing then. */
function unsaidCounts({ before, observation }: Readings): Pick<ChargerRecord, 'counted'> {
  const { energyWh, greenEnergyWh, durationMs } = before?.observation ?? {};
  const counted = omitUndefined({
    energyWh: observation.energyWh === undefined ? energyWh : undefined,
    greenEnergyWh: observation.greenEnergyWh === undefined ? greenEnergyWh : undefined,
    durationMs: observation.durationMs === undefined ? durationMs : undefined,
  });
  return Object.keys(counted).length > 0 ? { counted } : {};
}
