import { clockTime, type FormatOptions } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import { short } from '../picture.ts';
import { roundTimes, type TimeRange } from '../scales.ts';

/** A part of a picture, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A time under a picture. `x` is its middle, CSS pixels. */
export interface TimeLabel {
  readonly text: string;
  readonly x: number;
}

/** How wide a text is, CSS pixels. */
export type Measure = (text: string) => number;

/** From 0 up: the places of lines, as parts of the whole height, and what stands at them. */
export type ValueLabels = readonly { readonly share: number; readonly text: string }[];

/** Between a picture and what is written beside and below it. */
export const gaps = { left: 4, right: 6, below: 6 } as const;
/** Room around a picture. The sides grow with what is written there. */
const least = { left: 36, right: 44, above: 10, below: 22 } as const;
/** Between two times. */
const apart = 12;
/** Room for one time; a day in front of it needs more. */
const roomFor = { time: 64, dayAndTime: 110 } as const;
const dayS = 86_400;

/** kW, on the left. */
export function powerLabels(topKw: number, formatOptions: FormatOptions): ValueLabels {
  return labels(topKw, formatOptions, messages.window.picture.kilowatts);
}

/** kWh, on the right. */
export function energyLabels(topKwh: number, formatOptions: FormatOptions): ValueLabels {
  return labels(topKwh, formatOptions, messages.window.picture.inKilowattHours);
}

function labels(
  top: number,
  formatOptions: FormatOptions,
  withUnit: (number: string) => string,
): ValueLabels {
  return [
    { share: 0, text: '0' },
    { share: 0.5, text: short(top / 2, formatOptions) },
    { share: 1, text: withUnit(short(top, formatOptions)) },
  ];
}

/** Where the picture itself lies between its labels. */
export function boxBetween(
  size: { readonly width: number; readonly height: number },
  beside: { readonly power: ValueLabels; readonly energy: ValueLabels },
  measure: Measure,
): Box {
  const widest = (some: ValueLabels) => Math.max(...some.map(({ text }) => measure(text)));
  const left = Math.max(least.left, Math.ceil(widest(beside.power)) + gaps.left);
  const right = Math.max(least.right, Math.ceil(widest(beside.energy)) + gaps.right);
  return {
    left,
    top: least.above,
    width: Math.max(0, size.width - left - right),
    height: Math.max(0, size.height - least.above - least.below),
  };
}

interface Below {
  readonly range: TimeRange;
  readonly box: Box;
  /** Of the whole picture. */
  readonly width: number;
}

/** Round times under a picture, as many as stand apart and whole. */
export function timeLabels(
  { range, box, width }: Below,
  measure: Measure,
  formatOptions: FormatOptions,
): readonly TimeLabel[] {
  const labelAt = (second: number): TimeLabel => {
    const text = clockTime(second * 1000, range.from * 1000, formatOptions);
    const half = measure(text) / 2;
    const x = box.left + ((second - range.from) / (range.to - range.from)) * box.width;
    return { text, x: Math.max(half, Math.min(width - half, x)) };
  };
  const room = range.to - range.from > dayS ? roomFor.dayAndTime : roomFor.time;
  for (let most = Math.max(1, Math.floor(width / room) - 1); most > 1; most -= 1) {
    const all = roundTimes(range, most, formatOptions).map(labelAt);
    if (apartOf(all, measure).length === all.length) return all;
  }
  return apartOf(roundTimes(range, 1, formatOptions).map(labelAt), measure);
}

/** Without those that would touch the one before. */
function apartOf(all: readonly TimeLabel[], measure: Measure): readonly TimeLabel[] {
  const kept: TimeLabel[] = [];
  let end = -Infinity;
  for (const label of all) {
    const half = measure(label.text) / 2;
    if (label.x - half < end + apart) continue;
    kept.push(label);
    end = label.x + half;
  }
  return kept;
}
