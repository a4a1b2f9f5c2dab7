import { roundTop } from '../../charts/scales.ts';

/** The ends of a scale of prices, which holds 0. */
export interface PriceScale {
  readonly top: number;
  /** 0, or below it where prices are negative. */
  readonly bottom: number;
  /** From the top down. */
  readonly ticks: readonly number[];
}

/** A round scale that holds all of these prices. Two hundredths at least: the prices of a calm day. */
export function priceScale(prices: readonly number[]): PriceScale {
  const highest = Math.max(0, ...prices);
  const lowest = Math.min(0, ...prices);
  const top = roundTop(highest, 0.02);
  if (lowest === 0) return { top, bottom: 0, ticks: [top, top / 2, 0] };
  const bottom = -roundTop(-lowest, 0.02);
  return { top, bottom, ticks: [top, 0, bottom] };
}
