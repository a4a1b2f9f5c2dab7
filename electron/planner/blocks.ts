import type { PlanBlock, PlanSlot } from '../../shared/domain/price/plan.ts';
import { whIn } from './demand.ts';
import { lengthOf, mergedSpans, type Span } from './spans.ts';
import { type Part, partsOf, soundSlots } from './timeline.ts';

/** An amount for display, in the currency of the prices: bills are reckoned elsewhere, exactly. */
export interface BlockCost {
  readonly wh: number;
  readonly cost: number;
}

/**
 * What the part of blocks whose prices are known holds and costs. Undefined where none is known.
 * @param powerW what flows throughout them.
 */
export function costOf(
  blocks: readonly Span[],
  slots: readonly PlanSlot[],
  powerW: number,
): BlockCost | undefined {
  const known = priced(blocks, soundSlots(slots)).filter(({ isKnown }) => isKnown);
  if (known.length === 0) return undefined;
  const cost = known.reduce((sum, { from, until, perKwh }) => {
    return sum + (whIn(until - from, powerW) / 1000) * perKwh;
  }, 0);
  return { wh: whIn(lengthOf(known), powerW), cost };
}

/**
 * What blocks cost less than the same time of charging from `now` on; negative where they cost
 * more. Undefined while a price of either is unknown, and where nothing is to be charged.
 */
export function savedAgainstNow(
  blocks: readonly Span[],
  slots: readonly PlanSlot[],
  { now, powerW }: { readonly now: number; readonly powerW: number },
): number | undefined {
  const atOnce = [{ from: now, until: now + lengthOf(blocks) }];
  const sound = soundSlots(slots);
  const isKnown = [...priced(blocks, sound), ...priced(atOnce, sound)].every((one) => one.isKnown);
  const [planned, instead] = [costOf(blocks, sound, powerW), costOf(atOnce, sound, powerW)];
  return isKnown && planned && instead ? instead.cost - planned.cost : undefined;
}

/** Times in which power flows without a break, whether their prices are known or not: for commands. */
export function mergedBlocks(blocks: readonly PlanBlock[]): readonly Span[] {
  return mergedSpans(blocks);
}

/** Spans as blocks, cut where known prices end or begin. */
export function blocksOf(spans: readonly Span[], sound: readonly PlanSlot[]): readonly PlanBlock[] {
  const blocks: PlanBlock[] = [];
  for (const { from, until, isKnown } of priced(spans, sound)) {
    const last = blocks.at(-1);
    const isSame = last?.until === from && last.isForecast === (isKnown ? undefined : true);
    const begin = isSame ? last.from : from;
    if (isSame) blocks.pop();
    blocks.push({ from: begin, until, ...(isKnown ? {} : { isForecast: true as const }) });
  }
  return blocks;
}

function priced(spans: readonly Span[], sound: readonly PlanSlot[]): readonly Part[] {
  const asTheyAre = { later: 0, gap: 0, isAllowed: () => true };
  return spans.flatMap((span) => partsOf(sound, span, asTheyAre));
}
