import { useMemo } from 'react';
import { type FormatOptions, type Numbers, numbersIn } from '../../../shared/text/format.ts';
import { historyText } from '../../../shared/text/history-text.ts';
import { useAppContext } from '../../app-context.ts';
import { daysBetweenIn, type Span, zoneOf } from './span.ts';

/** Ways of writing, each made once: to make one takes longer than a hundred writings. */
export interface Formats extends Numbers {
  /** `Tue 17 Nov`. */
  readonly day: (at: number) => string;
  /** `Tuesday 17 November 2026`. */
  readonly longDay: (at: number) => string;
  /** `10:38`. */
  readonly time: (at: number) => string;
  /** `10:38–12:41`, with how many days later it ends, if any. */
  readonly times: (from: number, to: number) => string;
  /** `November 2026` or `2026`. */
  readonly span: (span: Span) => string;
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
  const time = written({ hour: '2-digit', minute: '2-digit' });
  const month = written({ month: 'long', year: 'numeric', timeZone: 'UTC' });
  const year = written({ year: 'numeric', timeZone: 'UTC' });
  return {
    ...numbersIn(formatOptions),
    day: written({ weekday: 'short', day: 'numeric', month: 'short' }),
    longDay: written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    time,
    times: (from, to) => {
      daysBetween ??= daysBetweenIn(timeZone);
      const days = daysBetween(from, to);
      const later = days > 0 ? ` (${historyText.list.days(days)})` : '';
      return `${time(from)}–${time(to)}${later}`;
    },
    span: (span) =>
      span.unit === 'month'
        ? month(Date.UTC(span.year, span.month - 1, 15))
        : year(Date.UTC(span.year, 6)),
  };
}

/** The ways of writing of this window. */
export function useFormats(): Formats {
  const { formatOptions } = useAppContext();
  return useMemo(() => formatsOf(formatOptions), [formatOptions]);
}
