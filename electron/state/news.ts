import type { Observation } from '../../shared/domain/observation.ts';
import { lastSeen } from '../../shared/domain/reading.ts';
import type { ChargeMemory, ChargerMemory } from './memory.ts';
import { runningCharge } from './memory.ts';

/** Something that happened to a charger and that its owner may want to hear of. Times are epoch ms. */
export type News =
  | { readonly kind: 'chargeStarted'; readonly at: number }
  | { readonly kind: 'chargeEnded'; readonly at: number; readonly charge: ChargeMemory }
  | { readonly kind: 'chargeStopped'; readonly at: number; readonly charge: ChargeMemory }
  | { readonly kind: 'pluggedIn'; readonly at: number }
  | { readonly kind: 'carWaiting'; readonly at: number }
  | { readonly kind: 'fault'; readonly at: number; readonly code: string; readonly before?: SeenAt }
  | { readonly kind: 'faultOver'; readonly at: number; readonly seen: Observation }
  | { readonly kind: 'homePowered'; readonly at: number; readonly begins: boolean }
  | { readonly kind: 'away'; readonly at: number; readonly since: number }
  | { readonly kind: 'back'; readonly at: number; readonly seen: Observation };

export interface SeenAt {
  readonly at: number;
  readonly seen: Observation;
}

/**
 * Before and after to events. Pure, and the only place that decides what is news. Without a
 * before, a reading is a baseline and never news. `at` is when the after was made.
 */
export function news(before: ChargerMemory, after: ChargerMemory, at: number): readonly News[] {
  return [
    ...plugNews(before, after, at),
    ...chargeNews(before, after, at),
    ...stateNews(before, after, at),
    ...awayNews(before, after, at),
  ];
}

function plugNews(before: ChargerMemory, after: ChargerMemory, at: number): News[] {
  const plugged = before.known?.plugged === 'no' && after.known?.plugged === 'yes';
  return plugged ? [{ kind: 'pluggedIn', at }] : [];
}

function chargeNews(before: ChargerMemory, after: ChargerMemory, at: number): News[] {
  if (lastSeen(before.reading) === undefined) return [];
  const was = runningCharge(before);
  const is = after.charge;
  const found: News[] = [];
  if (was && is && is.startedAt !== was.startedAt) {
    // Another charge runs already: the one before ended while nobody looked.
    found.push({
      kind: 'chargeEnded',
      at: was.lastPowerAt,
      charge: { ...was, endReason: 'unseen' },
    });
  }
  if (is?.endedAt !== undefined && isNewEnd(before.charge, is)) found.push(endOf(is, is.endedAt));
  if (is && is.endedAt === undefined && is.startedAt !== before.charge?.startedAt) {
    found.push({ kind: 'chargeStarted', at });
  }
  return found;
}

function isNewEnd(before: ChargeMemory | undefined, after: ChargeMemory): boolean {
  return before?.endedAt === undefined || before.startedAt !== after.startedAt;
}

function endOf(charge: ChargeMemory, at: number): News {
  const whole = charge.endReason === 'complete' || charge.endReason === 'unseen';
  return { kind: whole ? 'chargeEnded' : 'chargeStopped', at, charge };
}

function stateNews(before: ChargerMemory, after: ChargerMemory, at: number): News[] {
  const was = before.known;
  if (!was || after.known === was || after.reading.certainty !== 'current') return [];
  const is = after.reading.seen;
  const found: News[] = [];
  if (is.status.state === 'lockedCar' && was.status.state !== 'lockedCar') {
    found.push({ kind: 'carWaiting', at });
  }
  if (is.status.state === 'error' && was.status.state !== 'error') {
    found.push({ kind: 'fault', at, code: is.status.code, ...seenThen(before) });
  }
  const settled = after.known?.status.state === is.status.state;
  if (was.status.state === 'error' && settled && is.status.state !== 'error') {
    found.push({ kind: 'faultOver', at, seen: is });
  }
  const powers = is.status.state === 'discharging';
  if (settled && powers !== (was.status.state === 'discharging')) {
    found.push({ kind: 'homePowered', at, begins: powers });
  }
  return found;
}

function seenThen(before: ChargerMemory): { before?: SeenAt } {
  const seen = lastSeen(before.reading);
  if (!seen || before.reading.certainty === 'never' || before.reading.at === undefined) return {};
  return { before: { at: before.reading.at, seen } };
}

function awayNews(before: ChargerMemory, after: ChargerMemory, at: number): News[] {
  if (after.awayTold && !before.awayTold)
    return [{ kind: 'away', at, since: after.awaySince ?? at }];
  if (before.awayTold && !after.awayTold && after.reading.certainty === 'current') {
    return [{ kind: 'back', at, seen: after.reading.seen }];
  }
  return [];
}
