import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { MeasuredSession, Session, SessionCost } from '../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { dayMs, type SlotDay } from '../history/slots/slot-day.ts';
import type { History, SureReads } from '../history/store/history.ts';
import { entryAt, type SeenWhen, withSeenPrice } from './entries.ts';
import type { KnownSlots } from './hourly.ts';
import { chargedAtOnce, savedOf } from './saved.ts';
import { recordedCost } from './session-cost.ts';
import { follows, keptSlots, newDays, timeOf } from './slot-keeping.ts';

/** Who hears of prices, and who knows some. */
export interface PricingSurroundings {
  /** Hears the prices of a charger whenever they are read or changed. */
  readonly told?: (charger: string, entries: readonly PriceEntry[]) => void;
  /** What is known of the chosen market. */
  readonly slots?: () => KnownSlots | undefined;
}

/** Nobody stays plugged in for longer while it costs anything to know. */
const longestSessionMs = 40 * dayMs;

/**
 * Gives sessions their costs and follows the prices that chargers say. All of it writes because of
 * what it reads, and rejects, with nothing written, where that cannot be read.
 */
export class Pricing {
  readonly #history: History;
  readonly #zone: () => string;
  readonly #around: PricingSurroundings;
  /** What each charger said last, so that nothing is read while nothing changes. */
  readonly #said = new Map<string, string>();

  constructor(history: History, zone: () => string, around: PricingSurroundings = {}) {
    this.#history = history;
    this.#zone = zone;
    this.#around = around;
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
      this.#around.told?.(charger, entries);
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
      this.#set(await priced(session, await sure.prices(session.charger), sure));
    }
  }

  /** Replaces the prices of a charger, and says anew what the sessions cost that this concerns. */
  replace(charger: string, entries: readonly PriceEntry[]): Promise<void> {
    return this.#history.revise(async (sure) => {
      const known = this.#around.slots?.();
      if (known && follows(entries, known.market)) await this.#keep(known, sure);
      const before = await sure.prices(charger);
      const since = firstChange(before, entries) ?? Number.POSITIVE_INFINITY;
      const all = { charger, from: 0, to: Number.MAX_SAFE_INTEGER };
      const costs: Priced[] = [];
      for (const session of await sure.sessions(all)) {
        const isLater = (session.endedAt ?? Number.MAX_SAFE_INTEGER) > since;
        if (isLater) costs.push(...(await priced(session, entries, sure)));
      }
      // Prices and costs are written together or, where something cannot be read, not at all.
      this.#history.setPrices(charger, entries);
      this.#set(costs);
      // Where its owner has set none any more, what the charger says counts again.
      this.#said.delete(charger);
      this.#around.told?.(charger, entries);
    });
  }

  /**
   * Keeps what is known of the chosen market, once a charger has an hourly price that follows it, and
   * prices anew the sessions of the days of which more is known now. Gives whether there are any.
   */
  followSlots(): Promise<boolean> {
    return this.#history.revise(async (sure) => {
      const known = this.#around.slots?.();
      if (!known) return false;
      const chargers: string[] = [];
      for (const { key } of await this.#history.chargers()) {
        if (follows(await sure.prices(key), known.market)) chargers.push(key);
      }
      const days = chargers.length > 0 ? await this.#keep(known, sure) : [];
      if (days.length === 0) return false;
      const { from, to } = timeOf(days);
      for (const charger of chargers) {
        const near = await sure.sessions({ charger, from: from - longestSessionMs, to });
        await this.priceAll(
          near.filter(({ endedAt }) => endedAt !== undefined && endedAt >= from),
          sure,
        );
      }
      return true;
    });
  }

  /** Gives the days of which more is kept now. */
  async #keep(known: KnownSlots, sure: SureReads): Promise<readonly SlotDay[]> {
    const days = await newDays(known, sure);
    for (const day of days) this.#history.keepSlots(day);
    return days;
  }

  /** What a session costs as its owner has corrected it, if that was not entered. */
  async correctedCost(session: Session, sure: SureReads): Promise<SessionCost | undefined> {
    return correctedCostOf(session, await sure.prices(session.charger), sure);
  }

  #set(costs: readonly Priced[]): void {
    for (const { session, cost, of } of costs) this.#history.setCost(session, cost, of);
  }

  /** Tells the prices of all chargers. */
  async tellAll(): Promise<void> {
    try {
      for await (const part of this.#history.parts('price')) {
        for (const charger of new Set(part.map((one) => one.charger))) {
          const entries = await this.#history.prices(charger);
          if (entries.length > 0) this.#around.told?.(charger, entries);
        }
      }
    } catch {
      // What cannot be read the history itself has told of.
    }
  }
}

interface Priced {
  readonly session: number;
  readonly cost: SessionCost | undefined;
  readonly of?: 'corrected';
}

/** Costs that are to be set; none where they stay as they are. */
async function priced(
  session: Session,
  entries: readonly PriceEntry[],
  sure: SureReads,
): Promise<readonly Priced[]> {
  const { id, correction } = session;
  // Whoever adds up what today costs knows by itself what those cost that run.
  if (session.endedAt === undefined) return [];
  if (!correction) return measuredCost(session, entries, sure);
  const { cost: _cost, endedAt: _end, energyWh: _energy, ...rest } = session;
  const costs = await measuredCost({ ...rest, ...correction.original }, entries, sure);
  if (correction.fields.includes('cost')) return costs;

  const cost = await correctedCostOf(session, entries, sure);
  return [...costs, { session: id, cost, of: 'corrected' }];
}

async function measuredCost(
  session: MeasuredSession,
  entries: readonly PriceEntry[],
  sure: SureReads,
): Promise<readonly Priced[]> {
  // The cloud has made its bill with the charger's price; only the owner knows better.
  if (session.cost?.origin === 'cloud' && !isOwn(session, entries)) return [];
  return [{ session: session.id, cost: await costFor(session, entries, sure) }];
}

/** A bill of the cloud stays that of the session while its energy does. */
async function correctedCostOf(
  session: Session,
  entries: readonly PriceEntry[],
  sure: SureReads,
): Promise<SessionCost | undefined> {
  const { fields = [], original } = session.correction ?? {};
  const isBilled = original?.cost?.origin === 'cloud' && !isOwn(session, entries);
  if (isBilled && !fields.includes('energyWh')) return original.cost;
  return costFor(session, entries, sure);
}

function isOwn({ startedAt }: MeasuredSession, entries: readonly PriceEntry[]): boolean {
  return entryAt(entries, startedAt)?.origin === 'own';
}

async function costFor(
  session: MeasuredSession,
  entries: readonly PriceEntry[],
  sure: SureReads,
): Promise<SessionCost | undefined> {
  const { charger, endedAt, startedAt } = session;
  const to = (endedAt ?? Number.MAX_SAFE_INTEGER - 1) + 1;
  const samples = await sure.samples({ charger, from: startedAt, to });
  const atOnce = chargedAtOnce(session);
  // What was there at the first reading may have flowed before it.
  const from = Math.min(startedAt - dayMs, atOnce?.from ?? startedAt);
  const span = { from, to: Math.max(to, (atOnce?.to ?? 0) + 1) };
  const slots = await keptSlots(entries, span, sure);
  const cost = recordedCost(session, samples, entries, slots);
  const saved = cost && atOnce && savedOf(atOnce, cost, { entries, slots });
  return cost && { ...cost, ...omitUndefined({ saved }) };
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
