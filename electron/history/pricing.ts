import Big from 'big.js';
import type { Session } from '../../shared/domain/history.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import type { PriceEntry } from '../../shared/domain/price.ts';
import { costOf } from './cost.ts';
import { slicesOf } from './cost-slices.ts';
import type { History } from './history.ts';
import { entryAt } from './price.ts';

/** Gives sessions their costs and follows the prices that chargers say. */
export interface Pricing {
  /** A look at a charger that has a price set. `from` (epoch ms): since when it counts at the latest. */
  seen(charger: string, price: NonNullable<Observation['price']>, from: number): Promise<void>;
  /** Says anew what a session cost. */
  priceOne(session: Session): Promise<void>;
  /** Replaces the prices of a charger, and says anew what the sessions cost that this concerns. */
  replace(charger: string, entries: readonly PriceEntry[]): Promise<void>;
}

const digits = 8;

export function createPricing(history: History, zone: () => string): Pricing {
  /** What each charger said last, so that nothing is read while nothing changes. */
  const said = new Map<string, string>();

  async function priceOne(session: Session): Promise<void> {
    const { charger, endedAt, cost: before, startedAt } = session;
    const entries = await history.prices(charger);
    const isOwn = entryAt(entries, startedAt)?.origin === 'own';
    // The cloud has made its bill with the charger's price; only the owner knows better.
    if (before?.origin === 'cloud' && !isOwn) return;
    const to = (endedAt ?? Number.MAX_SAFE_INTEGER - 1) + 1;
    const samples = await history.samples({ charger, from: startedAt, to });
    history.setCost(session.id, costOf(slicesOf(session, samples), entries));
  }

  return {
    priceOne,
    async seen(charger, { perKwh, currency }, from) {
      const asSaid = `${perKwh} ${currency}`;
      if (said.get(charger) === asSaid || !/^[A-Z]{3}$/.test(currency)) return;
      said.set(charger, asSaid);
      const price = new Big(perKwh).round(digits).toFixed();
      const words = `${price} ${currency}`;
      const entries = await history.prices(charger);
      const last = entries.at(-1);
      if (last?.origin === 'own' || (last && wordsOf(last) === words)) return;
      const tariff = { kind: 'flat', perKwh: price } as const;
      const entry: PriceEntry = { from, currency, zone: zone(), tariff, origin: 'charger' };
      history.setPrices(charger, [...entries.filter((one) => one.from < from), entry]);
    },
    async replace(charger, entries) {
      const before = await history.prices(charger);
      history.setPrices(charger, entries);
      const since = firstChange(before, entries);
      if (since === undefined) return;
      const later = await history.sessions({ charger, from: 0, to: Number.MAX_SAFE_INTEGER });
      for (const session of later) {
        if ((session.endedAt ?? Number.POSITIVE_INFINITY) > since) await priceOne(session);
      }
    },
  };
}

function wordsOf({ currency, tariff }: PriceEntry): string {
  return tariff.kind === 'flat' ? `${tariff.perKwh} ${currency}` : '';
}

/** From when on something is different, epoch ms: sessions before that keep their costs. */
function firstChange(
  before: readonly PriceEntry[],
  after: readonly PriceEntry[],
): number | undefined {
  const words = (entries: readonly PriceEntry[]) => entries.map((one) => JSON.stringify(one));
  const both = new Set(words(before).filter((one) => words(after).includes(one)));
  const changed = [...before, ...after].filter((one) => !both.has(JSON.stringify(one)));
  return changed.length > 0 ? Math.min(...changed.map(({ from }) => from)) : undefined;
}
