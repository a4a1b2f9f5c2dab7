import type { PriceSlot } from '../../../shared/domain/price/slot.ts';

/** A slot with its price as a number: it is only shown here. Epoch ms. */
export interface ShownSlot {
  readonly from: number;
  readonly until: number;
  readonly perKwh: number;
}

/** What a day costs: the mean counts the length of each slot. */
export interface DayPrices {
  readonly now: ShownSlot | undefined;
  readonly lowest: ShownSlot | undefined;
  readonly average: number | undefined;
}

export function shownSlots(slots: readonly PriceSlot[]): readonly ShownSlot[] {
  return slots.map(({ perKwh, ...span }) => ({ ...span, perKwh: Number(perKwh) }));
}

/** The prices of the day on which `now` (epoch ms) falls; `isToday` tells by its owner's clock. */
export function dayPrices(
  slots: readonly ShownSlot[],
  now: number,
  isToday: (at: number) => boolean,
): DayPrices {
  const today = slots.filter(({ from }) => isToday(from));
  const lowest = today.reduce<ShownSlot | undefined>(
    (least, slot) => (least === undefined || slot.perKwh < least.perKwh ? slot : least),
    undefined,
  );
  const lengthMs = today.reduce((sum, { from, until }) => sum + until - from, 0);
  const paid = today.reduce((sum, { from, until, perKwh }) => sum + perKwh * (until - from), 0);
  return {
    now: slotAt(slots, now),
    lowest,
    average: lengthMs > 0 ? paid / lengthMs : undefined,
  };
}

export function slotAt(slots: readonly ShownSlot[], at: number): ShownSlot | undefined {
  return slots.find(({ from, until }) => from <= at && at < until);
}

/** What lies ahead, from the begin of the hour on: the past is of no use to a charge. */
export function aheadOf(slots: readonly ShownSlot[], now: number): readonly ShownSlot[] {
  const hourMs = 3_600_000;
  const hour = now - (now % hourMs);
  return slots.filter(({ until }) => until > hour);
}
