import type { FormatOptions } from '../../../shared/text/format.ts';

/** The days of a week in their order, from the one with which it begins; 1 is Monday. */
export function weekOf({ firstDay = 1 }: FormatOptions): readonly number[] {
  return Array.from({ length: 7 }, (_, day) => ((firstDay - 1 + day) % 7) + 1);
}

/** The short names of the days of the week, Monday first. */
export function dayNames({ locale }: FormatOptions): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)));
}
