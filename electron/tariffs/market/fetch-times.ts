import { Temporal } from 'temporal-polyfill';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Markets of the continent say tomorrow's prices from about 12:45 on; later is normal. */
const publishedAtHour = 13;
/** All computers of a zone wait for that moment: a source that is free must not have them at once. */
const spreadMs = 2 * hourMs;
/** A day of Britain's tariff ends an hour before midnight. */
const nearlyMs = hourMs;

/** What is known of the prices of a market so far, and when they were last asked for. Epoch ms. */
export interface Fetched {
  /** The end of the last slot. */
  readonly until?: number | undefined;
  readonly triedAt?: number | undefined;
  /** The source does not want to be asked before. */
  readonly notBefore?: number | undefined;
}

/**
 * When prices are to be asked for next, epoch ms: at once while today's are missing, then once
 * tomorrow's are there, and never twice within an hour. `zone` is the market's; `jitter` from 0 to 1.
 */
export function nextFetchAt(
  { until, triedAt, notBefore = 0 }: Fetched,
  now: number,
  { zone, jitter }: { readonly zone: string; readonly jitter: number },
): number {
  const wanted = wantedAt(until ?? 0, now, zone) + jitter * spreadMs;
  // What is missing now is not waited for, unless it was asked for lately.
  const due = hasToday(until, now, zone) ? wanted : now;
  // A clock that was set back must not keep it from asking for days.
  const again = triedAt === undefined || triedAt > now ? 0 : triedAt + hourMs * (1 + jitter / 12);
  return Math.ceil(Math.max(now, due, again, notBefore));
}

function wantedAt(until: number, now: number, zone: string): number {
  const today = dayOf(now, zone);
  const hasTomorrow = until >= startOf(today.add({ days: 2 }), zone) - nearlyMs;
  const day = hasTomorrow ? today.add({ days: 1 }) : today;
  return day.toZonedDateTime({ timeZone: zone, plainTime: { hour: publishedAtHour } })
    .epochMilliseconds;
}

function hasToday(until: number | undefined, now: number, zone: string): boolean {
  return (
    until !== undefined && until >= startOf(dayOf(now, zone).add({ days: 1 }), zone) - nearlyMs
  );
}

/** What is asked of the days before yesterday, at most. */
const mostDaysBack = 7;
/** So long prices are kept beside the history: a charge may be running, or its end not be read yet. */
const daysKept = 10;

/**
 * What is asked for: yesterday to the end of tomorrow by the market's days, and days before that from
 * `since` on, as far back as is ever asked. Epoch ms.
 */
export function wantedSpan(
  now: number,
  zone: string,
  since?: number,
): { from: number; until: number } {
  const today = dayOf(now, zone);
  const yesterday = startOf(today.subtract({ days: 1 }), zone);
  const furthest = startOf(today.subtract({ days: mostDaysBack }), zone);
  return {
    from: Math.max(furthest, Math.min(yesterday, startOf(dayOf(since ?? now, zone), zone))),
    until: startOf(today.add({ days: 2 }), zone),
  };
}

/** Since when prices are kept, epoch ms. */
export function keptSince(now: number, zone: string): number {
  return startOf(dayOf(now, zone).subtract({ days: daysKept }), zone);
}

function dayOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(at))
    .toZonedDateTimeISO(zone)
    .toPlainDate();
}

function startOf(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds;
}
