import { Temporal } from 'temporal-polyfill';
import type { HistoryQuery, Period } from '../../../shared/domain/session/history.ts';
import type { PeriodUnit } from './history.ts';
import { type Counted, totalsOf } from './sums.ts';

/** More bars than these are cut to where there are sessions: a query may ask for all time. */
const mostPeriods: Readonly<Record<PeriodUnit, number>> = { day: 800, month: 800, year: 60 };

/** How bars are asked for. */
export interface PeriodsAsked {
  readonly query: HistoryQuery;
  readonly unit: PeriodUnit;
  /** IANA name. */
  readonly zone: string;
}

/** Bars without a hole for the sessions of a query, which come in any order. */
export function periodsOf(sessions: readonly Counted[], asked: PeriodsAsked): readonly Period[] {
  const { query, unit, zone } = asked;
  const starts = sessions.map(({ startedAt }) => startedAt);
  const narrow = spanOf(query, unit) <= mostPeriods[unit];
  if (!narrow && starts.length === 0) return [];
  const from = narrow ? query.from : starts.reduce((a, b) => Math.min(a, b));
  const to = narrow ? query.to : starts.reduce((a, b) => Math.max(a, b)) + 1;
  const bounds = boundsOf({ from, to }, unit, zone);
  const inside = new Map<number, Counted[]>(bounds.slice(0, -1).map((bound) => [bound, []]));
  for (const session of sessions) {
    const bound = bounds[lastAtOrBefore(bounds, session.startedAt)];
    if (bound !== undefined) inside.get(bound)?.push(session);
  }
  return [...inside].map(([start, own], index) => ({
    from: start,
    to: bounds[index + 1] ?? start,
    ...totalsOf(own),
  }));
}

const roughMs: Readonly<Record<PeriodUnit, number>> = {
  day: 24 * 3_600_000,
  month: 30 * 24 * 3_600_000,
  year: 365 * 24 * 3_600_000,
};

function spanOf({ from, to }: HistoryQuery, unit: PeriodUnit): number {
  return (to - from) / roughMs[unit];
}

/** Where the periods that touch a span begin, with the end of the last one. */
function boundsOf(
  { from, to }: { from: number; to: number },
  unit: PeriodUnit,
  zone: string,
): readonly number[] {
  const first = firstDay(Temporal.Instant.fromEpochMilliseconds(Math.floor(from)), unit, zone);
  const bounds = [startOf(first, zone)];
  for (let count = 1; (bounds.at(-1) ?? to) < to; count += 1) {
    bounds.push(startOf(first.add({ [`${unit}s`]: count }), zone));
  }
  return bounds;
}

function firstDay(at: Temporal.Instant, unit: PeriodUnit, zone: string): Temporal.PlainDate {
  const day = at.toZonedDateTimeISO(zone).toPlainDate();
  switch (unit) {
    case 'day':
      return day;
    case 'month':
      return day.with({ day: 1 });
    case 'year':
      return day.with({ month: 1, day: 1 });
  }
}

/** The first moment of a day, which is not midnight where the clocks are changed then. */
function startOf(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds;
}

function lastAtOrBefore(bounds: readonly number[], at: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((bounds[middle] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
