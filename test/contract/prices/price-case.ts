import { afterEach, beforeEach, expect } from 'vitest';
import type { SlotSeries } from '../../../shared/domain/price/slot.ts';
import {
  type PriceBench,
  type PriceHarness,
  type PriceOutcome,
  priceBench,
} from './price-bench.ts';

/** A Wednesday afternoon: the prices of tomorrow are out. */
export const afternoon = Date.UTC(2026, 5, 10, 14);
/** The same day before they are. */
export const morning = Date.UTC(2026, 5, 10, 8);

/** Prepares every case at a wall time (epoch ms); after it, nothing may have left its host. */
export function priceCase(harness: PriceHarness, now: number): () => PriceBench {
  let bench: PriceBench | undefined;
  beforeEach(async () => {
    bench = await priceBench(harness, now);
  });
  afterEach(async () => {
    await bench?.close();
    expect(bench?.simulator.strayed).toEqual([]);
    if (harness.token) expect(bench?.log.text).not.toContain(harness.token);
    bench = undefined;
  });
  return () => {
    if (!bench) throw new Error('No case is running');
    return bench;
  };
}

/** The prices, which have to be there. */
export function pricesIn(outcome: PriceOutcome): SlotSeries {
  if (!outcome.ok) throw new Error(`Failed: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

/** The failure, which has to be there. */
export function failureIn(outcome: PriceOutcome) {
  if (outcome.ok) throw new Error(`Gave ${outcome.value.slots.length} prices`);
  return outcome.failure;
}

/** Slots that touch a time. */
export function within({ slots }: SlotSeries, from: number, until: number) {
  return slots.filter((slot) => slot.from < until && slot.until > from);
}

/** Every slot is sound: an exact decimal, some time long, and behind the one before. */
export function expectSound({ slots }: SlotSeries): void {
  const unsound = slots.filter(
    ({ from, until, perKwh }, index) =>
      !/^-?\d{1,6}(\.\d{1,8})?$/.test(perKwh) ||
      until <= from ||
      from < (slots[index - 1]?.until ?? 0),
  );
  expect(unsound).toEqual([]);
}

/** Each slot has the price of the market. Default: in the area of most cases. */
export function expectTrue({ slots }: SlotSeries, bench: PriceBench, areaCode?: string): void {
  const prices = slots.map(({ perKwh }) => Number(perKwh).toFixed(7));
  expect(prices).toEqual(slots.map(({ from }) => bench.truth(from, areaCode).toFixed(7)));
}

/** The slots cover a time without a gap. */
export function expectWhole(series: SlotSeries, from: number, until: number): void {
  const slots = within(series, from, until);
  const coveredMs = slots.reduce((sum, slot) => sum + slot.until - slot.from, 0);
  expect({ from: slots[0]?.from, until: slots.at(-1)?.until, coveredMs }).toEqual({
    from,
    until,
    coveredMs: until - from,
  });
}
