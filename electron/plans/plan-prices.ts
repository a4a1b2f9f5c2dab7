import type { MarketView } from '../../shared/domain/price/market.ts';
import type { PlanSlot } from '../../shared/domain/price/plan.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { ChargerRecord } from '../charging/record.ts';
import { chargerKeyOf } from '../history/store/history.ts';
import type { PaidSlot } from '../tariffs/reckoning.ts';
import { around } from './decision/night.ts';
import type { PlanPrices } from './decision/prices.ts';
import type { PlansApp } from './plans-app.ts';

const noPrices: PlanPrices = { slots: [], key: '', by: 'market' };

/** The prices of the market, for plans that know no better ones. */
function pricesOf(market: MarketView | null): PlanPrices {
  if (!market) return noPrices;
  const slots = market.slots.map(({ perKwh, ...span }) => ({ ...span, perKwh: Number(perKwh) }));
  const { currency } = market.told ?? {};
  return { slots, key: keyOf(slots), by: 'market', ...omitUndefined({ currency }) };
}

/** What the owner pays. */
function pricesPaid(paid: readonly PaidSlot[]): PlanPrices {
  const slots = paid.map(({ from, until, perKwh }) => ({ from, until, perKwh: Number(perKwh) }));
  const currency = paid[0]?.currency;
  return { slots, key: keyOf(slots), by: 'tariff', ...omitUndefined({ currency }) };
}

const hourMs = 3_600_000;
/** No plan looks further. */
const aheadMs = 48 * hourMs;
/** What is paid by the time of day goes on and on: it is asked for anew now and then. */
const freshMs = 6 * hourMs;

/** What each owner pays, or else what the market asks. */
export class PlanMarket {
  readonly #app: Pick<PlansApp, 'market' | 'ports' | 'tariffs'>;
  #market = noPrices;
  readonly #paid = new Map<string, { readonly prices: PlanPrices; readonly until: number }>();

  constructor(app: Pick<PlansApp, 'market' | 'ports' | 'tariffs'>) {
    this.#app = app;
  }

  /** There are other ones, or may be. */
  async follow(): Promise<void> {
    this.#market = pricesOf(await this.#app.market.view());
    this.#paid.clear();
  }

  pricesFor({ id, brand }: Pick<ChargerRecord, 'id' | 'brand'>): PlanPrices {
    const now = this.#app.ports.clock.now();
    const known = this.#paid.get(id);
    if (known && now < known.until) return known.prices;
    const span = { from: now - hourMs, until: now + aheadMs };
    const paid = this.#app.tariffs.paidSlots(chargerKeyOf(brand, id), span);
    const prices = paid ? pricesPaid(paid) : this.#market;
    this.#paid.set(id, { prices, until: now + freshMs });
    return prices;
  }
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
