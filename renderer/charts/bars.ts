import type { Period, Totals } from '../../shared/domain/session/history.ts';

/** What the bars stand for: energy, or the time with power where no energy is known. */
export type Measure = 'energy' | 'time';

/** A bar. Its height, and that of its solar part, as parts of the whole: 0 to 1. */
export interface Bar {
  readonly period: Period;
  readonly share: number;
  readonly solarShare: number;
  /** There were sessions, and of none is it known how much. */
  readonly isUnknown: boolean;
}

/** Bars with their scale, in kWh or hours. */
export interface Bars {
  readonly measure: Measure;
  readonly scale: Scale;
  readonly bars: readonly Bar[];
}

/** A scale from 0 up. `step` is 1, 2 or 5 times a power of ten, `top` some steps. */
export interface Scale {
  readonly top: number;
  readonly step: number;
  /** From the top down to 0. */
  readonly ticks: readonly number[];
}

/** A bar that is there at all can be seen. */
const leastShare = 0.02;
/** More lines than this, without that of 0, would stand too close. */
const mostSteps = 3;

/** The bars of a range; undefined while there is nothing to show. */
export function barsOf(periods: readonly Period[], totals: Totals): Bars | undefined {
  const measure: Measure = totals.energyWh === undefined ? 'time' : 'energy';
  const values = periods.map((period) => heightOf(period, measure));
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  if (highest <= 0) return undefined;
  const scale = scaleOf(highest);
  const bars = periods.map((period, index): Bar => {
    const share = shareOf(values[index] ?? 0, scale.top);
    return {
      period,
      share,
      solarShare: measure === 'energy' ? share * solarPartOf(period) : 0,
      isUnknown: period.charges > 0 && amountIn(period, measure) === undefined,
    };
  });
  return { measure, scale, bars };
}

/** The finest round scale that reaches so high with few steps. */
export function scaleOf(highest: number): Scale {
  let step = 10 ** Math.floor(Math.log10(highest / mostSteps));
  for (const times of [2, 2.5, 2]) {
    if (Math.ceil(fine(highest / step)) <= mostSteps) break;
    step = fine(step * times);
  }
  const count = Math.max(1, Math.ceil(fine(highest / step)));
  const ticks = Array.from({ length: count + 1 }, (_, at) => fine(step * (count - at)));
  return { top: fine(step * count), step, ticks };
}

/** kWh or hours. What is not known has no bar. */
function heightOf(totals: Totals, measure: Measure): number {
  return amountIn(totals, measure) ?? 0;
}

function amountIn({ energyWh, chargingMs }: Totals, measure: Measure): number | undefined {
  if (measure === 'energy') return energyWh === undefined ? undefined : energyWh / 1000;
  return chargingMs === undefined ? undefined : chargingMs / 3_600_000;
}

/** Of the whole energy, 0 to 1. */
function solarPartOf({ energyWh = 0, greenEnergyWh = 0 }: Totals): number {
  return energyWh > 0 ? Math.min(1, Math.max(0, greenEnergyWh / energyWh)) : 0;
}

function shareOf(value: number, top: number): number {
  return value <= 0 ? 0 : Math.max(leastShare, value / top);
}

/** Without what binary fractions add. */
function fine(value: number): number {
  return Number(value.toPrecision(12));
}
