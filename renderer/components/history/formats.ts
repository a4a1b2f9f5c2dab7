import { useMemo } from 'react';
import { exhaustive } from '../../../shared/exhaustive.ts';
import { type FormatOptions, numbersIn, power } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Numbers } from '../../../shared/text/writers.ts';
import { useAppContext } from '../../app-context.ts';
import { daysBetweenIn, type Span, zoneOf } from './span.ts';

/** Ways of writing, each made once: to make one takes longer than a hundred writings. */
export interface Formats extends Numbers {
  /** `Tue 17 Nov`. */
  readonly day: (at: number) => string;
  /** `Tuesday 17 November 2026`. */
  readonly longDay: (at: number) => string;
  /** `10:38` or `10:38 AM`. */
  readonly time: (at: number) => string;
  /** `10:38–12:41`, with how many days later it ends, if any. */
  readonly times: (from: number, to: number) => string;
  /** `November 2026`, `2026` or `All time`. */
  readonly span: (span: Span) => string;
  /** `Nov 2026`, `2026` or `All time`. */
  readonly shortSpan: (span: Span) => string;
  /** `Nov` or `2026`: where the rest is understood. */
  readonly barName: (span: Span) => string;
  /** `Tuesday 17 November`. */
  readonly weekday: (at: number) => string;
  /** `7.2 kW`. */
  readonly power: (powerW: number) => string;
  /** `12%` of 0.12; of less than a hundredth with a decimal. */
  readonly percent: (share: number) => string;
}

/** All of them for one way of writing and one zone. */
export function formatsOf(formatOptions: FormatOptions): Formats {
  const timeZone = zoneOf(formatOptions);
  const written = (how: Intl.DateTimeFormatOptions) => {
    let format: Intl.DateTimeFormat | undefined;
    return (at: number) => {
      format ??= new Intl.DateTimeFormat(formatOptions.locale, { timeZone, ...how });
      return format.format(at);
    };
  };
  let daysBetween: ReturnType<typeof daysBetweenIn> | undefined;
  const time = written({ timeStyle: 'short' });
  const month = written({ month: 'long', year: 'numeric', timeZone: 'UTC' });
  const year = written({ year: 'numeric', timeZone: 'UTC' });
  const numbers = numbersIn(formatOptions);
  return {
    ...numbers,
    power: (powerW) => power(powerW, { numbers }),
    day: written({ weekday: 'short', day: 'numeric', month: 'short' }),
    longDay: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time,
    times: (from, to) => {
      daysBetween ??= daysBetweenIn(timeZone);
      const days = Math.max(0, daysBetween(from, to));
      return messages.history.list.times({ from: time(from), to: time(to), days });
    },
    weekday: written({ weekday: 'long', day: 'numeric', month: 'long' }),
    span: named(month, year),
    shortSpan: named(written({ month: 'short', year: 'numeric', timeZone: 'UTC' }), year),
    barName: named(written({ month: 'short', timeZone: 'UTC' }), year),
    percent: percentIn(formatOptions),
  };
}

type Written = (at: number) => string;

function named(month: Written, year: Written): (span: Span) => string {
  return (span) => {
    switch (span.unit) {
      case 'month':
        return month(Date.UTC(span.year, span.month - 1, 15));
      case 'year':
        return year(Date.UTC(span.year, 6));
      case 'all':
        return messages.history.span.allTime;
      default:
        return exhaustive(span);
    }
  };
}

/** A share of a hundredth and less keeps a digit, so that it is no zero. */
function percentIn({ locale, numberLocale = locale }: FormatOptions): (share: number) => string {
  const whole = new Intl.NumberFormat(numberLocale, { style: 'percent' });
  const finer = new Intl.NumberFormat(numberLocale, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return (share) => (share < 0.01 ? finer : whole).format(share);
}

/** The ways of writing of this window. */
export function useFormats(): Formats {
  const { formatOptions } = useAppContext();
  return useMemo(() => formatsOf(formatOptions), [formatOptions]);
}
