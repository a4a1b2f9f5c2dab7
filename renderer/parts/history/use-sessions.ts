import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryQuery, Session } from '../../../shared/domain/history.ts';
import { useTell } from '../../surroundings.ts';

/** How many charges are asked for, and shown, at a time. */
export const pageSize = 100;
const most = 5000;

/** The charges of a range, newest first, as far as they were asked for. */
export interface Sessions {
  /** Undefined until the first answer; that of the range before until the next one. */
  readonly rows: readonly Session[] | undefined;
  readonly isCurrent: boolean;
  /** There may be more. */
  readonly hasMore: boolean;
  readonly more: () => void;
}

interface Got {
  readonly range: string;
  readonly rows: readonly Session[];
  readonly hasMore: boolean;
}

interface Asked {
  readonly query: HistoryQuery;
  readonly changes: number;
  /** At least so many at once: a search looks through all. */
  readonly atLeast: number;
}

/** Asks page by page; when something has changed, for all that is shown at once. */
export function useSessions({ query, changes, atLeast }: Asked): Sessions {
  const tell = useTell();
  const [got, setGot] = useState<Got>();
  const range = JSON.stringify(query);
  const newest = useRef({ query, got });
  newest.current = { query, got };
  const isAsking = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: changes are the reason to ask again
  useEffect(() => {
    let isWanted = true;
    const shown = newest.current.got?.range === range ? newest.current.got.rows.length : 0;
    const limit = Math.min(most, Math.max(atLeast, pageSize, shown));
    void tell('listSessions', { query: newest.current.query, limit }).then((result) => {
      if (!isWanted || !result.ok) return;
      setGot({ range, rows: result.value, hasMore: result.value.length === limit });
    });
    return () => {
      isWanted = false;
    };
  }, [tell, range, changes, atLeast]);

  const more = useCallback(async () => {
    const before = newest.current.got;
    const last = before?.rows.at(-1);
    if (!before?.hasMore || !last || isAsking.current) return;
    isAsking.current = true;
    const { startedAt, id } = last;
    const asked = { query: newest.current.query, limit: pageSize, before: { startedAt, id } };
    const result = await tell('listSessions', asked);
    isAsking.current = false;
    if (result.ok) setGot((now) => (now === before ? extended(now, result.value) : now));
  }, [tell]);

  return {
    rows: got?.rows,
    isCurrent: got?.range === range,
    hasMore: got?.hasMore ?? false,
    more: () => void more(),
  };
}

function extended(got: Got, page: readonly Session[]): Got {
  return { ...got, rows: [...got.rows, ...page], hasMore: page.length === pageSize };
}
