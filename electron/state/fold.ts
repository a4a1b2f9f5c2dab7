import type { Failure } from '../../shared/domain/failure.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import { lastSeen, type Reading } from '../../shared/domain/reading.ts';
import { foldCharge } from './charge-fold.ts';
import { type ChargerMemory, runningCharge } from './memory.ts';

/** What can happen to what we believe of a charger. `at` is epoch ms. */
export type Happening =
  | { readonly kind: 'looked'; readonly at: number; readonly seen: Observation }
  | { readonly kind: 'failed'; readonly at: number; readonly failure: Failure }
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
      return failedLook(memory, happening.failure, happening.at);
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
  });
  const full = charge?.endReason === 'complete' && !charge.carLeft;
  const completed = full && seen.status.state === 'waiting';
  const shown: Observation = completed ? { ...seen, status: { state: 'complete' } } : seen;
  const { awaySince: _since, awayTold: _told, charge: _charge, ...rest } = memory;
  const after: ChargerMemory = {
    ...rest,
    reading: { certainty: 'current', at, seen: shown },
    ...(charge ? { charge } : {}),
    ...(telling(shown) ? { known: { status: shown.status, plugged: shown.plugged } } : {}),
  };
  return seen.status.state === 'offline' ? away(after, memory, at) : after;
}

function telling(seen: Observation): boolean {
  return !['offline', 'updating', 'unknown'].includes(seen.status.state);
}

/** A reply knows the new settings at once, but what the charger does is for a look to say. */
function replied(memory: ChargerMemory, seen: Observation): ChargerMemory {
  const { reading } = memory;
  if (reading.certainty !== 'current') return memory;
  const { status, vendorCode, plugged } = reading.seen;
  return { ...memory, reading: { ...reading, seen: { ...seen, status, vendorCode, plugged } } };
}

function failedLook(memory: ChargerMemory, failure: Failure, at: number): ChargerMemory {
  const reading = failedReading(memory.reading, failure, at);
  return away({ ...memory, reading }, memory, at);
}

/** Counts how long nothing was heard of a charger while its charge was running. */
function away(after: ChargerMemory, before: ChargerMemory, at: number): ChargerMemory {
  const awaySince = before.awaySince ?? at;
  const told =
    before.awayTold || (runningCharge(before) !== undefined && at - awaySince >= awayPatienceMs);
  return { ...after, awaySince, ...(told ? { awayTold: true as const } : {}) };
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

function interrupted(memory: ChargerMemory): ChargerMemory {
  const { awaySince: _since, ...rest } = memory;
  const reading = memory.reading;
  if (reading.certainty !== 'current') return rest;
  return {
    ...rest,
    reading: { certainty: 'outdated', at: reading.at, since: reading.at, seen: reading.seen },
  };
}

function seenBefore(reading: Reading): { at: number; seen: Observation } | undefined {
  const seen = lastSeen(reading);
  if (!seen || reading.certainty === 'never' || reading.at === undefined) return undefined;
  return { at: reading.at, seen };
}
