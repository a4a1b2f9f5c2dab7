import Big from 'big.js';
import type { SessionCost } from '../../shared/domain/session/history.ts';
import type { Money, PriceEntry } from '../../shared/domain/session/price.ts';
import { firstWhere } from './first-where.ts';
import { noSlots, type SlotLookup } from './hourly.ts';
import { type Stretch, stretchesOf } from './price.ts';

/** Energy that flowed evenly over a time. From and to are epoch ms. */
export interface Slice {
  readonly from: number;
  /** The same as `from` where a whole is only known to have been there by then. */
  readonly to: number;
  /** Exact decimal. */
  readonly energyWh: string;
  /** Nobody watched when it flowed: at any time from then to `to`. */
  readonly unseenFrom?: number;
}

/**
 * What a session cost, exactly: nothing is rounded but quotients, at the sixteenth decimal.
 * Undefined where it cannot be said: some of its energy flowed while no price was known, or in two
 * currencies. The cost of no energy is 0 in the currency of its beginning.
 */
export function costOf(
  slices: readonly Slice[],
  entries: readonly PriceEntry[],
  slots: SlotLookup = noSlots,
): SessionCost | undefined {
  const prices = pricesOver(slices, entries, slots);
  const charges = gathered(slices, prices).map((flow) => chargeFor(flow, prices));
  const known = charges.filter((session) => session !== undefined);
  if (known.length === 0 || known.length < charges.length) return undefined;
  const currencies = new Set(known.flatMap((session) => session.currencies));
  const [currency] = currencies;
  if (currency === undefined || currencies.size > 1) return undefined;
  const sum = known.reduce((total, { amount }) => total.plus(amount), new Big(0));
  return {
    amount: sum.round(finest).toFixed(),
    currency,
    // What the owner has set weighs more than what stood in the charger.
    origin: known.some(({ isOwn }) => isOwn) ? 'own' : 'charger',
    ...(known.some(({ isGuess }) => isGuess) ? { estimated: true as const } : {}),
  };
}

/** An exact amount as it is shown: half a unit goes away from zero, as on a bill. */
export function rounded(amount: string, decimals: number): string {
  return new Big(amount).round(decimals, Big.roundHalfUp).toFixed(decimals);
}

/**
 * An amount as it is paid, shown and printed: in the smallest coins of its currency. Whatever is
 * added up beside its parts is the sum of these, so that it adds up for who reckons it again.
 */
export function paid({ amount, currency }: Money): Money {
  return { amount: rounded(amount, coinDigits(currency)), currency };
}

/** The same for many amounts: how a currency is rounded is looked up once for each currency. */
export function allPaid(amounts: readonly Money[]): readonly Money[] {
  const digits = new Map<string, number>();
  return amounts.map(({ amount, currency }) => {
    const known = digits.get(currency) ?? coinDigits(currency);
    digits.set(currency, known);
    return { amount: rounded(amount, known), currency };
  });
}

function coinDigits(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions();
    return maximumFractionDigits ?? 2;
  } catch {
    // No currency that anybody here knows.
    return 2;
  }
}

/** Exact sums by currency, in the alphabet's order. */
export function summed(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, Big>();
  for (const { amount, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(amount));
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, sum]) => ({ amount: sum.toFixed(), currency }));
}

const finest = 16;

interface LiveSession {
  readonly amount: Big;
  readonly currencies: readonly string[];
  readonly isOwn: boolean;
  readonly isGuess: boolean;
}

/** The prices of all the time that slices can concern, asked of the calendar once. */
interface Prices {
  readonly stretches: readonly Stretch[];
  /** When a charger first showed another price: it may have held for a while before. */
  readonly shownAt: ReadonlySet<number>;
}

function pricesOver(
  slices: readonly Slice[],
  entries: readonly PriceEntry[],
  slots: SlotLookup,
): Prices {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const slice of slices) {
    from = Math.min(from, slice.from, slice.unseenFrom ?? slice.from);
    to = Math.max(to, slice.to + 1, slice.from + 2);
  }
  const shown = entries.filter(({ origin }) => origin === 'charger');
  return {
    stretches: stretchesOf(entries, { from, to }, slots),
    shownAt: new Set(shown.map((entry) => entry.from)),
  };
}

function within({ stretches }: Prices, from: number, to: number): readonly Stretch[] {
  const inside: Stretch[] = [];
  for (let at = firstWhere(stretches, (one) => one.to > from); at < stretches.length; at += 1) {
    const one = stretches[at];
    if (!one || one.from >= to) break;
    inside.push({ ...one, from: Math.max(from, one.from), to: Math.min(to, one.to) });
  }
  return inside;
}

interface Flow extends Omit<Slice, 'energyWh'> {
  readonly energyWh: Big;
}

/**
 * Slices as one where they follow each other at one price: the same amount, exactly. A long charge
 * has hundreds of slices, is priced at every reading, and seldom has more than three prices.
 */
function gathered(slices: readonly Slice[], prices: Prices): readonly Flow[] {
  const flows: Flow[] = [];
  for (const slice of slices) {
    const last = flows.at(-1);
    const energyWh = new Big(slice.energyWh);
    if (last && isSeenAtOnePrice(last, slice, prices)) {
      const { from } = last;
      flows.splice(-1, 1, { from, to: slice.to, energyWh: last.energyWh.plus(energyWh) });
    } else flows.push({ ...slice, energyWh });
  }
  return flows;
}

function isSeenAtOnePrice(last: Flow, { unseenFrom, from, to }: Slice, prices: Prices): boolean {
  if (last.unseenFrom !== undefined || unseenFrom !== undefined || last.from > from) return false;
  const stretches = within(prices, last.from, Math.max(to, from + 1));
  return stretches.length === 1 && stretches[0]?.price !== undefined;
}

function chargeFor(flow: Flow, prices: Prices): LiveSession | undefined {
  const { energyWh, from, to, unseenFrom } = flow;
  const stretches = within(prices, from, Math.max(to, from + 1));
  const priced = stretches.flatMap(({ price, ...times }) => (price ? [{ ...times, price }] : []));
  if (priced.length < stretches.length) return undefined;
  // Divided last and once, so that whatever comes out even stays exact.
  const weighed = priced.reduce(
    (sum, stretch) => sum.plus(new Big(stretch.price.perKwh).times(stretch.to - stretch.from)),
    new Big(0),
  );
  const [first] = priced;
  const perKwh = priced.length === 1 && first ? new Big(first.price.perKwh) : undefined;
  const amount = perKwh
    ? energyWh.times(perKwh).times('0.001')
    : energyWh
        .times(weighed)
        .times('0.001')
        .div(to - from);
  const isUnsure = unseenFrom !== undefined && !energyWh.eq(0);
  return {
    amount,
    currencies: priced.map(({ price }) => price.currency),
    isOwn: priced.some(({ price }) => price.origin === 'own'),
    isGuess: isUnsure && !isOnePrice(prices, unseenFrom, Math.max(to, from + 1)),
  };
}

function isOnePrice(prices: Prices, from: number, to: number): boolean {
  return within(prices, from, prices.shownAt.has(to) ? to + 1 : to).length <= 1;
}
