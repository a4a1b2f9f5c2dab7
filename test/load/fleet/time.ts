import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../electron/ports/clock.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
/** Days that are measured; the clocks of Europe change in the night between them. */
export const days = 2;
const firstDay = Temporal.PlainDate.from('2027-03-27');
/** The first midnight in UTC, epoch ms. */
export const beginsAt = firstDay.toZonedDateTime('UTC').epochMilliseconds;

/** Where the computers are, and how many of all. */
export const zones = [
  ['Europe/Berlin', 0.5],
  ['Europe/London', 0.15],
  ['Europe/Helsinki', 0.05],
  ['America/New_York', 0.14],
  ['America/Chicago', 0.06],
  ['America/Los_Angeles', 0.08],
  ['Australia/Sydney', 0.02],
] as const;

/** When midnight is in a zone, ms since the first one in UTC, from the day before the first on. */
export function midnightsIn(zone: string): readonly number[] {
  return Array.from({ length: days + 3 }, (_, place) => {
    const day = firstDay.add({ days: place - 1 });
    return day.toZonedDateTime(zone).epochMilliseconds - beginsAt;
  });
}

/** A clock that is set to each event. Both its times are ms since the first midnight. */
export class EventClock implements Clock {
  at = 0;

  now(): number {
    return beginsAt + this.at;
  }

  monotonic(): number {
    return this.at;
  }

  after(): never {
    throw new Error('Nothing waits by this clock');
  }
}
