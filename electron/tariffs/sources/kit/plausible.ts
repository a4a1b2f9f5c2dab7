import { bounds } from '../../../../shared/domain/bounds.ts';
import type { PriceSlot } from '../../../../shared/domain/price/slot.ts';

/** A price per kWh that was never paid in a European market, in euros: its limit was 4, and is 5. */
const mostEuros = 5;

/**
 * A price per kWh that no market in Europe had for most of a day, in euros: in August 2022 the
 * dearest of all days cost 0.87 on average. A unit that is ten times too large shows here, and not
 * at the limit of a single price.
 */
const mostMedianEuros = 1;

/** The median says something about a market only over so much time. */
const leastForMedianMs = 6 * 3_600_000;

/** About so much is a euro, in currencies whose prices per kWh are known well enough to doubt one. */
const perEuro: ReadonlyMap<string, number> = new Map([
  ['EUR', 1],
  ['GBP', 1],
  ['CHF', 1],
  ['USD', 1],
  ['BGN', 2],
  ['AUD', 4],
  ['NZD', 4],
  ['PLN', 5],
  ['RON', 5],
  ['DKK', 8],
  ['SEK', 12],
  ['NOK', 12],
  ['CZK', 25],
  ['HUF', 400],
]);

/**
 * The price (exact decimal, per kWh) by which a series shows that it cannot be in its unit;
 * undefined where there is nothing to doubt, or nothing known to doubt it by.
 */
export function doubtfulPrice(slots: readonly PriceSlot[], currency: string): string | undefined {
  const euro = perEuro.get(currency);
  const most = euro === undefined ? bounds.pricePerKwh.most : mostEuros * euro;
  const single = slots.find((slot) => Math.abs(Number(slot.perKwh)) > most);
  if (single) return single.perKwh;
  if (euro === undefined) return undefined;
  const totalMs = slots.reduce((sum, { from, until }) => sum + until - from, 0);
  if (totalMs < leastForMedianMs) return undefined;
  const median = medianOf(slots, totalMs);
  return Math.abs(Number(median)) > mostMedianEuros * euro ? median : undefined;
}

/** The price that half of the time is no dearer than. */
function medianOf(slots: readonly PriceSlot[], totalMs: number): string | undefined {
  let left = totalMs / 2;
  return slots
    .toSorted((one, other) => Number(one.perKwh) - Number(other.perKwh))
    .find(({ from, until }) => {
      left -= until - from;
      return left <= 0;
    })?.perKwh;
}
