/** A part of the day with its own price, in the owner's local time. */
export interface PriceBand {
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** Minutes after midnight; `to` is excluded. A band over midnight has `to` ≤ `from`. */
  readonly from: number;
  readonly to: number;
  /** An exact decimal, such as `0.2875`. Negative ones exist. */
  readonly perKwh: string;
}

/** What a kWh costs, as exact decimals. */
export type Tariff =
  | { readonly kind: 'flat'; readonly perKwh: string }
  /** The first band that fits counts; `otherwise` where none does. */
  | { readonly kind: 'bands'; readonly bands: readonly PriceBand[]; readonly otherwise: string };

/** A price with the moment from which it counts, so that past charges keep theirs. */
export interface PriceEntry {
  /** Epoch ms. */
  readonly from: number;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name of the zone whose clock the bands follow. */
  readonly zone: string;
  readonly tariff: Tariff;
  /** Whether the owner has set it here, or the charger's configuration said it. */
  readonly origin: 'own' | 'charger';
}

/** An amount of money: exact decimal and ISO 4217 code. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}
