import { type FormatOptions, isoDay } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Span } from '../history/span.ts';

/** What a statement is about: whole days such as `2026-11-17`, both included. */
export interface StatementPeriod {
  readonly unit: keyof typeof messages.statement.units;
  readonly from: string;
  readonly to: string;
}

/** Months of the units that can be gone through one by one. */
const months = { month: 1, quarter: 3, year: 12 } as const;

/** The month, quarter or year with a day in it; any days begin as that day's month. */
export function periodWith(unit: StatementPeriod['unit'], day: string): StatementPeriod {
  const length = months[unit === 'range' ? 'month' : unit];
  const [year = 0, month = 1] = day.split('-').map(Number);
  return { unit, ...monthsFrom(year * 12 + month - 1 - ((month - 1) % length), length) };
}

/** So many months, quarters or years on. Any days stay as they are. */
export function shiftedPeriod(period: StatementPeriod, by: number): StatementPeriod {
  if (period.unit === 'range') return period;
  const length = months[period.unit];
  const [year = 0, month = 1] = period.from.split('-').map(Number);
  return { unit: period.unit, ...monthsFrom(year * 12 + month - 1 + by * length, length) };
}

/** So many months from one that is counted since the year 0. */
function monthsFrom(first: number, length: number) {
  const at = (month: number, day: number) => Date.UTC(Math.floor(month / 12), month % 12, day);
  const iso = (utc: number) => new Date(utc).toISOString().slice(0, 10);
  return { from: iso(at(first, 1)), to: iso(at(first + length, 0)) };
}

/** That of a span of the history; of all time the month of now (epoch ms). */
export function periodOfSpan(span: Span, now: number, zone: string): StatementPeriod {
  const today = isoDay(now, zone);
  const two = (number: number) => String(number).padStart(2, '0');
  if (span.unit === 'month') return periodWith('month', `${span.year}-${two(span.month)}-01`);
  return span.unit === 'year'
    ? periodWith('year', `${span.year}-01-01`)
    : periodWith('month', today);
}

/** `November 2026`, `Q4 2026`, `2026`, or its two days. */
export function periodTitle(period: StatementPeriod, { locale }: FormatOptions): string {
  const written = (how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' }).format(Date.parse(period.from));
  const year = written({ year: 'numeric' });
  switch (period.unit) {
    case 'month':
      return written({ month: 'long', year: 'numeric' });
    case 'quarter':
      return messages.statement.quarter({
        quarter: Math.ceil(Number(period.from.slice(5, 7)) / 3),
        year,
      });
    case 'year':
      return year;
    case 'range':
      return periodDays(period, { ...(locale && { locale }) });
  }
}

/** Its first and last day, with the year: `1 Nov 2026 – 30 Nov 2026`. */
export function periodDays(
  { from, to }: Pick<StatementPeriod, 'from' | 'to'>,
  options: FormatOptions,
) {
  return messages.statement.range({ from: dayWritten(from, options), to: dayWritten(to, options) });
}

function dayWritten(day: string, { locale }: FormatOptions): string {
  const how = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, how).format(Date.parse(day));
}

/** For the name of a file: `2026-11`, `2026-Q4`, `2026`, `2026-11-01 2026-11-15`. */
export function periodFileName({ unit, from, to }: StatementPeriod): string {
  switch (unit) {
    case 'month':
      return from.slice(0, 7);
    case 'quarter':
      return `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
    case 'year':
      return from.slice(0, 4);
    case 'range':
      return `${from} ${to}`;
  }
}
