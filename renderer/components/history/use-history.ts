import { useMemo, useRef } from 'react';
import type { Period, Session, Totals } from '../../../shared/domain/session/history.ts';
import { useAppContext } from '../../app-context.ts';
import { useFetched } from '../../use-fetched.ts';
import { boundsOf, type Span, zoneOf } from './span.ts';
import { useSessions } from './use-sessions.ts';

/** What is known of a month or year: its sums, its bars, and its charges as far as asked for. */
export interface Past {
  readonly span: Span;
  readonly charger: string | undefined;
  readonly totals: Totals;
  readonly periods: readonly Period[];
  /** How many ended without energy. */
  readonly empty?: number;
  readonly rows: readonly Session[];
  /** There may be more. */
  readonly hasMore: boolean;
}

interface Asked {
  readonly span: Span;
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
export function useHistoryPages({ span, charger, changes, atLeast, withEmpty }: Asked) {
  const { formatOptions } = useAppContext();
  const zone = useMemo(() => zoneOf(formatOptions), [formatOptions]);
  const bounds = useMemo(() => boundsOf(span, zone), [span, zone]);
  const query = {
    ...bounds,
    ...(charger !== undefined && { charger }),
    ...(!withEmpty && { energyOnly: true as const }),
  };
  const by = span.unit === 'year' ? 'month' : 'day';
  const sums = useFetched('sumSessions', { query, by, zone }, changes);
  const { rows, hasMore, more, ...sessions } = useSessions({ query, changes, atLeast });
  const newest = useRef<Past>(undefined);
  const isCurrent = sums.isCurrent && sessions.isCurrent;
  if (isCurrent && sums.answer && rows) {
    newest.current = { span, charger, ...sums.answer, rows, hasMore };
  }
  return { past: newest.current, isCurrent, more };
}
