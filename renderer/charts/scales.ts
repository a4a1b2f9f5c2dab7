import { type FormatOptions, zoneOfNow } from '../../shared/text/format.ts';
import { offsetAt, type ZoneClock, zoneClock } from '../../shared/zone-clock.ts';

/** Ends of scales whose half is as short to write. */
const tops = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10] as const;

/** The upper end of a scale for values up to this one: round, and so is its half. */
export function roundTop(value: number, least: number): number {
  if (value <= least) return least;
  const unit = 10 ** Math.floor(Math.log10(value));
  const top = tops.find((one) => one * unit >= value * (1 - 1e-9)) ?? 10;
  return Number((top * unit).toPrecision(3));
}

const minute = 60;
const hour = 60 * minute;
/** Steps between the times under a picture, seconds. */
const steps = [
  minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
  48 * hour,
  168 * hour,
] as const;

/** Epoch seconds. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/**
 * At most so many round times within a range, by the clocks of its zone: full hours where hours are
 * far enough apart, else quarters or less. Epoch seconds.
 */
export function roundTimes(
  { from, to }: TimeRange,
  most: number,
  formatOptions: FormatOptions,
): readonly number[] {
  const step = steps.find((one) => (to - from) / one <= most) ?? steps[steps.length - 1] ?? hour;
  const clock = zoneClock(formatOptions.timeZone ?? zoneOfNow());
  const offset = offsetInS(from, clock);
  const first = Math.ceil((from + offset) / step) * step - offset;
  const times: number[] = [];
  // The clocks may have been changed since the first one.
  for (let at = first; at <= to; at += step) times.push(at + offset - offsetInS(at, clock));
  return times.filter((at) => at >= from && at <= to);
}

/** The same in seconds, as charts count. */
function offsetInS(at: number, clock: ZoneClock): number {
  return offsetAt(at * 1000, clock) / 1000;
}
