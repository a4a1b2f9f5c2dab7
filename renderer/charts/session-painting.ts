import type { FormatOptions } from '../../shared/text/format.ts';
import type { Curve, Range } from './curve.ts';

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
