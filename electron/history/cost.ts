import Big from 'big.js';
import type { SessionCost } from '../../shared/domain/history.ts';
import type { PriceEntry } from '../../shared/domain/price.ts';
import { isUniform, priceAt, type Stretch, stretchesOf } from './price.ts';

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
 * Undefined where it cannot be said: some of its energy flowed before any price was known, or in
 * two currencies. The cost of no energy is 0 in the currency of its beginning.
 */
export function costOf(
  slices: readonly Slice[],
  entries: readonly PriceEntry[],
): SessionCost | undefined {
  const charges = slices.map((slice) => chargeFor(slice, entries));
  const known = charges.filter((charge) => charge !== undefined);
  if (known.length === 0 || known.length < charges.length) return undefined;
  const currencies = new Set(known.flatMap((charge) => charge.currencies));
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

/** Exact sums by currency, in the alphabet's order. */
export function summed(
  amounts: readonly { readonly amount: string; readonly currency: string }[],
): readonly { readonly amount: string; readonly currency: string }[] {
  const sums = new Map<string, Big>();
  for (const { amount, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(amount));
  }
  return [...sums]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, sum]) => ({ amount: sum.toFixed(), currency }));
}

const finest = 16;

interface Charge {
  readonly amount: Big;
  readonly currencies: readonly string[];
  readonly isOwn: boolean;
  readonly isGuess: boolean;
}

function chargeFor(slice: Slice, entries: readonly PriceEntry[]): Charge | undefined {
  const { from, to, unseenFrom } = slice;
  const energyWh = new Big(slice.energyWh);
  const stretches = stretchesFor(slice, entries);
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
    isGuess: isUnsure && !isUniform(entries, { from: unseenFrom, to: Math.max(to, from + 1) }),
  };
}

function stretchesFor(slice: Slice, entries: readonly PriceEntry[]): readonly Stretch[] {
  if (slice.from < slice.to) return stretchesOf(entries, slice);
  const { from, to } = slice;
  const price = priceAt(entries, from);
  return [price ? { from, to, price } : { from, to }];
}
