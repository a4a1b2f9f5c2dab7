import type { Interruption, SessionDetail } from '../../shared/domain/session/history.ts';
import type { Sample } from '../../shared/domain/session/sample.ts';
import type { FormatOptions } from '../../shared/text/format.ts';
import type { PictureData } from './picture.ts';
import { roundTop } from './scales.ts';

/** The curve of a whole charge: epoch seconds, kW, kWh, A. Null where nothing is known. */
export interface Curve extends PictureData {
  readonly limitA: readonly (number | null)[];
  /** Upper end of the scale of the limit, which stands where that much power would. */
  readonly topA: number;
  /** When no power flowed though somebody looked. Epoch ms. */
  readonly interruptions: readonly Interruption[];
}

/** A part of it, epoch seconds. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Draws the curve of a charge into a place that already has a size. */
export type PaintCurve = (
  place: HTMLElement,
  shown: { readonly curve: Curve; readonly range: Range },
  formatOptions: FormatOptions,
) => CurvePainting;

/** A curve that was drawn. */
export interface CurvePainting {
  readonly update: (curve: Curve, range: Range) => void;
  /** Where in the place, CSS pixels, the range lies. */
  readonly plot: () => { readonly left: number; readonly width: number };
  /** As a PNG (base64) under a title; undefined where that cannot be made. */
  readonly png: (title: string) => string | undefined;
  readonly remove: () => void;
}

/** kW for each ampere, with one phase and with three. */
const perAmpere = { one: 0.23, three: 0.69 } as const;

/** The columns of a charge; undefined where there are no numbers, or too few of them. */
export function curveOf({ samples, interruptions }: SessionDetail): Curve | undefined {
  if (!samples.some(({ powerW, energyWh }) => powerW !== undefined || energyWh !== undefined)) {
    return undefined;
  }
  const points = withHoles(samples);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first.at >= last.at) return undefined;
  const powerKw = points.map(({ powerW }) => thousandth(powerW));
  const energyKwh = points.map(({ energyWh }) => thousandth(energyWh));
  const limitA = points.map((point) => point.limitA ?? null);
  const topKw = roundTop(highest(powerKw), 2);
  return {
    at: points.map(({ at }) => at / 1000),
    powerKw,
    energyKwh,
    limitA,
    topKw,
    topKwh: roundTop(highest(energyKwh), 0.2),
    topA: topOfLimit(powerKw, limitA, topKw),
    interruptions: interruptions.filter(({ kind }) => kind !== 'gap'),
  };
}

/** From its first moment to its last. */
export function wholeOf({ at }: Curve): Range {
  return { from: at[0] ?? 0, to: at.at(-1) ?? 0 };
}

type Point = Pick<Sample, 'at' | 'powerW' | 'energyWh' | 'limitA'>;

/** Puts an empty point behind what was known before each gap: a line through it would be a guess. */
function withHoles(samples: readonly Sample[]): readonly Point[] {
  return samples.flatMap((sample, index) => {
    const before = samples[index - 1];
    return sample.gap && before ? [{ at: before.at + 1 }, sample] : [sample];
  });
}

/** The limit is drawn as the power that it allows, as far as that fits into the picture. */
function topOfLimit(
  powerKw: readonly (number | null)[],
  limitA: readonly (number | null)[],
  topKw: number,
): number {
  const drawn = powerKw.map((power, index) => (power ?? 0) / (limitA[index] || Infinity));
  const phases = highest(drawn) > 1.2 * perAmpere.one ? 'three' : 'one';
  return Math.max(topKw / perAmpere[phases], 1.02 * highest(limitA));
}

function thousandth(value: number | undefined): number | null {
  return value === undefined ? null : value / 1000;
}

function highest(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
}
