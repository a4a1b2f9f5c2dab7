import type { MarketView } from '../../shared/domain/price/market.ts';
import type { PlanSlot } from '../../shared/domain/price/plan.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { around } from './night.ts';
import type { PlanPrices } from './planned.ts';

export const noPrices: PlanPrices = { slots: [], key: '', by: 'market' };

/** The prices of the market, for plans that know no better ones. */
export function pricesOf(market: MarketView | null): PlanPrices {
  if (!market) return noPrices;
  const slots = market.slots.map(({ perKwh, ...span }) => ({ ...span, perKwh: Number(perKwh) }));
  const { currency } = market.told ?? {};
  return { slots, key: keyOf(slots), by: 'market', ...omitUndefined({ currency }) };
}

/** Another text where anything of it is another. */
function keyOf(slots: readonly PlanSlot[]): string {
  let sum = 0;
  for (const { from, until, perKwh } of slots) {
    sum = (sum * 31 + from / 60_000 + until / 30_000 + perKwh * 1e6) % 1e9;
  }
  return `${slots.length}/${slots.at(-1)?.until ?? 0}/${sum}`;
}

/** From so much on, money has no use for cents. */
const wholeFrom = 10;

/** What today's prices are on average, rounded down as people would. Undefined without prices. */
export function usualLimit(
  slots: readonly PlanSlot[],
  now: number,
  zone: string,
): number | undefined {
  const { last = now, next = now } = around(0, now, zone);
  let [sum, ms] = [0, 0];
  for (const { from, until, perKwh } of slots) {
    const length = Math.min(until, next) - Math.max(from, last);
    if (length <= 0) continue;
    sum += length * perKwh;
    ms += length;
  }
  if (ms === 0) return undefined;
  const average = sum / ms;
  return average >= wholeFrom ? Math.floor(average) : Math.floor(average * 100) / 100;
}
