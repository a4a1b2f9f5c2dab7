import type { MarketChoice, MarketView } from '../../../shared/domain/price/market.ts';
import type { PriceSlot, SlotSeries } from '../../../shared/domain/price/slot.ts';
import type { PriceFailure } from '../../../shared/domain/price/source.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result } from '../../../shared/result.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { KeptFile } from '../../ports/kept-file.ts';
import type { Log } from '../../ports/log.ts';
import type { KnownSlots } from '../hourly.ts';
import type { PriceTools } from '../sources/price-source.ts';
import { type Fetched, keptSince, nextFetchAt, wantedSpan } from './fetch-times.ts';
import { type KeptMarket, mostSlots, readKeptMarket, toKeep } from './kept-market.ts';
import { mergedSlots } from './merged-slots.ts';
import type { AreaOfSource, SourceBook } from './source-book.ts';

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
  /** Since when somebody pays by these prices, epoch ms; undefined while nobody does. */
  readonly paidSince?: () => number | undefined;
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
  /** How far back it was asked already, epoch ms: what was not told then is not known there. */
  #askedSince = Number.POSITIVE_INFINITY;

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

  /** The computer was asleep, its network is another, or somebody pays by these prices now. */
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
    const until = this.#lacksSince() === undefined ? slots.at(-1)?.until : undefined;
    const fetched: Fetched = { triedAt, notBefore, until };
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
    if (first.ok) {
      this.#askedSince = Math.min(this.#askedSince, this.#wanted(this.#zone).from);
      return this.#learn(first.value, choice.source);
    }
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
    const { choice, tools } = this.#parts;
    const { area, source } = asked;
    const span = this.#wanted(area.zone);
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

  /** The computer may have been off for days. */
  #wanted(zone: string): { readonly from: number; readonly until: number } {
    const since = this.#lacksSince() ?? this.#market.slots.at(-1)?.until;
    return wantedSpan(this.#parts.clock.now(), zone, since);
  }

  /** From when on days are missing that somebody has paid by, and was not asked about yet. */
  #lacksSince(): number | undefined {
    const { clock, paidSince } = this.#parts;
    const since = paidSince?.();
    if (since === undefined) return undefined;
    const { from } = wantedSpan(clock.now(), this.#zone, since);
    const first = this.#market.slots[0]?.from ?? Number.POSITIVE_INFINITY;
    return Math.max(from, since) < Math.min(first, this.#askedSince) ? from : undefined;
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
