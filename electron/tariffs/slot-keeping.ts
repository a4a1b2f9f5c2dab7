import type { MarketArea, PriceEntry } from '../../shared/domain/session/price.ts';
import { dayMs, type SlotDay, slotDays, withMore } from '../history/slots/slot-day.ts';
import type { SureReads } from '../history/store/history.ts';
import { entriesWithin } from './entries.ts';
import type { KnownSlots, SlotLookup } from './hourly.ts';

/** Whether a price of some time follows that market. */
export function follows(entries: readonly PriceEntry[], market: MarketArea): boolean {
  return entries.some(({ tariff }) => tariff.kind === 'hourly' && isSame(tariff.market, market));
}

/** What is kept of the markets that prices of a time follow. Epoch ms. */
export async function keptSlots(
  entries: readonly PriceEntry[],
  span: { readonly from: number; readonly to: number },
  sure: Pick<SureReads, 'slots'>,
): Promise<SlotLookup> {
  const found: { market: MarketArea; series: Awaited<ReturnType<SureReads['slots']>> }[] = [];
  for (const { tariff } of entriesWithin(entries, span)) {
    if (tariff.kind !== 'hourly') continue;
    const { market } = tariff;
    if (found.some((one) => isSame(one.market, market))) continue;
    found.push({ market, series: await sure.slots({ market, ...span }) });
  }
  return (market) => found.find((one) => isSame(one.market, market))?.series ?? [];
}

/** The days of which more is known than is kept. */
export async function newDays(
  { market, series }: KnownSlots,
  sure: Pick<SureReads, 'slots'>,
): Promise<readonly SlotDay[]> {
  const days = slotDays(market, series);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const kept = await sure.slots({ market, from: first.day * dayMs, to: last.day * dayMs });
  const { currency, vatIncluded } = series;
  const alike = kept.filter((one) => one.currency === currency && one.vatIncluded === vatIncluded);
  const texts = new Map(
    alike.flatMap((one) => slotDays(market, one)).map(({ day, slots }) => [day, slots]),
  );
  return days.filter((day) => withMore(day, texts.get(day.day) ?? '') !== texts.get(day.day));
}

/** The time that days cover. Epoch ms. */
export function timeOf(days: readonly SlotDay[]): { readonly from: number; readonly to: number } {
  const all = days.map(({ day }) => day);
  return { from: Math.min(...all) * dayMs, to: (Math.max(...all) + 1) * dayMs };
}

function isSame(one: MarketArea, other: MarketArea): boolean {
  return one.source === other.source && one.area === other.area;
}
