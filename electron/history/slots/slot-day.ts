import { z } from 'zod';
import { bounds } from '../../../shared/domain/bounds.ts';
import type { PriceSlot, SlotSeries } from '../../../shared/domain/price/slot.ts';
import type { MarketArea } from '../../../shared/domain/session/price.ts';
import { mergedSlots } from '../../tariffs/market/merged-slots.ts';

/** Which prices of a market: those of the time from `from` to `to`, epoch ms. */
export interface SlotQuery {
  readonly market: MarketArea;
  readonly from: number;
  readonly to: number;
}

/** What a market has told of one day, as it is kept. See `slotDays`. */
export interface SlotDay {
  readonly market: MarketArea;
  /** ISO 4217. */
  readonly currency: string;
  readonly vatIncluded: boolean;
  /** Days since 1970 by UTC. */
  readonly day: number;
  /** Its slots, packed. */
  readonly slots: string;
}

export const dayMs = 86_400_000;
/** Days since 1970. */
export const latestDay = Math.floor(bounds.instant.most / dayMs);
/** A list of its owner's own may have one slot for years; no row is made for each day of them. */
const longestSlotMs = 400 * dayMs;

/** A series by the days of UTC, as it is kept. A slot over midnight is one on either side. */
export function slotDays(market: MarketArea, series: SlotSeries): readonly SlotDay[] {
  const { currency, vatIncluded } = series;
  const days = new Map<number, PriceSlot[]>();
  for (const { from, until, perKwh } of series.slots) {
    const ends = Math.min(until, from + longestSlotMs);
    for (let begins = from; begins < ends; ) {
      const day = Math.floor(begins / dayMs);
      const next = Math.min(ends, (day + 1) * dayMs);
      days.set(day, [...(days.get(day) ?? []), { from: begins, until: next, perKwh }]);
      begins = next;
    }
  }
  return [...days].map(([day, slots]) => ({
    market,
    currency,
    vatIncluded,
    day,
    slots: packed(slots, day),
  }));
}

/** What a day holds with more of it: `weigh` where both say something of one moment. */
export function withMore({ day, slots: weigh }: SlotDay, other: string): string {
  return packed(mergedSlots(unpacked(weigh, day), unpacked(other, day)), day);
}

/** The text of a packed day: a few hundred characters. */
export const packedSlots = z
  .string()
  .max(60_000)
  .regex(/^\d{1,8} \d{1,8} \d{1,2}( -?\d{1,24})+(;\d{1,8} \d{1,8} \d{1,2}( -?\d{1,24})+)*$/);

/**
 * Slots of one day: `0 900000 5 7994 -812` is begin (ms of the day), length (ms), decimals, and one
 * price after the other as whole numbers. Runs of other lengths, or after a gap, follow after `;`.
 */
function packed(slots: readonly PriceSlot[], day: number): string {
  const runs: PriceSlot[][] = [];
  for (const slot of slots) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last?.until === slot.from && lengthOf(last) === lengthOf(slot);
    if (run && follows) run.push(slot);
    else runs.push([slot]);
  }
  return runs.map((run) => runText(run, day)).join(';');
}

function runText(run: readonly PriceSlot[], day: number): string {
  const [first] = run;
  if (!first) return '';
  const decimals = Math.max(...run.map(({ perKwh }) => perKwh.split('.')[1]?.length ?? 0));
  const prices = run.map(({ perKwh }) => wholeOf(perKwh, decimals));
  return [first.from - day * dayMs, lengthOf(first), decimals, ...prices].join(' ');
}

function lengthOf({ from, until }: PriceSlot): number {
  return until - from;
}

/** By the digits alone: no number of this language holds all that are exact. */
function wholeOf(decimal: string, decimals: number): string {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = `${whole}${fraction.padEnd(decimals, '0')}`.replace(/^0+(?=\d)/, '');
  return decimal.startsWith('-') && digits !== '0' ? `-${digits}` : digits;
}

function decimalOf(price: string, decimals: number): string {
  const digits = price.replace('-', '').padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${price.startsWith('-') ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** The slots of a packed day; none of one that is not as it was packed. */
export function unpacked(text: string, day: number): readonly PriceSlot[] {
  if (!packedSlots.safeParse(text).success) return [];
  return text.split(';').flatMap((run) => {
    const [begin, length, decimals, ...prices] = run.split(' ');
    const first = day * dayMs + Number(begin);
    const step = Number(length);
    return prices.map((price, index) => ({
      from: first + index * step,
      until: first + (index + 1) * step,
      perKwh: decimalOf(price, Number(decimals)),
    }));
  });
}
