import type { Failure } from '../../shared/domain/failure.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import { lastSeen, type Reading } from '../../shared/domain/reading.ts';
import type { ChargerStatus } from '../../shared/domain/status.ts';
import { foldCharge, gapMs } from './charge-fold.ts';
import { type ChargeMemory, type ChargerMemory, feedsHome, runningCharge } from './memory.ts';

/** What can happen to what we believe of a charger. `at` is epoch ms. */
export type Happening =
  | { readonly kind: 'looked'; readonly at: number; readonly seen: Observation }
  | {
      readonly kind: 'failed';
      readonly at: number;
      readonly failure: Failure;
      /** So many failed looks in a row mean that it is gone; without it, only a long time does. */
      readonly awayAfterLooks?: number | undefined;
    }
  /** The app started or the computer woke: what was believed is old. */
  | { readonly kind: 'interrupted' }
  /** The charger's own reply to a wish shows new values. */
  | { readonly kind: 'replied'; readonly seen: Observation };

/** How long a charger is away during a charge before its owner is told. */
export const awayPatienceMs = 15 * 60_000;

/** State and observation to state. Pure. */
export function fold(memory: ChargerMemory, happening: Happening): ChargerMemory {
  switch (happening.kind) {
    case 'looked':
      return looked(memory, happening.seen, happening.at);
    case 'failed':
      return failedLook(memory, happening);
    case 'interrupted':
      return interrupted(memory);
    case 'replied':
      return replied(memory, happening.seen);
  }
}

function looked(memory: ChargerMemory, seen: Observation, at: number): ChargerMemory {
  const charge = foldCharge({
    charge: memory.charge,
    seenBefore: seenBefore(memory.reading),
    seen,
    at,
    outwards: outwards(memory, at),
  });
  const shown: Observation = { ...seen, status: inThisStay(seen.status, charge) };
  const { charge: _charge, ...rest } = heardOf(memory);
  const after: ChargerMemory = {
    ...rest,
    reading: { certainty: 'current', at, seen: shown },
    ...(charge ? { charge } : {}),
    ...(telling(shown, memory)
      ? { known: { status: shown.status, plugged: shown.plugged, at } }
      : {}),
    ...(seen.grid === undefined || seen.grid === 'unknown' ? {} : { grid: seen.grid }),
  };
  return seen.status.state === 'offline' ? away(after, memory, lasts(memory, at)) : after;
}

function outwards({ known }: ChargerMemory, at: number): boolean {
  if (known?.status.state !== 'discharging' || known.at === undefined) return false;
  return at - known.at <= gapMs;
}

/** A car that takes no power: what the charge before it, while it stays, tells of the reason. */
function inThisStay(status: ChargerStatus, charge: ChargeMemory | undefined): ChargerStatus {
  if (status.state !== 'waiting' || !charge || charge.carLeft) return status;
  if (status.notSaid) return { state: 'paused', notSaid: true };
  return charge.endReason === 'complete' ? { state: 'complete' } : status;
}

/** Everything that counted how long and why nothing was heard of it is over. */
function heardOf(memory: ChargerMemory): ChargerMemory {
  const {
    awaySince: _since,
    awayTold: _told,
    failedLooks: _failed,
    doubtTold: _doubt,
    ...rest
  } = memory;
  return rest;
}

function telling(seen: Observation, before: ChargerMemory): boolean {
  const { state } = seen.status;
  // Who does not know the direction does not deny the one that was known.
  if (state === 'transferring') return before.known?.status.state !== 'discharging';
  return state !== 'offline' && state !== 'updating' && state !== 'unknown';
}

/** A reply knows the new settings at once, but what the charger does is for a look to say. */
function replied(memory: ChargerMemory, seen: Observation): ChargerMemory {
  const { reading } = memory;
  if (reading.certainty !== 'current') return memory;
  const { status, vendorCode, plugged } = reading.seen;
  return { ...memory, reading: { ...reading, seen: { ...seen, status, vendorCode, plugged } } };
}

type Failed = Extract<Happening, { kind: 'failed' }>;

function failedLook(memory: ChargerMemory, happening: Failed): ChargerMemory {
  const { failure, at, awayAfterLooks } = happening;
  const doubt = doubtOf(failure);
  // Something answers there: not gone, but for its owner to look into.
  if (doubt !== undefined) {
    return { ...memory, reading: failedReading(memory.reading, failure, at), doubtTold: doubt };
  }
  const failedLooks = (memory.failedLooks ?? 0) + 1;
  const gone = awayAfterLooks !== undefined && failedLooks >= awayAfterLooks;
  const read = failedReading(memory.reading, failure, at);
  const reading: Reading = gone && read.certainty === 'outdated' ? { ...read, away: true } : read;
  const after: ChargerMemory = { ...memory, reading, failedLooks };
  if (awayAfterLooks === undefined) return away(after, memory, lasts(memory, at));
  return away(after, memory, {
    since: memory.awaySince ?? at,
    worries: gone && (runningCharge(memory) !== undefined || feedsHome(memory)),
  });
}

/** What answered in the place of the known charger: a fingerprint or an id. */
function doubtOf(failure: Failure): string | undefined {
  if (failure.kind === 'certificateChanged') return failure.offered.fingerprint;
  return failure.kind === 'otherCharger' ? failure.found : undefined;
}

interface Silence {
  readonly since: number;
  /** Long enough, and at a time at which its owner wants to hear of it. */
  readonly worries: boolean;
}

/** Counts how long nothing was heard of a charger while its charge was running. */
function lasts(before: ChargerMemory, at: number): Silence {
  const since = before.awaySince ?? at;
  return {
    since,
    worries: runningCharge(before) !== undefined && at - since >= awayPatienceMs,
  };
}

function away(after: ChargerMemory, before: ChargerMemory, silence: Silence): ChargerMemory {
  const told = before.awayTold || silence.worries;
  return { ...after, awaySince: silence.since, ...(told ? { awayTold: true as const } : {}) };
}

function failedReading(reading: Reading, failure: Failure, at: number): Reading {
  const seen = lastSeen(reading);
  if (failure.kind === 'signInNeeded') {
    if (!seen || reading.certainty === 'never') return { certainty: 'signInNeeded' };
    const seenAt = reading.at;
    return { certainty: 'signInNeeded', seen, ...(seenAt === undefined ? {} : { at: seenAt }) };
  }
  if (!seen || reading.certainty === 'never') return { certainty: 'never', because: failure };
  const seenAt = reading.at ?? at;
  return { certainty: 'outdated', at: seenAt, since: seenAt, because: failure, seen };
}

/** Who slept or was closed has missed nothing: what failed before is not counted on. */
function interrupted(memory: ChargerMemory): ChargerMemory {
  const { awaySince: _since, failedLooks: _failed, reading, ...rest } = memory;
  return { ...rest, reading: aged(reading) };
}

function aged(reading: Reading): Reading {
  if (reading.certainty === 'outdated') {
    const { away: _gone, ...old } = reading;
    return old;
  }
  if (reading.certainty !== 'current') return reading;
  const { at, seen } = reading;
  return { certainty: 'outdated', at, since: at, seen };
}

function seenBefore(reading: Reading): { at: number; seen: Observation } | undefined {
  const seen = lastSeen(reading);
  if (!seen || reading.certainty === 'never' || reading.at === undefined) return undefined;
  return { at: reading.at, seen };
}
