import type { IsoWeekday, ScheduleEntry } from '../../../shared/domain/charger/schedule.ts';
import { offsetAt, zoneClock } from '../../../shared/zone-clock.ts';

const day = 1440;
const week = [1, 2, 3, 4, 5, 6, 7] as const;

/** On which days, and from when to when: minutes after midnight, by some clock. */
export type Times = Pick<ScheduleEntry, 'days' | 'from' | 'until'>;

/** How many minutes the clock of a zone is ahead of UTC at a moment (epoch ms). */
export function minutesAhead(zone: string, now: number): number {
  return Math.round(offsetAt(now, zoneClock(zone)) / 60_000);
}

/** The clock of the zone is set forward and back in the year from `now` on (epoch ms). */
export function isSetTwiceAYear(zone: string, now: number): boolean {
  const clock = zoneClock(zone);
  const months = Array.from({ length: 12 }, (_, month) => now + month * 30 * day * 60_000);
  return new Set(months.map((at) => offsetAt(at, clock))).size > 1;
}

/** What the charger keeps in UTC, by a clock that is so many minutes ahead. */
export function toLocal(times: Times, ahead: number): Times {
  return moved(times, ahead);
}

/** What a clock says that is so many minutes ahead, as the charger keeps it. */
export function toUtc(times: Times, ahead: number): Times {
  return moved(times, -ahead);
}

/** The begin decides on which day it is. */
function moved({ days, from, until }: Times, by: number): Times {
  const shift = Math.floor((from + by) / day);
  const on = days.map((one) => within(one - 1 + shift, week.length) + 1);
  return {
    days: week.filter((one) => on.includes(one)),
    from: within(from + by, day),
    until: within(until + by, day),
  };
}

function within(value: number, length: number): number {
  return ((value % length) + length) % length;
}

/**
 * It begins on another day in UTC than by this clock. Chargers differ in whose days they mean; where
 * all are meant, that is the same.
 */
export function isDayUnclear({ days, from }: Times, ahead: number): boolean {
  return days.length < week.length && Math.floor((from + ahead) / day) !== 0;
}

export function isWeekday(value: number): value is IsoWeekday {
  return week.some((one) => one === value);
}
