import { bounds } from '../../../shared/domain/bounds.ts';
import { exhaustive } from '../../../shared/exhaustive.ts';
import { type FormatOptions, zoneOfNow } from '../../../shared/text/format.ts';
import { offsetAt, type ZoneClock, zoneClock } from '../../../shared/zone-clock.ts';

/** What the history shows at a time. Months count from 1. */
export type Span =
  | { readonly unit: 'month'; readonly year: number; readonly month: number }
  | { readonly unit: 'year'; readonly year: number }
  | { readonly unit: 'all' };

export type Month = SpanOf<'month'>;

type SpanOf<Unit extends Span['unit']> = Extract<Span, { readonly unit: Unit }>;

/** From `from` (included) to `to` (excluded), epoch ms. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** IANA name of the zone by whose clock the window tells days. */
export function zoneOf({ timeZone }: FormatOptions): string {
  return timeZone ?? zoneOfNow();
}

/** The span with a moment (epoch ms) in it. */
export function spanAt<Unit extends Span['unit']>(
  at: number,
  unit: Unit,
  zone: string,
): SpanOf<Unit>;
export function spanAt(at: number, unit: Span['unit'], zone: string): Span {
  const { year, month } = dayAt(at, zoneClock(zone));
  switch (unit) {
    case 'month':
      return { unit, year, month };
    case 'year':
      return { unit, year };
    case 'all':
      return { unit };
    default:
      return exhaustive(unit);
  }
}

/** So many months or years on; there is nothing beside all. */
export function shifted<Shown extends Span>(span: Shown, by: number): SpanOf<Shown['unit']>;
export function shifted(span: Span, by: number): Span {
  switch (span.unit) {
    case 'month': {
      const months = span.year * 12 + span.month - 1 + by;
      return { unit: 'month', year: Math.floor(months / 12), month: (months % 12) + 1 };
    }
    case 'year':
      return { unit: 'year', year: span.year + by };
    case 'all':
      return span;
    default:
      return exhaustive(span);
  }
}

/** The month that is shown; of a year its last one that has begun, and of all that of now. */
export function lastMonthOf(span: Span, now: Month): Month {
  if (span.unit === 'month') return span;
  if (span.unit === 'all' || span.year === now.year) return now;
  return { unit: 'month', year: span.year, month: 12 };
}

/** When a month or year begins and ends in a zone. All is as wide as times can be. */
export function boundsOf(span: Span, zone: string): Bounds {
  if (span.unit === 'all') return { from: bounds.instant.least, to: bounds.instant.most };
  const calendar = zoneClock(zone);
  return { from: startOf(span, calendar), to: startOf(shifted(span, 1), calendar) };
}

/**
 * What a month or year is compared with: the one before it. While it runs, only up to the same day
 * and hour of the one before, or to its end where it has no such day; so that five days are never
 * compared with thirty. Undefined where there is nothing to compare with.
 */
export function boundsBefore(span: Span, zone: string, now: number): Bounds | undefined {
  if (span.unit === 'all') return undefined;
  const its = boundsOf(span, zone);
  if (its.from > now) return undefined;
  const before = boundsOf(shifted(span, -1), zone);
  if (its.to <= now) return before;
  const calendar = zoneClock(zone);
  const today = dayAt(now, calendar);
  const then = shifted(span, -1);
  const month = then.unit === 'month' ? then.month : today.month;
  const day = { year: then.year, month, day: today.day };
  const sinceMidnight = now - firstMoment(today, calendar);
  return { ...before, to: Math.min(before.to, firstMoment(day, calendar) + sinceMidnight) };
}

/** When a day begins in a zone, epoch ms; undefined for what is no day, such as 31 February. */
export function dayStart(iso: string, zone: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) !== iso) return undefined;
  return firstMoment({ year, month, day }, zoneClock(zone));
}

/** How many days lie between the days of two moments; made once for many pairs of them. */
export function daysBetweenIn(zone: string): (from: number, to: number) => number {
  const calendar = zoneClock(zone);
  const dayOf = (at: number) => utcOf(dayAt(at, calendar));
  return (from, to) => Math.round((dayOf(to) - dayOf(from)) / 86_400_000);
}

function startOf(span: Exclude<Span, { unit: 'all' }>, calendar: ZoneClock): number {
  const month = span.unit === 'month' ? span.month : 1;
  return firstMoment({ year: span.year, month, day: 1 }, calendar);
}

/**
 * The first moment of a day. A zone may skip midnight when its clocks change; then the day begins
 * when they have changed.
 */
function firstMoment(day: Day, calendar: ZoneClock): number {
  const midnight = utcOf(day);
  // The offset is looked up where it may count: half a day to either side covers every zone.
  const guesses = [-1, 0, 1].map((halfDays) => {
    const offset = offsetAt(midnight + halfDays * 43_200_000, calendar);
    return midnight - offset;
  });
  const inside = guesses.filter((at) => utcOf(dayAt(at, calendar)) === midnight);
  return Math.min(...(inside.length > 0 ? inside : guesses));
}

function dayAt(at: number, calendar: ZoneClock): Day {
  const { year = 0, month = 1, day = 1 } = calendar(at);
  return { year, month, day };
}

function utcOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day);
}
