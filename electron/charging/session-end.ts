import type { SessionEnd } from '../../shared/domain/session/history.ts';
import { isGap } from '../../shared/domain/session/sample-times.ts';
import { sessionEnergyWh } from './energy-counter.ts';
import type { SessionRecord } from './record.ts';
import { restsByPlan, type SessionStep } from './session-begin.ts';

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
 * energy at the last known power tells, within what was seen. Epoch ms.
 */
export function endEstimate(before: SessionRecord, now: SessionRecord, latest: number): number {
  // A counter that lags behind still adds to what it showed at a plan's pause.
  const poweredAt = before.planPausedAt ?? before.lastPowerAt;
  const had = sessionEnergyWh(before);
  const has = sessionEnergyWh(now);
  if (!before.lastPowerW || had === undefined || has === undefined) {
    return Math.min(poweredAt, latest);
  }
  const missingMs = ((has - had) / before.lastPowerW) * 3_600_000;
  return Math.min(latest, poweredAt + Math.max(0, missingMs));
}
