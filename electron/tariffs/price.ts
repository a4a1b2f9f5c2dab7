import { Temporal } from 'temporal-polyfill';
import type { BandPrices, PriceBand, PriceEntry } from '../../shared/domain/session/price.ts';
import { inOrder } from './entries.ts';
import { noSlots, paidPerKwh, type SlotLookup, SpotPrices } from './hourly.ts';

/** What a kWh costs at one moment, and who said so. */
export interface Price {
  readonly perKwh: string;
  readonly currency: string;
  readonly origin: PriceEntry['origin'];
}

/** A time throughout which one price holds. `to` is excluded; no price: nobody knows one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly price?: Price;
}

/**
 * The time from `from` to `to` (excluded) in stretches of one price each, without a hole. `slots`:
 * what is known of the markets that hourly prices follow.
 */
export function stretchesOf(
  entries: readonly PriceEntry[],
  { from, to }: { readonly from: number; readonly to: number },
  slots: SlotLookup = noSlots,
): readonly Stretch[] {
  if (to <= from) return [];
  const ordered = inOrder(entries);
  const stretches: Stretch[] = [];
  const firstFrom = ordered[0]?.from ?? to;
  if (from < firstFrom) stretches.push({ from, to: Math.min(to, firstFrom) });
  for (const [index, entry] of ordered.entries()) {
    const begins = Math.max(from, entry.from);
    const ends = Math.min(to, ordered[index + 1]?.from ?? to);
    if (begins < ends) stretches.push(...stretchesWithin(entry, { from: begins, to: ends }, slots));
  }
  return joined(stretches);
}

/** The price that holds at a moment, epoch ms, if anybody knows it. */
export function priceAt(
  entries: readonly PriceEntry[],
  at: number,
  slots: SlotLookup = noSlots,
): Price | undefined {
  return stretchesOf(entries, { from: at, to: at + 1 }, slots)[0]?.price;
}

/** Whether one price holds at every moment of a time. A moment alone has one price. */
export function isUniform(
  entries: readonly PriceEntry[],
  span: { readonly from: number; readonly to: number },
  slots: SlotLookup = noSlots,
): boolean {
  return stretchesOf(entries, span, slots).length <= 1;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function stretchesWithin(entry: PriceEntry, span: Span, slots: SlotLookup): readonly Stretch[] {
  const { currency, origin } = entry;
  const { from, to } = span;
  if (!isUsable(entry)) return [span];
  const { turns, perKwhAt } = pricesIn(entry, span, slots);
  const inside = turns.filter((at) => at > from && at < to);
  const edges = [from, ...new Set(inside.toSorted((one, other) => one - other)), to];
  return edges.slice(0, -1).map((begins, index) => {
    const times = { from: begins, to: edges[index + 1] ?? to };
    const perKwh = perKwhAt(begins);
    return perKwh === undefined ? times : { ...times, price: { perKwh, currency, origin } };
  });
}

/** When a price may turn, and what it is at a moment, if anybody knows. */
interface Prices {
  readonly turns: readonly number[];
  readonly perKwhAt: (at: number) => string | undefined;
}

function pricesIn({ tariff, zone, currency }: PriceEntry, span: Span, slots: SlotLookup): Prices {
  const zoned = { zone, ...span };
  if (tariff.kind === 'flat') return { turns: [], perKwhAt: () => tariff.perKwh };
  if (tariff.kind === 'bands') {
    return { turns: turnsOf(tariff, zoned), perKwhAt: (at) => bandPriceAt(tariff, zone, at) };
  }
  const { gridFee, market } = tariff;
  const spots = new SpotPrices(market, currency, slots);
  return {
    turns: [...spots.edges(span), ...(gridFee ? turnsOf(gridFee, zoned) : [])],
    perKwhAt(at) {
      const spot = spots.at(at);
      return spot && paidPerKwh(tariff, spot, gridFee ? bandPriceAt(gridFee, zone, at) : '0');
    },
  };
}

interface ZonedSpan extends Span {
  readonly zone: string;
}

/**
 * Every moment at which the price may turn, and some more. A wall-clock time that is there twice,
 * or not at all, counts with both its meanings, and so does the clock change itself: what holds
 * between two turns is then asked of the clock, which cannot be wrong about it.
 */
function turnsOf({ bands }: BandPrices, span: ZonedSpan): readonly number[] {
  const minutes = new Set([0, ...bands.flatMap(({ from, to }) => [from, to % dayMinutes])]);
  const walls = daysOf(span).flatMap((day) =>
    [...minutes].map((minute) => day.add({ minutes: minute })),
  );
  const turns = walls.flatMap((wall) =>
    (['earlier', 'later'] as const).map(
      (disambiguation) => wall.toZonedDateTime(span.zone, { disambiguation }).epochMilliseconds,
    ),
  );
  return [...turns, ...clockChanges(span)];
}

const dayMinutes = 24 * 60;

/** The local days that a time touches, each as its midnight on the wall. */
function daysOf({ zone, from, to }: ZonedSpan): readonly Temporal.PlainDateTime[] {
  const last = wallAt(to, zone).toPlainDate();
  const days: Temporal.PlainDateTime[] = [];
  let day = wallAt(from, zone).toPlainDate();
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    days.push(day.toPlainDateTime());
    day = day.add({ days: 1 });
  }
  return days;
}

function clockChanges({ zone, from, to }: ZonedSpan): readonly number[] {
  const changes: number[] = [];
  let next = wallAt(from, zone).getTimeZoneTransition('next');
  while (next && next.epochMilliseconds < to) {
    changes.push(next.epochMilliseconds);
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

function bandPriceAt({ bands, otherwise }: BandPrices, zone: string, at: number): string {
  const { dayOfWeek, hour, minute } = wallAt(at, zone);
  const minutes = hour * 60 + minute;
  return bands.find((band) => fits(band, dayOfWeek, minutes))?.perKwh ?? otherwise;
}

/** A band over midnight belongs to the day on which it begins. */
function fits(band: PriceBand, day: number, minutes: number): boolean {
  const isDay = band.days.includes(day);
  if (band.from < band.to) return isDay && minutes >= band.from && minutes < band.to;
  const wasDayBefore = band.days.includes(day === 1 ? 7 : day - 1);
  return (isDay && minutes >= band.from) || (wasDayBefore && minutes < band.to);
}

/** Whether this system knows a zone by that name. Its list grows and loses names over the years. */
export function isZone(name: string): boolean {
  try {
    wallAt(0, name);
    return true;
  } catch {
    return false;
  }
}

/** Bands in a zone that nobody here knows say nothing; other prices need no clock. */
function isUsable({ tariff, zone }: PriceEntry): boolean {
  const hasBands = tariff.kind === 'bands' || (tariff.kind === 'hourly' && tariff.gridFee);
  return !hasBands || isZone(zone);
}

function wallAt(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone);
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of stretches) {
    const before = whole.at(-1);
    if (before && isSame(before.price, stretch.price)) {
      whole[whole.length - 1] = { ...before, to: stretch.to };
    } else whole.push(stretch);
  }
  return whole;
}

/** Who said a price makes no other price of it. */
function isSame(one: Price | undefined, other: Price | undefined): boolean {
  return one?.perKwh === other?.perKwh && one?.currency === other?.currency;
}
