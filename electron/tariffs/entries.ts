import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import { asDecimal } from '../../shared/text/exact.ts';

/** The entry that counts at a moment: the last that has begun. Entries may come in any order. */
export function entryAt(entries: readonly PriceEntry[], at: number): PriceEntry | undefined {
  return inOrder(entries).findLast(({ from }) => from <= at);
}

/** Entries in the order in which they begin. */
export function inOrder(entries: readonly PriceEntry[]): readonly PriceEntry[] {
  return entries.toSorted((one, other) => one.from - other.from);
}

/** Those that hold at some time of a span, in order; an entry holds until the next one. Epoch ms. */
export function entriesWithin(
  entries: readonly PriceEntry[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly PriceEntry[] {
  const ordered = inOrder(entries);
  return ordered.filter((entry, index) => {
    const next = ordered[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    return entry.from < to && next > from && next > entry.from;
  });
}

/** When a charger said its price. Epoch ms. */
export interface SeenWhen {
  readonly at: number;
  /** Since when the first price of all is taken to have held: the begin of the charge. */
  readonly since: number;
  /** IANA name. */
  readonly zone: string;
}

/**
 * The entries after a reading of a charger that says its price: the same ones while that says nothing
 * new. A change counts from the reading that saw it. What the owner has set outweighs it.
 */
export function withSeenPrice(
  entries: readonly PriceEntry[],
  { currency, perKwh }: NonNullable<Observation['price']>,
  { at, since, zone }: SeenWhen,
): readonly PriceEntry[] {
  if (!/^[A-Z]{3}$/.test(currency)) return entries;
  const current = entryAt(entries, at);
  const tariff = { kind: 'flat', perKwh: asDecimal(perKwh) } as const;
  if (current?.origin === 'own' || (current && saysTheSame(current, { currency, tariff }))) {
    return entries;
  }
  const from = current ? at : since;
  const entry: PriceEntry = { from, currency, zone, tariff, origin: 'charger' };
  // Only a clock that was set back leaves anything of the charger's after this.
  const others = entries.filter((one) => one.from < from || one.origin === 'own');
  return inOrder([...others.filter((one) => one.from !== from), entry]);
}

function saysTheSame(entry: PriceEntry, now: Pick<PriceEntry, 'currency' | 'tariff'>): boolean {
  return (
    entry.currency === now.currency && JSON.stringify(entry.tariff) === JSON.stringify(now.tariff)
  );
}
