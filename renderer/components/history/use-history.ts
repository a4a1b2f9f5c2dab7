import { useMemo, useRef } from 'react';
import type { Period, Session, Totals } from '../../../shared/domain/session/history.ts';
import { useAppContext } from '../../app-context.ts';
import { useFetched } from '../../use-fetched.ts';
import { type Bounds, boundsBefore, boundsOf, type Span, zoneOf } from './span.ts';
import { useSessions } from './use-sessions.ts';

/** What is known of a month or year: its sums, its bars, and its charges as far as asked for. */
export interface Past {
  readonly span: Span;
  readonly charger: string | undefined;
  /** A day of it, to which the charges are narrowed. */
  readonly day: Bounds | undefined;
  readonly totals: Totals;
  /** Of what it is compared with, see `boundsBefore`. */
  readonly before?: Totals;
  /** It is not over. */
  readonly isRunning: boolean;
  readonly periods: readonly Period[];
  /** How many ended without energy. */
  readonly empty?: number;
  readonly rows: readonly Session[];
  /** There may be more. */
  readonly hasMore: boolean;
}

interface Asked {
  readonly span: Span;
  /** Narrows the charges, and leaves sums and bars as they are. */
  readonly day: Bounds | undefined;
  /** Undefined: all of them. */
  readonly charger: string | undefined;
  readonly changes: number;
  /** At least so many charges at once. */
  readonly atLeast: number;
  /** With the sessions that ended without energy. */
  readonly withEmpty: boolean;
}

/**
 * Asks for sums and charges at once and gives them together, so that nothing on the page jumps
 * twice. Until both are there it is those of the range before.
 */
export function useHistoryPages(asked: Asked) {
  const { span, day, charger, changes, atLeast, withEmpty } = asked;
  const { clock, formatOptions } = useAppContext();
  const zone = useMemo(() => zoneOf(formatOptions), [formatOptions]);
  const bounds = useMemo(() => boundsOf(span, zone), [span, zone]);
  // A question that changed with every moment would be asked without end.
  const hour = Math.floor(clock.now() / hourMs);
  const before = useMemo(() => boundsBefore(span, zone, hour * hourMs), [span, zone, hour]);
  const query = {
    ...bounds,
    ...(charger !== undefined && { charger }),
  };
  // What ended without energy may be listed, and counts nowhere.
  const counted = { ...query, energyOnly: true as const };
  const sumsAsked = { query: counted, by: barsOf[span.unit], zone, ...(before && { before }) };
  const sums = useFetched('sumSessions', sumsAsked, changes);
  const listed = { query: { ...(withEmpty ? query : counted), ...day }, changes, atLeast };
  const { rows, hasMore, more, ...sessions } = useSessions(listed);
  const newest = useRef<Past>(undefined);
  const isCurrent = sums.isCurrent && sessions.isCurrent;
  if (isCurrent && sums.answer && rows) {
    const isRunning = bounds.to > clock.now();
    newest.current = { span, day, charger, isRunning, ...sums.answer, rows, hasMore };
  }
  return { past: newest.current, isCurrent, more };
}

const hourMs = 3_600_000;
/** What each bar stands for. */
const barsOf = { month: 'day', year: 'month', all: 'year' } as const;
