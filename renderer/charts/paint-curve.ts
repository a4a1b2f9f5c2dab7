import type { Curve, PaintCurve, Range } from './curve.ts';
import { downsampled } from './downsample.ts';
import { boardIn } from './drawing/board.ts';
import type { Shown } from './drawing/draw.ts';
import { pngOf } from './png.ts';

/** Power as an area, energy dashed, the limit in steps, a shade where no power flowed. */
export const paintCurve: PaintCurve = (place, first, formatOptions) => {
  let { curve, range } = first;
  const board = boardIn(place, (pixels) => partOf(curve, range, pixels), formatOptions);
  return {
    update: (nextCurve, nextRange) => {
      if (nextCurve === curve && nextRange === range) return;
      curve = nextCurve;
      range = nextRange;
      board.redraw();
    },
    plot: board.box,
    png: (title) =>
      pngOf(board.canvas, { title, paper: board.colour('--card'), ink: board.colour('--ink') }),
    remove: board.remove,
  };
};

/** A part of a curve, with as many points as so many pixels can show. Gaps stay open. */
export function partOf(curve: Curve, range: Range, pixels: number): Shown {
  const { limitA: amperes, interruptions, topA, ...part } = downsampled(curve, range, pixels);
  return {
    ...part,
    range,
    powerWidth: 1.5,
    limit: { amperes, topA },
    shades: interruptions.map(({ from, to }) => ({ from: from / 1000, to: to / 1000 })),
  };
}
