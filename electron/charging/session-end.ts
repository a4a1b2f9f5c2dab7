import type { SessionEnd } from '../../shared/domain/session/history.ts';
import { isGap } from '../../shared/domain/session/sample-times.ts';
import { sessionEnergyWh } from './energy-counter.ts';
import type { SessionRecord } from './record.ts';
import { restsByPlan, type SessionStep } from './session-begin.ts';
import { lagMs, noticeableWh } from './stay.ts';

/** A car that had asked for no more power was full, whatever happened next. */
export function full(session: SessionRecord, otherwise: SessionEnd): SessionEnd {
  return session.suspendedSince === undefined ? otherwise : 'complete';
}

/** After a long gap nobody knows how it ended: the car may have been full before it left. */
export function sawEnd(
  session: SessionRecord,
  step: SessionStep,
  observedSo: SessionEnd,
): SessionEnd {
  const before = step.before ?? { at: session.lastPowerAt };
  return isGap(before, step.at) ? 'unseen' : observedSo;
}

/** The charge with its end, epoch ms, which this reading has found. */
export function ended(
  session: SessionRecord,
  endedAt: number,
  endReason: SessionEnd,
  step: SessionStep,
): SessionRecord {
  const { at } = step;
  const { suspendedSince, suspendedFoundAt: _found, planPausedAt: _paused, ...rest } = session;
  const held = session.flaps ? { heldSince: at } : {};
  const isOurs =
    endReason === 'paused' || (endReason === 'complete' && suspendedSince === undefined);
  const byPlan = isOurs && restsByPlan(step) ? { endedByPlan: true as const } : {};
  return { ...rest, endedAt, endReason, foundAt: at, ...held, ...byPlan };
}

/**
 * When a charge ended that was last seen at `before` and now has the energy of `now`: the missing
 * energy at the last known power tells, within what was seen. It came after the counter was last
 * read, however long before that power was seen to flow. Epoch ms.
 */
export function endEstimate(
  before: SessionRecord,
  now: SessionRecord,
  step: Pick<SessionStep, 'at' | 'before'>,
): number {
  // A counter that lags behind still adds to what it showed at a plan's pause.
  const poweredAt = before.planPausedAt ?? before.lastPowerAt;
  const missingWh = grownWh(before, now);
  const isMore = missingWh !== undefined && missingWh >= noticeableWh;
  const from = isMore ? Math.max(poweredAt, countedAt(before, step) - lagMs) : poweredAt;
  if (!before.lastPowerW || missingWh === undefined) return Math.min(from, step.at);
  return Math.min(step.at, from + (Math.max(0, missingWh) / before.lastPowerW) * 3_600_000);
}

/** A charge that is held back, with when power last flowed where its counter says that some has. */
export function poweredOn(
  before: SessionRecord,
  now: SessionRecord,
  step: Pick<SessionStep, 'at' | 'before'>,
): SessionRecord {
  const isMore = (grownWh(before, now) ?? 0) >= noticeableWh;
  return isMore ? { ...now, lastPowerAt: endEstimate(before, now, step) } : now;
}

/** Wh; undefined where the charger does not count. */
function grownWh(before: SessionRecord, now: SessionRecord): number | undefined {
  const had = sessionEnergyWh(before);
  const has = sessionEnergyWh(now);
  return had === undefined || has === undefined ? undefined : has - had;
}

/** A charger that is away goes on showing what it counted before. */
function countedAt(
  { countedAt: at, lastPowerAt }: SessionRecord,
  { before }: Pick<SessionStep, 'before'>,
) {
  return Math.min(at ?? lastPowerAt, before?.knownAt ?? lastPowerAt);
}
