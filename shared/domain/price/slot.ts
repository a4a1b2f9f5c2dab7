/** What a kWh costs on the market in a span of time. Slots of any length; negative prices exist. */
export interface PriceSlot {
  /** Epoch ms; `until` is excluded. */
  readonly from: number;
  readonly until: number;
  /** Exact decimal, per kWh, in the currency of its series. */
  readonly perKwh: string;
}

/** Slots in the order of time, of which no two overlap. There may be gaps. */
export interface SlotSeries {
  /** ISO 4217. */
  readonly currency: string;
  /** The prices already hold the tax; else they are without it. */
  readonly vatIncluded: boolean;
  readonly slots: readonly PriceSlot[];
  /** What the source wants said of its data, in its own words. */
  readonly attribution?: string;
}
