import type { Period, Totals } from '../../shared/domain/session/history.ts';
import { roundUp } from './picture.ts';

/** What the bars stand for: energy, or the time with power where no energy is known. */
export type Measure = 'energy' | 'time';

/** A bar: its height as a part of the whole, 0 to 1. */
export interface Bar {
  readonly period: Period;
  readonly share: number;
}

/** Bars with the upper end of their axis, in kWh or hours. */
export interface Bars {
  readonly measure: Measure;
  readonly top: number;
  readonly bars: readonly Bar[];
}

/** A bar that is there at all can be seen. */
const leastShare = 0.02;

/** The bars of a range; undefined while there is nothing to show. */
export function barsOf(periods: readonly Period[], totals: Totals): Bars | undefined {
  const measure: Measure = totals.energyWh === undefined ? 'time' : 'energy';
  const values = periods.map((period) => heightOf(period, measure));
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  if (highest <= 0) return undefined;
  const top = roundUp(highest);
  const bars = periods.map((period, index) => ({
    period,
    share: shareOf(values[index] ?? 0, top),
  }));
  return { measure, top, bars };
}

/** kWh or hours. What is not known has no bar. */
export function heightOf({ energyWh = 0, chargingMs = 0 }: Totals, measure: Measure): number {
  return measure === 'energy' ? energyWh / 1000 : chargingMs / 3_600_000;
}

function shareOf(value: number, top: number): number {
  return value <= 0 ? 0 : Math.max(leastShare, value / top);
}
