import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { Session } from '../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import type { History, SureReads } from '../history/store/history.ts';
import { entryAt, type SeenWhen, withSeenPrice } from './entries.ts';
import { recordedCost } from './session-cost.ts';

type Told = (charger: string, entries: readonly PriceEntry[]) => void;

/**
 * Gives sessions their costs and follows the prices that chargers say. All of it writes because of
 * what it reads, and rejects, with nothing written, where that cannot be read.
 */
export class Pricing {
  readonly #history: History;
  readonly #zone: () => string;
  readonly #told: Told | undefined;
  /** What each charger said last, so that nothing is read while nothing changes. */
  readonly #said = new Map<string, string>();

  constructor(history: History, zone: () => string, told?: Told) {
    this.#history = history;
    this.#zone = zone;
    this.#told = told;
  }

  /** A reading of a charger that has a price set. See `withSeenPrice`. */
  async observed(
    charger: string,
    price: NonNullable<Observation['price']>,
    when: Omit<SeenWhen, 'zone'>,
  ): Promise<void> {
    const asSaid = `${price.perKwh} ${price.currency}`;
    if (this.#said.get(charger) === asSaid) return;
    await this.#history.revise(async (sure) => {
      const before = await sure.prices(charger);
      const entries = withSeenPrice(before, price, { ...when, zone: this.#zone() });
      if (entries !== before) this.#history.setPrices(charger, entries);
      this.#said.set(charger, asSaid);
      this.#told?.(charger, entries);
    });
  }

  /** Says what the session cost that began then, epoch ms, if there is one. */
  priceFrom(charger: string, startedAt: number): Promise<void> {
    return this.#history.revise(async (sure) => {
      const began = { charger, from: startedAt, to: startedAt + 1 };
      await this.priceAll(await sure.sessions(began), sure);
    });
  }

  /** Says anew what sessions cost, within a revision of the history. */
  async priceAll(sessions: readonly Session[], sure: SureReads): Promise<void> {
    for (const session of sessions) {
      const found = await priced(session, await sure.prices(session.charger), sure);
      if (found) this.#history.setCost(found.session, found.cost);
    }
  }

  /** Replaces the prices of a charger, and says anew what the sessions cost that this concerns. */
  replace(charger: string, entries: readonly PriceEntry[]): Promise<void> {
    return this.#history.revise(async (sure) => {
      const before = await sure.prices(charger);
      const since = firstChange(before, entries) ?? Number.POSITIVE_INFINITY;
      const all = { charger, from: 0, to: Number.MAX_SAFE_INTEGER };
      const costs = [];
      for (const session of await sure.sessions(all)) {
        const isLater = (session.endedAt ?? Number.MAX_SAFE_INTEGER) > since;
        if (isLater) costs.push(await priced(session, entries, sure));
      }
      // Prices and costs are written together or, where something cannot be read, not at all.
      this.#history.setPrices(charger, entries);
      for (const found of costs) if (found) this.#history.setCost(found.session, found.cost);
      // Where its owner has set none any more, what the charger says counts again.
      this.#said.delete(charger);
      this.#told?.(charger, entries);
    });
  }

  /** Tells the prices of all chargers. */
  async tellAll(): Promise<void> {
    try {
      for await (const part of this.#history.parts('price')) {
        for (const charger of new Set(part.map((one) => one.charger))) {
          const entries = await this.#history.prices(charger);
          if (entries.length > 0) this.#told?.(charger, entries);
        }
      }
    } catch {
      // What cannot be read the history itself has told of.
    }
  }
}

/** Undefined where the cost stays as it is. */
async function priced(session: Session, entries: readonly PriceEntry[], sure: SureReads) {
  const { charger, endedAt, cost: before, startedAt } = session;
  const isOwn = entryAt(entries, startedAt)?.origin === 'own';
  // The cloud has made its bill with the charger's price; only the owner knows better.
  if (before?.origin === 'cloud' && !isOwn) return undefined;
  const to = (endedAt ?? Number.MAX_SAFE_INTEGER - 1) + 1;
  const samples = await sure.samples({ charger, from: startedAt, to });
  return { session: session.id, cost: recordedCost(session, samples, entries) };
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
