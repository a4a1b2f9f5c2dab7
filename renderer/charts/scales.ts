import { type FormatOptions, zoneOfNow } from '../../shared/text/format.ts';

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
  const offset = offsetAt(from, formatOptions);
  const first = Math.ceil((from + offset) / step) * step - offset;
  const times: number[] = [];
  for (let at = first; at <= to; at += step) times.push(inStep(at, offset, formatOptions));
  return times.filter((at) => at >= from && at <= to);
}

/** The clocks may have been changed since the first one. */
function inStep(at: number, offset: number, formatOptions: FormatOptions): number {
  return at + offset - offsetAt(at, formatOptions);
}

/** How far the clocks of the zone are ahead of UTC, seconds. */
function offsetAt(at: number, { timeZone = zoneOfNow() }: FormatOptions): number {
  const written = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at * 1000);
  const part = (type: string) => Number(written.find((one) => one.type === type)?.value ?? 0);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local / 1000 - Math.floor(at);
}
