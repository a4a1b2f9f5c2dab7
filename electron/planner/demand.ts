import type { PlanConstraints } from '../../shared/domain/price/plan.ts';

const hourMs = 3_600_000;
/** A car may take more than is estimated: it should not end an hour short for that. */
const roomForMore = 1.1;

/** How long is to be charged, in whole ms. */
export interface Demand {
  /** Less misses the goal. */
  readonly mustMs: number;
  /** More is no use. */
  readonly wantMs: number;
  /** At once, whatever it costs; part of the others. */
  readonly atOnceMs: number;
}

/** How long the goal takes at the power given. Nothing where energy has no power to come from. */
export function demandOf({ goal, atOnceWh = 0, powerW }: PlanConstraints): Demand | undefined {
  const ofEnergy = (wh: number) => (wh > 0 ? Math.max(1, Math.round((wh / powerW) * hourMs)) : 0);
  const atOnceMs = ofEnergy(atOnceWh);
  const mustMs = Math.max(atOnceMs, goalMs());
  const isSound = [mustMs, atOnceMs].every(Number.isFinite) && mustMs >= 0;
  if (!isSound || (powerW <= 0 && mustMs > 0)) return undefined;
  return {
    mustMs,
    wantMs: goal.kind === 'full' ? Math.round(mustMs * roomForMore) : mustMs,
    atOnceMs,
  };

  function goalMs(): number {
    switch (goal.kind) {
      case 'energy':
        return ofEnergy(goal.wh);
      case 'time':
        return Math.max(0, Math.ceil(goal.ms));
      case 'full':
        return ofEnergy(goal.estimateWh);
    }
  }
}

/** What flows in a time. Wh. */
export function whIn(ms: number, powerW: number): number {
  return (ms / hourMs) * powerW;
}
