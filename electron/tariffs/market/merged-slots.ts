import type { PriceSlot } from '../../../shared/domain/price/slot.ts';

/** The slots of both in the order of time; where they overlap, those that `weigh` more. */
export function mergedSlots(
  weigh: readonly PriceSlot[],
  others: readonly PriceSlot[],
): readonly PriceSlot[] {
  const overlaps = (one: PriceSlot) =>
    weigh.some(({ from, until }) => one.from < until && one.until > from);
  const all = [...weigh, ...others.filter((one) => !overlaps(one))];
  return all.toSorted((one, other) => one.from - other.from);
}
