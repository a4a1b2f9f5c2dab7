import { Temporal } from 'temporal-polyfill';

/** A day of a market. Epoch ms; `until` is excluded. It may have 23 or 25 hours. */
export interface MarketDay {
  /** `2026-11-29`. */
  readonly date: string;
  readonly from: number;
  readonly until: number;
}

/** The days that a time touches, by the clock of an IANA zone, the earliest first. */
export function daysOf(
  { from, until }: { readonly from: number; readonly until: number },
  zone: string,
): readonly MarketDay[] {
  const days: MarketDay[] = [];
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(from));
  let day = at.toZonedDateTimeISO(zone).toPlainDate();
  for (let begins = startOf(day, zone); begins < until; ) {
    const next = day.add({ days: 1 });
    const ends = startOf(next, zone);
    days.push({ date: day.toString(), from: begins, until: ends });
    day = next;
    begins = ends;
  }
  return days;
}

function startOf(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds;
}
