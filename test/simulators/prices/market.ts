import { Temporal } from 'temporal-polyfill';
import type { SimClock } from '../clock.ts';

export const QUARTER_MS = 900_000;
export const HOUR_MS = 3_600_000;

/** What can be wrong with the prices themselves, whatever form a source gives them. */
export type PriceSpoil =
  /** No prices at all. */
  | 'empty'
  /** Each tenth price is null. */
  | 'nulls'
  /** Prices are text. */
  | 'strings'
  /** Another unit than the one that is promised. */
  | 'tenfold'
  | 'thousandfold'
  /** Each row twice, one after the other. */
  | 'duplicates'
  /** All rows once more, behind the others. */
  | 'dayTwice'
  /** The newest row comes first. */
  | 'newestFirst'
  /** A row reaches into the next one, where rows have an end. */
  | 'overlaps'
  /** Two hours of today are missing, see `gapOf`. */
  | 'gap'
  /** Tomorrow is not there yet, although it is time. */
  | 'late'
  /** Where times and prices are lists of their own: the last price is missing. */
  | 'unevenArrays';

/** As it is written: a number, or what stands in its place. */
export type WrittenPrice = number | string | null;

/** A row before a source gives it its form. Epoch ms. */
export interface MarketRow {
  readonly from: number;
  readonly until: number;
  /** EUR/MWh. */
  readonly price: WrittenPrice;
}

export interface RowsAsked {
  /** As Energy-Charts names it: `DE-LU`. */
  readonly area: string;
  readonly from: number;
  readonly until: number;
  /** Length of a row. Default a quarter of an hour. */
  readonly stepMs?: number;
}

/** Units of a currency for one euro. */
const RATES = { EUR: 1, GBP: 0.85, DKK: 7.46, SEK: 11.2, NOK: 11.7, PLN: 4.3, RON: 5 } as const;

export type MarketCurrency = keyof typeof RATES;

/** By the clock of this zone the coupled market of Europe has its days, wherever the area is. */
export const MARKET_ZONE = 'Europe/Berlin';

/**
 * A made-up day-ahead market: each quarter of an hour has a price that follows from area and time
 * alone, dear in the evening, cheap at night, and below zero on a Sunday's noon.
 */
export class Market {
  readonly spoils = new Set<PriceSpoil>();
  readonly #clock: SimClock;

  constructor(clock: SimClock) {
    this.#clock = clock;
  }

  now(): number {
    // A calendar knows whole milliseconds only.
    return Math.floor(this.#clock.now());
  }

  /** The true price in EUR/MWh over a row, with two decimals: the mean of its quarters. */
  priceAt(area: string, from: number, stepMs: number = QUARTER_MS): number {
    let [sum, count] = [0, 0];
    for (let at = from; at < from + stepMs; at += QUARTER_MS) {
      sum += quarterPrice(area, at);
      count += 1;
    }
    return Math.round((sum / count) * 100) / 100;
  }

  /** Until when prices are out: the end of the day, and from 13:00 on that of the next. Epoch ms. */
  publishedUntil(zone: string = MARKET_ZONE): number {
    const now = Temporal.Instant.fromEpochMilliseconds(this.now()).toZonedDateTimeISO(zone);
    const isOut = now.hour >= 13 && !this.spoils.has('late');
    return now.startOfDay().add({ days: isOut ? 2 : 1 }).epochMilliseconds;
  }

  /** What is published of a time, spoilt as it was ordered. */
  rows({ area, from, until, stepMs = QUARTER_MS }: RowsAsked): readonly MarketRow[] {
    if (this.spoils.has('empty')) return [];
    const end = Math.min(until, this.publishedUntil());
    const rows: MarketRow[] = [];
    for (let at = Math.ceil(from / stepMs) * stepMs; at < end; at += stepMs) {
      rows.push({ from: at, until: at + stepMs, price: this.priceAt(area, at, stepMs) });
    }
    return this.#spoilt(rows);
  }

  /** The start of the day so many days from today. Epoch ms. */
  dayDistant(days: number, zone: string = MARKET_ZONE): number {
    const now = Temporal.Instant.fromEpochMilliseconds(this.now()).toZonedDateTimeISO(zone);
    return now.startOfDay().add({ days }).epochMilliseconds;
  }

  /** The start of the week so many weeks from this one, a Monday. Epoch ms. */
  weekStart(weeks: number): number {
    const now = Temporal.Instant.fromEpochMilliseconds(this.now()).toZonedDateTimeISO(MARKET_ZONE);
    const days = 7 * weeks + 1 - now.dayOfWeek;
    return now.startOfDay().add({ days }).epochMilliseconds;
  }

  /** The start of a day by its date, `2026-11-29`. Epoch ms; NaN for what is no date. */
  dayStart(date: string, zone: string = MARKET_ZONE): number {
    try {
      return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    } catch {
      return Number.NaN;
    }
  }

  /** The start of the day after. */
  dayEnd(date: string, zone: string = MARKET_ZONE): number {
    try {
      return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    } catch {
      return Number.NaN;
    }
  }

  #spoilt(right: readonly MarketRow[]): readonly MarketRow[] {
    const has = (spoil: PriceSpoil) => this.spoils.has(spoil);
    let rows = right.map((row, index) => ({
      ...row,
      until: has('overlaps') && index % 7 === 0 ? row.until + QUARTER_MS : row.until,
      price: spoiltPrice(Number(row.price), { index, has }),
    }));
    const gap = gapOf(this.now());
    if (has('gap')) rows = rows.filter(({ from }) => from < gap.from || from >= gap.until);
    if (has('duplicates')) rows = rows.flatMap((row) => [row, row]);
    if (has('dayTwice')) rows = [...rows, ...rows];
    return has('newestFirst') ? rows.toReversed() : rows;
  }
}

