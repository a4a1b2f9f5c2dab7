import type { MarketChoice, MarketView } from '../../../shared/domain/price/market.ts';
import type { PriceSlot, SlotSeries } from '../../../shared/domain/price/slot.ts';
import type { PriceFailure } from '../../../shared/domain/price/source.ts';
import type { MarketArea } from '../../../shared/domain/session/price.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result } from '../../../shared/result.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { KeptFile } from '../../ports/kept-file.ts';
import type { Log } from '../../ports/log.ts';
import type { PriceArea, PriceSource, PriceTools } from '../sources/price-source.ts';
import { type Fetched, keptSince, nextFetchAt, wantedSpan } from './fetch-times.ts';
import { type KeptMarket, mostSlots, readKeptMarket, toKeep } from './kept-market.ts';
import { mergedSlots } from './merged-slots.ts';

/** Where a source, and those that can step in for it, the best first, are found. */
export interface SourceBook {
  readonly find: (choice: MarketChoice) => AreaOfSource | undefined;
  readonly stepIn: (choice: MarketChoice) => readonly AreaOfSource[];
}

/** What is known of a market, of the last ten days and for the next. */
export interface KnownSlots {
  readonly market: MarketArea;
  readonly series: SlotSeries;
}

/** A source, and one of its areas. `name` is how its file calls the source. */
export interface AreaOfSource {
  readonly name: string;
  readonly source: Pick<PriceSource, 'fetch'>;
  readonly area: PriceArea;
}

export interface MarketParts {
  readonly choice: MarketChoice;
  readonly book: SourceBook;
  readonly tools: PriceTools;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** What the file of prices held at the start, if anything. */
  readonly kept: unknown;
  readonly file: Pick<KeptFile, 'settled' | 'write'>;
  /** There is something else to be seen. */
  readonly changed: () => void;
}

const minuteMs = 60_000;
/** No question has reached anybody: the network may be back soon. */
const unreachedMs = 5 * minuteMs;
/** It would most likely come again. */
const afterBugMs = 60 * minuteMs;

/**
 * The prices of one market: kept over a restart, asked for once a day when the market has said them,
 * and hourly at most while they are missing. What is known stays when a question comes to nothing.
 */
export class MarketPrices {
  readonly #parts: MarketParts;
  readonly #asked: AreaOfSource | undefined;
  #market: KeptMarket;
  #failure: PriceFailure | undefined;
  #timer: Timer | undefined;
  #asking: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;
  #isStopped = false;

  constructor(parts: MarketParts) {
    const { choice, book } = parts;
    this.#parts = parts;
    this.#asked = book.find(choice);
    const kept = readKeptMarket(parts.kept);
    const isSame = kept && isSameChoice(kept.choice, choice);
    this.#market = kept && isSame ? kept : { choice, slots: [] };
    this.#plan();
  }

