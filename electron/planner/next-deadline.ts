import { Temporal } from 'temporal-polyfill';
import { isZone } from '../tariffs/price.ts';

/** A time of day on some days of the week, as its owner's clock shows it. */
export interface WeeklyDeadline {
  /** ISO: 1 is Monday, 7 Sunday. */
  readonly days: readonly number[];
  /** Minutes after midnight. */
  readonly minute: number;
  /** IANA name. */
  readonly zone: string;
}

const daysAhead = 8;

/**
 * The next moment after `now`, both epoch ms, that is a weekly deadline. A time that the clock shows
 * twice is met the first time; one that it skips, as if the clock had not been put forward yet, but
 * an hour too early: who leaves then finds a car that is ready. Undefined without a day or a zone.
 */
export function nextDeadline(now: number, weekly: WeeklyDeadline): number | undefined {
  const { days, minute, zone } = weekly;
  if (!isZone(zone)) return undefined;
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(now))
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = today.add({ days: ahead });
    if (!days.includes(day.dayOfWeek)) continue;
    const at = day
      .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
      .toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
    if (at > now) return at;
  }
  return undefined;
}
