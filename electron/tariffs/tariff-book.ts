import type { LiveCost } from '../../shared/domain/session/live-session.ts';
import type { MarketArea, PriceEntry } from '../../shared/domain/session/price.ts';
import type { ChargerRecord, SessionRecord } from '../charging/record.ts';
import type { ChargerEvent } from '../charging/reduce.ts';
import { chargerKeyOf } from '../history/store/history.ts';
import type { Log } from '../ports/log.ts';
import { entryAt, withSeenPrice } from './entries.ts';
import type { SlotLookup } from './hourly.ts';
import type { PaidSlot, Reckoning } from './reckoning.ts';

/** The prices of one charger, as they outlive a restart. */
export interface PersistedPrices {
  /** See `chargerKeyOf`. */
  readonly charger: string;
  readonly entries: readonly PriceEntry[];
}

/** What is known of the market whose prices its owner has chosen. */
export interface MarketSlots {
  readonly slots: SlotLookup;
  /** Resolves when what is kept on the disk is known; never waits for anybody who is asked. */
  readonly recalled: () => Promise<unknown>;
  /** Considers anew what is to be asked for. */
  readonly wake: () => void;
}

export interface TariffBookParts {
  readonly kept: readonly PersistedPrices[];
  readonly log: Log;
  readonly now: () => number;
  /** IANA name of the zone by whose clock its owner lives. */
  readonly zone: () => string;
  readonly load: () => Promise<Reckoning>;
  readonly market: MarketSlots;
  /** Charges may cost something else now. */
  readonly changed: () => void;
}

/** Charges of chargers that were not read for so long are no longer told of. */
const keptMs = 40 * 86_400_000;

/**
 * The prices of all chargers, known without the history, which is loaded late: what a charge costs
 * has to be told at the very reading that ends it. The history has the last word on them.
 */
export class TariffBook {
  readonly #parts: TariffBookParts;
  readonly #entries: Map<string, readonly PriceEntry[]>;
  /** With which prices the cost of a charge was reckoned. */
  #reckoned = new WeakMap<SessionRecord, readonly PriceEntry[]>();
  #reckoning: Reckoning | undefined;
  #loading: Promise<void> | undefined;

  constructor(parts: TariffBookParts) {
    this.#parts = parts;
    this.#entries = new Map(parts.kept.map(({ charger, entries }) => [charger, entries]));
  }

  /**
   * Resolves when costs can be told, or cannot for now: the next use tries anew. Undefined while
   * there is no price, or nothing to wait for.
   */
  ready(): Promise<void> | undefined {
    if (this.#reckoning || this.#entries.size === 0) return undefined;
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** What the history, or its owner, says of the prices of a charger. */
  learn(charger: string, entries: readonly PriceEntry[]): void {
    const before = this.#entries.get(charger) ?? [];
    if (JSON.stringify(before) === JSON.stringify(entries)) return;
    this.#set(charger, entries);
    if (isHourly(entries)) this.#parts.market.wake();
    this.#parts.changed();
  }

  /** Since when the first of all prices holds that follow a market, epoch ms. */
  hourlySince({ area, source }: MarketArea): number | undefined {
    const following = [...this.#entries.values()].flat().filter(({ tariff }) => {
      const market = tariff.kind === 'hourly' ? tariff.market : undefined;
      return market?.area === area && market.source === source;
    });
    return following.length > 0 ? Math.min(...following.map(({ from }) => from)) : undefined;
  }

  /** Another price of the chosen market is known, or none any more. */
  slotsChanged(): void {
    if (![...this.#entries.values()].some(isHourly)) return;
    this.#reckoned = new WeakMap();
    this.#parts.changed();
  }

  /**
   * What the owner of a charger (by its key) pays when, as far as it is known. Epoch ms. Undefined where
   * no price of that span, set by its owner, goes by the hour or time of day. None is known until
   * `ready`; `changed` is called when more is.
   */
  paidSlots(
    charger: string,
    span: { readonly from: number; readonly until: number },
  ): readonly PaidSlot[] | undefined {
    const entries = this.#entries.get(charger);
    if (!entries) return undefined;
    void this.ready();
    if (!this.#reckoning) return [];
    return this.#reckoning.paidSlots(entries, span, this.#parts.market.slots);
  }

  /** A memory after something has happened to it, with what its charge costs by then. */
  after(event: ChargerEvent, record: ChargerRecord): ChargerRecord {
    const price = event.kind === 'observed' ? event.observation.price : undefined;
    if (event.kind === 'observed' && price) {
      const key = chargerKeyOf(record.brand, record.id);
      const at = Math.round(event.at);
      const since = Math.round(record.session?.startedAt ?? at);
      const before = this.#entries.get(key) ?? [];
      const entries = withSeenPrice(before, price, { at, since, zone: this.#parts.zone() });
      if (entries !== before) this.#set(key, entries);
    }
    return this.priced(record);
  }

  /** The same memory where nothing changes of what its charge costs. */
  priced(record: ChargerRecord): ChargerRecord {
    const { session } = record;
    const entries = this.#entries.get(chargerKeyOf(record.brand, record.id)) ?? [];
    if (!session || this.#reckoned.get(session) === entries) return record;
    void this.ready();
    const { cost: before, ...rest } = session;
    const reckoning = this.#reckoning;
    const cost = reckoning?.liveCost(session, entries, this.#parts.market.slots);
    if (reckoning) this.#reckoned.set(session, entries);
    if (isSame(before, cost)) return record;
    const priced: SessionRecord = cost ? { ...rest, cost } : rest;
    if (reckoning) this.#reckoned.set(priced, entries);
    return { ...record, session: priced };
  }

  /** What a restart needs of it, for the chargers that are remembered. */
  kept(records: readonly Pick<ChargerRecord, 'brand' | 'id'>[]): readonly PersistedPrices[] {
    const since = this.#parts.now() - keptMs;
    return records.flatMap(({ brand, id }) => {
      const charger = chargerKeyOf(brand, id);
      const entries = this.#entries.get(charger);
      if (!entries) return [];
      const first = entryAt(entries, since)?.from ?? since;
      return { charger, entries: entries.filter(({ from }) => from >= first) };
    });
  }

  async #load(): Promise<void> {
    try {
      const { load, market } = this.#parts;
      const isWaiting = [...this.#entries.values()].some(isHourly);
      const [reckoning] = await Promise.all([load(), isWaiting && market.recalled()]);
      this.#reckoning = reckoning;
      this.#parts.changed();
    } catch (error) {
      this.#loading = undefined;
      this.#parts.log.error('costs cannot be reckoned', { why: String(error) });
    }
  }

  #set(charger: string, entries: readonly PriceEntry[]): void {
    if (entries.length > 0) this.#entries.set(charger, entries);
    else this.#entries.delete(charger);
    void this.ready();
  }
}

function isHourly(entries: readonly PriceEntry[]): boolean {
  return entries.some(({ tariff }) => tariff.kind === 'hourly');
}

function isSame(one: LiveCost | undefined, other: LiveCost | undefined): boolean {
  return (
    one?.amount === other?.amount &&
    one?.currency === other?.currency &&
    one?.estimated === other?.estimated
  );
}
