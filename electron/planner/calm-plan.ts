import type { PlanConstraints, PlanResult, PlanSlot } from '../../shared/domain/price/plan.ts';
import { mergedBlocks } from './blocks.ts';
import { whIn } from './demand.ts';
import { plan } from './plan.ts';
import { lengthOf } from './spans.ts';

/** Of what a plan costs: to stop and start once more is worth as much, for contactor and car. */
const stopShare = 0.01;

/**
 * The cheapest plan, but with fewer blocks where those cost hardly more: at most a hundredth of the
 * cost for each block less. Pure, as `plan` is.
 */
export function calmPlan(
  slots: readonly PlanSlot[],
  now: number,
  constraints: PlanConstraints,
): PlanResult {
  const best = plan(slots, now, constraints);
  const { length } = mergedBlocks(best.blocks);
  if (constraints.mode.kind !== 'cheapest' || best.cost === undefined) return best;
  for (let mostBlocks = 1; mostBlocks < length; mostBlocks += 1) {
    const calmer = plan(slots, now, { ...constraints, mostBlocks });
    if (isWorth(calmer, best, constraints.powerW)) return calmer;
  }
  return best;
}

function isWorth(calmer: PlanResult, best: PlanResult, powerW: number): boolean {
  const whOf = ({ blocks }: PlanResult) => whIn(lengthOf(blocks), powerW);
  const isAlike =
    calmer.wh === best.wh &&
    whOf(calmer) === whOf(best) &&
    calmer.reasons.length === best.reasons.length;
  if (!isAlike || calmer.cost === undefined || best.cost === undefined) return false;
  const fewer = mergedBlocks(best.blocks).length - mergedBlocks(calmer.blocks).length;
  return calmer.cost - best.cost <= fewer * stopShare * Math.abs(best.cost);
}
