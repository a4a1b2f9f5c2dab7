import Big from 'big.js';
import type { PriceSlot, SlotSeries } from '../../shared/domain/price/slot.ts';
import type { HourlyTariff, MarketArea } from '../../shared/domain/session/price.ts';
import { firstWhere } from './first-where.ts';

/**
 * What is known of the prices of a market: one series for each currency and way of taxing in which
 * they were ever told. Slots of some other time do no harm.
 */
export type SlotLookup = (market: MarketArea) => readonly SlotSeries[];

/** What is known of one market. */
export interface KnownSlots {
  readonly market: MarketArea;
  readonly series: SlotSeries;
}

/** For who knows none: an hourly price is unknown then. */
export const noSlots: SlotLookup = () => [];

/** A moment's price on the market. */
export interface Spot {
  /** Exact decimal. */
  readonly perKwh: string;
  readonly vatIncluded: boolean;
}

/** The prices of one market in one currency. Nothing is ever converted. */
export class SpotPrices {
  readonly #series: readonly SlotSeries[];

  constructor(market: MarketArea, currency: string, slots: SlotLookup) {
    this.#series = slots(market).filter((one) => one.currency === currency);
  }

  /** Where slots begin and end within a time. Epoch ms. */
  edges({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
    return this.#series.flatMap(({ slots }) => {
      const edges: number[] = [];
      for (let at = firstAfter(slots, from); at < slots.length; at += 1) {
        const slot = slots[at];
        if (!slot || slot.from >= to) break;
        edges.push(slot.from, slot.until);
      }
      return edges;
    });
  }

  /** Undefined in a gap. */
  at(moment: number): Spot | undefined {
    for (const { slots, vatIncluded } of this.#series) {
      const slot = slots[firstAfter(slots, moment)];
      if (slot && slot.from <= moment) return { perKwh: slot.perKwh, vatIncluded };
    }
    return undefined;
  }
}

/** What a kWh costs by an hourly tariff: an exact decimal. `gridFee` is that of the moment. */
export function paidPerKwh(tariff: HourlyTariff, spot: Spot, gridFee: string): string {
  const tax = new Big(tariff.vatPercent).plus(100).times('0.01');
  const energy = new Big(spot.perKwh).times(tariff.factor);
  const others = new Big(tariff.surcharge).plus(gridFee);
  const paid = spot.vatIncluded ? energy.plus(others.times(tax)) : energy.plus(others).times(tax);
  return paid.toFixed();
}

function firstAfter(slots: readonly PriceSlot[], moment: number): number {
  return firstWhere(slots, ({ until }) => until > moment);
}