  view(): MarketView {
    const { slots, told } = this.#market;
    const { from } = wantedSpan(this.#parts.clock.now(), this.#zone);
    return {
      choice: this.#parts.choice,
      slots: slots.filter(({ until }) => until > from),
      ...omitUndefined({ told, failure: this.#failure }),
    };
  }

  /** All that is known, of the days before yesterday too; undefined while nothing is. */
  known(): KnownSlots | undefined {
    const { slots, told } = this.#market;
    if (!told) return undefined;
    const { area, source } = this.#parts.choice;
    const { currency, vatIncluded } = told;
    return { market: { source, area }, series: { currency, vatIncluded, slots } };
  }

  get #zone(): string {
    return this.#asked?.area.zone ?? 'UTC';
  }

  /** The computer was asleep, or its network is another. */
  wake(): void {
    this.#plan();
  }

  /** Asks now, whenever that was done last: it may be answered by now. */
  async askNow(): Promise<void> {
    this.#asking?.abort.abort();
    await this.#asking?.done;
    if (this.#isStopped || this.#asking || !this.#asked) return;
    this.#timer?.cancel();
    this.#begin();
  }

  /** Resolves when nothing is under way any more; nothing is asked from here on. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer?.cancel();
    this.#asking?.abort.abort();
    await this.#asking?.done;
    await this.#parts.file.settled();
  }

  #plan(waitMs = 0): void {
    const { clock, log, random, choice } = this.#parts;
    if (this.#asking || this.#isStopped) return;
    this.#timer?.cancel();
    if (!this.#asked) {
      log.warn('no such prices', { source: choice.source });
      return;
    }
    const { triedAt, notBefore, slots } = this.#market;
    const fetched: Fetched = { triedAt, notBefore, until: slots.at(-1)?.until };
    const now = clock.now();
    const at = nextFetchAt(fetched, now, { zone: this.#asked.area.zone, jitter: random() });
    this.#timer = clock.after(Math.max(at - now, waitMs), () => this.#begin());
  }

  #begin(): void {
    const abort = new AbortController();
    const bug = (why: unknown) => {
      this.#parts.log.error('prices not read', { why: String(why) });
      return afterBugMs;
    };
    const done = this.#fetch(abort.signal)
      .catch(bug)
      .then((waitMs) => {
        this.#asking = undefined;
        this.#plan(waitMs);
      });
    this.#asking = { abort, done };
  }

  /** How long nothing is to be asked after it, ms. */
  async #fetch(signal: AbortSignal): Promise<number> {
    const { choice, book, log } = this.#parts;
    const first = await this.#ask(this.#asked, signal);
    if (signal.aborted) return 0;
    if (first.ok) return this.#learn(first.value, choice.source);
    log.warn('prices not told', { source: choice.source, why: first.failure.kind });
    let hasReached = first.failure.kind !== 'unreachable';
    for (const stepsIn of book.stepIn(choice)) {
      const second = await this.#ask(stepsIn, signal);
      if (signal.aborted) return 0;
      hasReached ||= second.ok || second.failure.kind !== 'unreachable';
      if (second.ok && isAlike(second.value, this.#market.told))
        return this.#learn(second.value, stepsIn.name, first.failure);
    }
    return this.#missed(first.failure, hasReached);
  }

  async #ask(
    asked: AreaOfSource | undefined,
    signal: AbortSignal,
  ): Promise<Result<SlotSeries, PriceFailure>> {
    if (!asked) return failed({ kind: 'notFound' });
    const { choice, clock, tools } = this.#parts;
    const { area, source } = asked;
    const last = this.#market.slots.at(-1)?.until;
    const span = wantedSpan(clock.now(), area.zone, last);
    // Nobody who steps in hears where the owner's own list is; the chosen source has its own currency.
    const more =
      asked === this.#asked
        ? { address: choice.address }
        : { currency: this.#market.told?.currency };
    return source.fetch({ area, ...span, ...omitUndefined(more) }, tools, signal);
  }

  #learn(series: SlotSeries, by: string, failure?: PriceFailure): number {
    const { clock, choice } = this.#parts;
    const now = clock.now();
    const { currency, vatIncluded, attribution } = series;
    const told = { at: now, by, currency, vatIncluded, ...omitUndefined({ attribution }) };
    const before = this.#market;
    const old = before.told && isAlike(series, before.told) ? this.#recent(before.slots) : [];
    const fresh = this.#recent(series.slots);
    // Who steps in fills gaps: its slots may be longer than those that were told before.
    const slots = failure ? mergedSlots(old, fresh) : mergedSlots(fresh, old);
    this.#say({ choice, triedAt: now, told, slots }, failure);
    return 0;
  }

  /** Whoever was reached is left alone for an hour, whether it could help or not. */
  #missed(failure: PriceFailure, hasReached: boolean): number {
    const now = this.#parts.clock.now();
    const notBefore = failure.kind === 'rateLimited' ? failure.until : undefined;
    this.#say(
      {
        ...this.#market,
        slots: this.#recent(this.#market.slots),
        ...(hasReached ? { triedAt: now } : {}),
        ...omitUndefined({ notBefore }),
      },
      failure,
    );
    return hasReached ? 0 : unreachedMs;
  }

  #recent(slots: readonly PriceSlot[]): readonly PriceSlot[] {
    const from = keptSince(this.#parts.clock.now(), this.#zone);
    return slots.filter(({ until }) => until > from).slice(-mostSlots);
  }

  #say(market: KeptMarket, failure: PriceFailure | undefined): void {
    const { file, log, changed } = this.#parts;
    this.#market = market;
    this.#failure = failure;
    file.write(toKeep(market)).catch((refused: unknown) => {
      log.warn('prices not kept', { why: String(refused) });
    });
    changed();
  }
}

function isSameChoice(one: MarketChoice, other: MarketChoice): boolean {
  return one.source === other.source && one.area === other.area && one.address === other.address;
}

/** Whether prices can stand beside those that were told before. */
function isAlike(
  { currency, vatIncluded }: Pick<SlotSeries, 'currency' | 'vatIncluded'>,
  told: KeptMarket['told'],
): boolean {
  return !told || (told.currency === currency && told.vatIncluded === vatIncluded);
}
