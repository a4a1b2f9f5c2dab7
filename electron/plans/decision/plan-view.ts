import type { PlanKeeper, PlanStatus, PlanView } from '../../../shared/domain/price/charge-plan.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { costOf, savedAgainstNow } from '../../planner/blocks.ts';
import type { Planned } from '../plan-memory.ts';
import type { Left } from './charged.ts';
import { blockedBy, type Situation } from './situation.ts';

/** What is left is said in such steps: nobody wants it to the watt hour. */
const shownWh = 100;

interface Shown {
  readonly left: Left;
  readonly power: Pick<PlanView, 'powerW' | 'powerFrom'>;
  readonly planned: Planned;
  /** Since when the car could have been charged. Epoch ms. */
  readonly thereSince: number | undefined;
  readonly isCharge: boolean;
  readonly isDone: boolean;
  readonly isInVain: boolean;
}

/** What tray and window may know of a plan. */
export function viewOf(situation: Situation, shown: Shown): PlanView {
  const { now, prices, memory } = situation;
  const { left, power, planned, isDone } = shown;
  const { night } = memory;
  const blocks = isDone ? [] : planned.blocks.filter(({ until }) => until > now);
  return {
    status: statusOf(situation, shown),
    blocks: blocks.map((block) => omitUndefined(block)),
    reasons: isDone ? [] : planned.reasons,
    ...(night?.isDeadline ? { readyBy: night.until } : {}),
    leftWh: isDone ? 0 : Math.round(left.leftWh / shownWh) * shownWh,
    powerW: Math.round(power.powerW / 10) * 10,
    powerFrom: power.powerFrom,
    ...moneyFor(situation, shown, blocks),
    by: prices.by,
  };
}

/** Once a block is over, what the others cost; by then nobody knows what charging at once would have. */
function moneyFor(
  { prices: { slots, currency } }: Situation,
  { planned, thereSince }: Pick<Shown, 'planned' | 'thereSince'>,
  blocks: Planned['blocks'],
): Pick<PlanView, 'cost' | 'saved'> {
  if (blocks.length === 0) return {};
  const isWhole = blocks.length === planned.blocks.length;
  const cost = isWhole ? planned.cost : costOf(blocks, slots, planned.powerW)?.cost;
  const { powerW, at } = planned;
  // A car that came after the plan was made could not have charged before.
  const later = thereSince !== undefined && thereSince > at ? thereSince : undefined;
  const saved =
    later === undefined
      ? planned.saved
      : savedAgainstNow(planned.blocks, slots, { now: later, powerW });
  return omitUndefined({
    cost: moneyOf(cost, currency),
    saved: moneyOf(isWhole ? saved : undefined, currency),
  });
}

function moneyOf(amount: number | undefined, currency: string | undefined) {
  if (amount === undefined || currency === undefined) return undefined;
  // Not "-0", and no exponent.
  return { amount: String(Math.round(amount * 1e4) / 1e4 + 0), currency };
}

function statusOf(situation: Situation, { planned, ...shown }: Shown): PlanStatus {
  const { memory, isGone, flows, keptThere, observation } = situation;
  const why = blockedBy(situation);
  const isStored = keptThere.kind === 'stored';
  const isOut = why === 'offline' || why === 'signInNeeded';
  // What the charger keeps needs nobody who can reach it.
  if (why && why !== 'solarMode' && !(isStored && isOut)) return { kind: 'blocked', why };
  if (isGone) return { kind: 'noCar' };
  if (memory.suspendedUntil !== undefined) {
    return { kind: 'suspended', until: memory.suspendedUntil };
  }
  if (shown.isDone) return { kind: 'done' };
  const keptBy: PlanKeeper = isStored ? 'charger' : 'computer';
  if (shown.isCharge && flows) return { kind: 'charging', keptBy };
  if (planned.reasons.some(({ kind }) => kind === 'noPrices')) return { kind: 'noPrices' };
  if (why === 'solarMode') return { kind: 'blocked', why };
  if (shown.isInVain) {
    const isScheduled = observation.status.state === 'scheduled';
    return { kind: 'blocked', why: isScheduled ? 'ownSchedule' : 'notObeyed' };
  }
  if (keptThere.kind === 'storing') return { kind: 'storing' };
  const notStored = keptThere.kind === 'notStored' ? { notStored: keptThere.why } : {};
  const beside = isStored && keptThere.besideOwn ? { besideOwn: true as const } : {};
  return { kind: 'waiting', keptBy, ...notStored, ...beside };
}
