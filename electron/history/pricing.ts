import type { Session } from '../../shared/domain/history.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import type { PriceEntry } from '../../shared/domain/price.ts';
import { entryAt, type SeenWhen, withSeenPrice } from '../tariffs/entries.ts';
import { sessionCost } from '../tariffs/session-cost.ts';
import type { History } from './history.ts';

/** Gives sessions their costs and follows the prices that chargers say. */
export interface Pricing {
  /** A look at a charger that has a price set. See `withSeenPrice`. */
  seen(
    charger: string,
    price: NonNullable<Observation['price']>,
    when: Omit<SeenWhen, 'zone'>,
  ): Promise<void>;
  /** Says anew what a session cost. */
  priceOne(session: Session): Promise<void>;
  /** Replaces the prices of a charger, and says anew what the sessions cost that this concerns. */
  replace(charger: string, entries: readonly PriceEntry[]): Promise<void>;
  /** Tells the prices of all chargers. */
  tellAll(): Promise<void>;
}

type Told = (charger: string, entries: readonly PriceEntry[]) => void;

export function createPricing(history: History, zone: () => string, told?: Told): Pricing {
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
    history.setCost(session.id, sessionCost(session, samples, entries));
  }

  return {
    priceOne,
    async seen(charger, price, when) {
      const asSaid = `${price.perKwh} ${price.currency}`;
      if (said.get(charger) === asSaid) return;
      said.set(charger, asSaid);
      const before = await history.prices(charger);
      const entries = withSeenPrice(before, price, { ...when, zone: zone() });
      if (entries !== before) history.setPrices(charger, entries);
      told?.(charger, entries);
    },
    async replace(charger, entries) {
      const before = await history.prices(charger);
      history.setPrices(charger, entries);
      // Where its owner has set none any more, what the charger says counts again.
      said.delete(charger);
      told?.(charger, entries);
      const since = firstChange(before, entries);
      if (since === undefined) return;
      const later = await history.sessions({ charger, from: 0, to: Number.MAX_SAFE_INTEGER });
      for (const session of later) {
        if ((session.endedAt ?? Number.POSITIVE_INFINITY) > since) await priceOne(session);
      }
    },
    async tellAll() {
      try {
        for await (const part of history.parts('price')) {
          for (const charger of new Set(part.map((one) => one.charger))) {
            const entries = await history.prices(charger);
            if (entries.length > 0) told?.(charger, entries);
          }
        }
      } catch {
        // What cannot be read the history itself has told of.
      }
    },
  };
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
