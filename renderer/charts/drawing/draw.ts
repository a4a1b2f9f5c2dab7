/** Draws what `picture.ts` and `curve.ts` have worked out. */
import type { FormatOptions } from '../../../shared/text/format.ts';
import type { PictureData } from '../picture.ts';
import type { TimeRange } from '../scales.ts';
import {
  type Box,
  boxBetween,
  energyLabels,
  gaps,
  powerLabels,
  timeLabels,
  type ValueLabels,
} from './axes.ts';
import { areaUnder, type Run, steppedRuns, straightRuns } from './paths.ts';

/** What is drawn. Epoch seconds; columns with null where nothing is known. */
export interface Shown extends Omit<PictureData, 'until'> {
  readonly range: TimeRange;
  /** Width of the line of power, CSS pixels. */
  readonly powerWidth: number;
  readonly limit?: { readonly amperes: readonly (number | null)[]; readonly topA: number };
  readonly shades?: readonly TimeRange[];
  /** Where what is known ends and what is expected begins. */
  readonly now?: number;
}

/** On what it is drawn. */
export interface Sheet {
  readonly context: Surface;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels in one of them. */
  readonly scale: number;
  /** The value of a theme's token. */
  readonly colour: (token: string) => string;
  readonly formatOptions: FormatOptions;
}

/** The part of a canvas that is used. */
export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'setTransform'
  | 'clearRect'
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'rect'
  | 'clip'
  | 'translate'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'fill'
  | 'fillRect'
  | 'fillText'
  | 'measureText'
  | 'setLineDash'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

/** Draws everything anew, and tells where between its labels the picture lies. */
export function draw(sheet: Sheet, shown: Shown): Box {
  const { context, width, height, scale, formatOptions } = sheet;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  context.font = '10px system-ui, "DejaVu Sans", sans-serif';
  const beside = {
    power: powerLabels(shown.topKw, formatOptions),
    energy: energyLabels(shown.topKwh, formatOptions),
  };
  const box = boxBetween(sheet, beside, measureIn(context));
  if (box.width <= 0 || box.height <= 0) return box;
  drawShades(sheet, shown, box);
  drawGrid(sheet, beside.power, box);
  drawLabels(sheet, { ...beside, shown }, box);
  drawFlow(sheet, shown, box);
  drawNow(sheet, shown, box);
  return box;
}

function measureIn(context: Surface) {
  return (text: string) => context.measureText(text).width;
}

/** Where no power flowed though somebody looked. */
function drawShades({ context, colour }: Sheet, { shades = [], range }: Shown, box: Box): void {
  context.fillStyle = colour('--shade');
  for (const { from, to } of shades) {
    const [start, end] = [Math.max(from, range.from), Math.min(to, range.to)];
    if (end <= start) continue;
    const left = placeOf(start, range, box);
    context.fillRect(left, box.top, Math.max(1, placeOf(end, range, box) - left), box.height);
  }
}

function drawGrid(sheet: Sheet, lines: ValueLabels, box: Box): void {
  for (const { share } of lines) {
    const y = snapped(heightOf(share, box), sheet);
    const line = [
      { x: box.left, y },
      { x: box.left + box.width, y },
    ];
    stroke(sheet, [line], { token: '--line', width: 1 });
  }
}

interface Labels {
  readonly power: ValueLabels;
  readonly energy: ValueLabels;
  readonly shown: Shown;
}

function drawLabels(sheet: Sheet, { power, energy, shown }: Labels, box: Box): void {
  const { context, width, colour, formatOptions } = sheet;
  context.fillStyle = colour('--soft');
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const { share, text } of power) {
    context.fillText(text, box.left - gaps.left, heightOf(share, box));
  }
  context.textAlign = 'left';
  for (const { share, text } of energy) {
    context.fillText(text, box.left + box.width + gaps.right, heightOf(share, box));
  }
  context.textBaseline = 'top';
  context.textAlign = 'center';
  const below = { range: shown.range, box, width };
  for (const { text, x } of timeLabels(below, measureIn(context), formatOptions)) {
    context.fillText(text, x, box.top + box.height + gaps.below);
  }
}

/**
 * Power in steps, since a reading says nothing of the time between, energy dashed, the limit thin:
 * the same in every picture.
 */
function drawFlow(sheet: Sheet, shown: Shown, box: Box): void {
  const { context, colour } = sheet;
  const sharp = (place: number) => snapped(place, sheet);
  const places = (values: readonly (number | null)[], top: number, put = sharp) => ({
    x: shown.at.map((second) => put(placeOf(second, shown.range, box))),
    y: values.map((value) => (value === null ? null : put(heightOf(value / top, box)))),
  });
  context.save();
  context.beginPath();
  // A line along the edge is seen in its whole width.
  context.rect(box.left, box.top - 1, box.width, box.height + 2);
  context.clip();
  const power = steppedRuns(places(shown.powerKw, shown.topKw));
  context.fillStyle = colour('--accent-area');
  for (const run of power) {
    trace(context, [areaUnder(run, sharp(heightOf(0, box)))]);
    context.fill();
  }
  stroke(sheet, power, { token: '--accent', width: shown.powerWidth });
  // On whole pixels a line that rises evenly would waver.
  const energy = straightRuns(places(shown.energyKwh, shown.topKwh, (place) => place));
  stroke(sheet, energy, { token: '--energy', width: 2, dash: [5, 3] });
  if (shown.limit) {
    const limit = steppedRuns(places(shown.limit.amperes, shown.limit.topA));
    stroke(sheet, limit, { token: '--soft', width: 1 });
  }
  context.restore();
}

function drawNow(sheet: Sheet, { now, range }: Shown, box: Box): void {
  if (now === undefined) return;
  const x = snapped(placeOf(now, range, box), sheet);
  const line = [
    { x, y: box.top },
    { x, y: box.top + box.height },
  ];
  stroke(sheet, [line], { token: '--soft', width: 1, dash: [2, 3] });
}

interface Pen {
  readonly token: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

function stroke({ context, scale, colour }: Sheet, runs: readonly Run[], pen: Pen): void {
  context.save();
  context.strokeStyle = colour(pen.token);
  context.lineWidth = pen.width;
  context.lineJoin = 'round';
  context.setLineDash([...(pen.dash ?? [])]);
  // Of an odd number of device pixels the middle one is hit, so that lines are sharp.
  const offset = ((pen.width * scale) % 2) / 2 / scale;
  context.translate(offset, offset);
  trace(context, runs);
  context.stroke();
  context.restore();
}

function trace(context: Surface, runs: readonly Run[]): void {
  context.beginPath();
  for (const run of runs) {
    for (const [index, { x, y }] of run.entries()) {
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
}

function placeOf(second: number, { from, to }: TimeRange, { left, width }: Box): number {
  return left + ((second - from) / (to - from)) * width;
}

/** Of a part of the whole height, 0 to 1. */
function heightOf(share: number, { top, height }: Box): number {
  return top + (1 - share) * height;
}

/** On the nearest border of device pixels. */
function snapped(place: number, { scale }: Sheet): number {
  return Math.round(place * scale) / scale;
}