/** The time without prices on the day of a moment, when they have a gap. Epoch ms. */
export function gapOf(now: number): { readonly from: number; readonly until: number } {
  const day = Math.floor(now / (24 * HOUR_MS)) * 24 * HOUR_MS;
  return { from: day + 4 * HOUR_MS, until: day + 6 * HOUR_MS };
}

/** A price in another currency or unit: `per` of them for one EUR/MWh. Null and text stay so. */
export function converted(price: WrittenPrice, per: number): WrittenPrice {
  if (price === null) return null;
  const value = Number((Number(price) * per).toFixed(7));
  return typeof price === 'string' ? String(value) : value;
}

/** Units of a currency for one euro. */
export function rateOf(currency: MarketCurrency): number {
  return RATES[currency];
}

/** The currency by its code, or undefined for one that is not quoted. */
export function quoted(currency: string): MarketCurrency | undefined {
  return Object.keys(RATES).find((one): one is MarketCurrency => one === currency);
}

interface Spoiling {
  readonly index: number;
  readonly has: (spoil: PriceSpoil) => boolean;
}

function spoiltPrice(price: number, { index, has }: Spoiling): WrittenPrice {
  if (has('nulls') && index % 10 === 3) return null;
  const times = has('tenfold') ? 10 : has('thousandfold') ? 1000 : 1;
  const value = Math.round(price * times * 100) / 100;
  return has('strings') ? String(value) : value;
}

function quarterPrice(area: string, at: number): number {
  const { hour: begun, isSunday } = localHour(Math.floor(at / HOUR_MS) * HOUR_MS);
  const hour = begun + (at % HOUR_MS) / HOUR_MS;
  const evening = 60 * Math.exp(-((hour - 19) ** 2) / 6);
  const noon = (isSunday ? 180 : 40) * Math.exp(-((hour - 13) ** 2) / 5);
  return 130 + evening - noon + 20 * noise(`${area} ${at / QUARTER_MS}`);
}

interface LocalHour {
  readonly hour: number;
  readonly isSunday: boolean;
}

/** Hours that were looked up: the calendar is slow, and tests ask about the same few days. */
const localHours = new Map<number, LocalHour>();

function localHour(at: number): LocalHour {
  const known = localHours.get(at);
  if (known) return known;
  const { hour, dayOfWeek } =
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(MARKET_ZONE);
  const local = { hour, isSunday: dayOfWeek === 7 };
  localHours.set(at, local);
  return local;
}

/** From -1 to 1, the same for the same text in every run. */
function noise(text: string): number {
  let hash = 2_166_136_261;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  return ((hash >>> 0) / 2 ** 32) * 2 - 1;
}
