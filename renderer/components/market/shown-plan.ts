import type { PlanBlock } from '../../../shared/domain/price/plan.ts';
import type { ShownSlot } from './day-prices.ts';

/** Times that stand out among prices. */
export interface ShownPlan {
  readonly blocks: readonly PlanBlock[];
  /** They are planned, and not only cheap. */
  readonly isPlanned: boolean;
  /** Epoch ms. */
  readonly readyBy?: number | undefined;
}

/** A slot as it is drawn and read: how it stands to the plan. */
export interface ShownBar extends ShownSlot {
  readonly isChosen: boolean;
  /** Its price is not known yet: it is drawn at that of an average. */
  readonly isForecast: boolean;
}

/** The slots, and behind the last of them what is planned without knowing the price. */
export function barsOf(slots: readonly ShownSlot[], { blocks }: ShownPlan): readonly ShownBar[] {
  const end = slots.at(-1)?.until ?? Number.NEGATIVE_INFINITY;
  const sum = slots.reduce((all, { perKwh }) => all + perKwh, 0);
  const perKwh = slots.length > 0 ? sum / slots.length : 0;
  return [
    ...slots.map((slot) => ({ ...slot, isChosen: isWithin(slot, blocks), isForecast: false })),
    ...blocks
      .filter(({ until }) => until > end)
      .map(({ from, until }) => {
        return { from: Math.max(from, end), until, perKwh, isChosen: true, isForecast: true };
      }),
  ];
}

const halfDayMs = 12 * 3_600_000;

/** A deadline that is so far behind the last price would leave no room for prices. */
export function nearDeadline({ readyBy }: ShownPlan, last: number): number | undefined {
  return readyBy !== undefined && readyBy - last <= halfDayMs ? readyBy : undefined;
}

/** Half of a slot is enough: the other half would be drawn as nothing. */
function isWithin({ from, until }: ShownSlot, blocks: readonly PlanBlock[]): boolean {
  const middle = (from + until) / 2;
  return blocks.some((block) => block.from <= middle && middle < block.until);
}
