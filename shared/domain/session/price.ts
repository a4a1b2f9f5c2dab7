import type { PriceSourceId } from '../price/source.ts';

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

/** Prices by the time of day. The first band that fits counts; `otherwise` where none does. */
export interface BandPrices {
  readonly bands: readonly PriceBand[];
  readonly otherwise: string;
}

/** Whose prices by the hour, and of which part of the market. */
export interface MarketArea {
  readonly source: PriceSourceId;
  /** As the source names it: `DE-LU`. */
  readonly area: string;
}

/**
 * What is paid on top of a market's price, slot by slot: (spot × `factor` + `surcharge` + grid fee) ×
 * (1 + VAT). Where the market's own prices hold the tax already, it is added to the other two alone.
 * Exact decimals, per kWh. A price in another currency than the entry's is none.
 */
export interface HourlyTariff {
  readonly kind: 'hourly';
  readonly market: MarketArea;
  readonly factor: string;
  readonly surcharge: string;
  /** From 0 to 100: `19`. */
  readonly vatPercent: string;
  /** Before the tax. */
  readonly gridFee?: BandPrices;
}

/** What a kWh costs, as exact decimals. */
export type Tariff =
  | { readonly kind: 'flat'; readonly perKwh: string }
  | ({ readonly kind: 'bands' } & BandPrices)
  | HourlyTariff;

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
