import type {
  PlanConstraints,
  PlanReason,
  PlanResult,
  PlanSlot,
} from '../../shared/domain/price/plan.ts';
import { blocksOf, costOf } from './blocks.ts';
import { chooseBlocks } from './choice.ts';
import { CostField } from './cost-field.ts';
import { type Demand, demandOf, whIn } from './demand.ts';
import { type BlockRules, mostPossible } from './possible.ts';
import { lengthOf, type Span } from './spans.ts';
import { type Assumed, type Part, partsOf, soundSlots, stepMs } from './timeline.ts';

const usualMostBlocks = 4;
const usualLeastMs = 30 * 60_000;

/**
 * When to charge so that it costs least. Pure: of the same prices, moment and wishes it makes the
 * same plan. Prices come in any order; those that overlap or make no sense are left out.
 *
 * - Of plans that cost the same: fewest blocks, then the latest.
 * - After the last known price, time costs nothing in its eyes. So as much as fits is left for
 *   later, when its price will be known, and only what is paid for taking is taken before.
 * - A gap between known prices is as dear as the dearest of them; where a price is the limit, it
 *   is never charged in.
 * - Without `readyBy` the plan looks as far as prices are known, or as long as charging takes.
 */
export function plan(
  slots: readonly PlanSlot[],
  now: number,
  constraints: PlanConstraints,
): PlanResult {
  const { readyBy, notBefore = now, powerW } = constraints;
  if (readyBy !== undefined && readyBy <= now) return none({ kind: 'deadlinePassed' });
  const demand = demandOf(constraints);
  if (!demand) return none({ kind: 'tooLittleTime', possibleWh: 0 });
  if (demand.mustMs === 0) return none();
  const sound = soundSlots(slots).filter(({ until }) => until > now);
  const task = { constraints, demand, sound, begin: Math.ceil(Math.max(now, notBefore)) };
  const spans = spansFor(task);
  const blocks = blocksOf(spans, sound);
  const reasons = reasonsFor(task, lengthOf(spans), whIn(lengthOf(spans), powerW));
  return { blocks, ...costOf(blocks, sound, powerW), reasons };
}

function none(...reasons: readonly PlanReason[]): PlanResult {
  return { blocks: [], reasons };
}

interface PlanTask {
  readonly constraints: PlanConstraints;
  readonly demand: Demand;
  /** Those of the future. */
  readonly sound: readonly PlanSlot[];
  readonly begin: number;
}

function spansFor(task: PlanTask): readonly Span[] {
  const { constraints, demand, sound, begin } = task;
  const { readyBy, mode } = constraints;
  const horizon = Math.max(begin, sound.at(-1)?.until ?? begin);
  const end = Math.floor(readyBy ?? Math.max(horizon, begin + demand.wantMs));
  if (mode.kind === 'below' && (sound.length > 0 || readyBy === undefined)) {
    const until = Math.min(end, Math.max(horizon, begin + demand.atOnceMs));
    return within(task, { from: begin, until }, limitOf(constraints, barred));
  }
  const fitsLater = end - horizon >= demand.wantMs;
  const canWait = demand.atOnceMs === 0 || rulesFor(task, end).mostBlocks > 1;
  if (fitsLater && canWait) return mostlyLater(task, horizon, end);
  return within(task, { from: begin, until: end }, limitOf(constraints, 0));
}

const barred = Number.POSITIVE_INFINITY;

function limitOf({ mode, highestPerKwh = barred }: PlanConstraints, later: number): Assumed {
  const limit = mode.kind === 'below' ? Math.min(mode.perKwh, highestPerKwh) : highestPerKwh;
  const isAllowed = (perKwh: number) => perKwh <= limit;
  return limit === barred ? { later, isAllowed } : { later, isAllowed, gap: barred };
}

/** The cheapest blocks within a span; as much as there can be where it is too short. */
function within(task: PlanTask, span: Span, assumed: Assumed): readonly Span[] {
  const parts = partsOf(task.sound, span, assumed);
  const rules = rulesFor(task, span.until);
  return chosen(parts, mostPossible(parts, task.demand.wantMs, rules), rules);
}

/** Leaves everything for a time whose prices are not known, but what is paid for taking before. */
function mostlyLater(task: PlanTask, horizon: number, end: number): readonly Span[] {
  const { constraints, demand, sound, begin } = task;
  const { wantMs } = demand;
  const { isAllowed } = limitOf(constraints, 0);
  const until = Math.max(horizon, begin + demand.atOnceMs);
  const parts = partsOf(
    sound,
    { from: begin, until },
    { later: barred, gap: barred, isAllowed: (perKwh) => perKwh < 0 && isAllowed(perKwh) },
  );
  const rules = rulesFor(task, end);
  if (mostPossible(parts, wantMs, rules) === wantMs) return chosen(parts, wantMs, rules);
  const before = { ...rules, mostBlocks: rules.mostBlocks - 1 };
  const most = mostPossible(parts, wantMs, before);
  const ms =
    wantMs - most < rules.leastMs ? mostPossible(parts, wantMs - rules.leastMs, before) : most;
  return [...chosen(parts, ms, before), { from: end - (wantMs - ms), until: end }];
}

function chosen(parts: readonly Part[], ms: number, rules: BlockRules): readonly Span[] {
  return ms > 0 ? chooseBlocks({ field: new CostField(parts), ms, ...rules }) : [];
}

function rulesFor({ constraints, demand, begin }: PlanTask, end: number): BlockRules {
  const { mode, mostBlocks = usualMostBlocks, leastBlockMs = usualLeastMs } = constraints;
  const { atOnceMs, wantMs } = demand;
  const most = Math.max(1, Math.floor(mostBlocks));
  const isInOneGo = mode.kind === 'cheapest' && mode.inOneGo;
  const least = Math.max(1, Math.ceil(leastBlockMs / stepMs)) * stepMs;
  return {
    // What is charged at once is no part of the one go.
    mostBlocks: isInOneGo ? Math.min(most, atOnceMs > 0 ? 2 : 1) : most,
    leastMs: Math.min(least, wantMs - atOnceMs),
    ...(atOnceMs > 0 ? { firstUntil: Math.min(begin + atOnceMs, end) } : {}),
  };
}

function reasonsFor(task: PlanTask, plannedMs: number, possibleWh: number): readonly PlanReason[] {
  const { constraints, demand, sound, begin } = task;
  const { readyBy = barred } = constraints;
  const reasons: PlanReason[] = [];
  if (sound.length === 0) reasons.push({ kind: 'noPrices' });
  if (plannedMs >= demand.mustMs) return reasons;
  if (demand.mustMs > readyBy - begin) reasons.push({ kind: 'tooLittleTime', possibleWh });
  const { isAllowed } = limitOf(constraints, 0);
  const isTooDear = sound.some(({ from, until, perKwh }) => {
    return until > begin && from < readyBy && !isAllowed(perKwh);
  });
  if (isTooDear) reasons.push({ kind: 'tooDear', possibleWh });
  return reasons;
}
