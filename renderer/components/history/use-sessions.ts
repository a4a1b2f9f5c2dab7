import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryQuery, Session } from '../../../shared/domain/session/history.ts';
import { useTell } from '../../app-context.ts';

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
  readonly changes: number;
  readonly rows: readonly Session[];
  readonly hasMore: boolean;
}

interface Asked {
  readonly query: HistoryQuery;
  readonly changes: number;
  /** At least so many at once; all of them for a search, which looks through all. */
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

  useEffect(() => {
    let isWanted = true;
    // Whoever scrolls has fetched the next page already: no need for all of them once more.
    if (isEnough(newest.current.got, { range, changes, atLeast })) return;
    const shown = newest.current.got?.range === range ? newest.current.got.rows.length : 0;
    const limit = Math.min(most, Math.max(atLeast, pageSize, shown));
    void tell('listSessions', { query: newest.current.query, limit }).then((result) => {
      if (!isWanted || !result.ok) return;
      setGot({ range, changes, rows: result.value, hasMore: result.value.length === limit });
    });
    return () => {
      isWanted = false;
    };
  }, [tell, range, changes, atLeast]);

  const askMore = useCallback(
    async (limit: number) => {
      const before = newest.current.got;
      const last = before?.rows.at(-1);
      if (!before?.hasMore || !last || isAsking.current) return;
      isAsking.current = true;
      const { startedAt, id } = last;
      const asked = { query: newest.current.query, limit, before: { startedAt, id } };
      const result = await tell('listSessions', asked);
      isAsking.current = false;
      if (!result.ok) return;
      const page = { rows: result.value, hasMore: result.value.length === limit };
      setGot((now) => now && (follows(now, before) ? extended(now, page) : again(now)));
    },
    [tell],
  );
  const more = useCallback(() => void askMore(pageSize), [askMore]);
  // One answer holds so many and no more.
  const count = got?.range === range && got.hasMore ? got.rows.length : 0;
  const lacksSome = count >= most && count < atLeast;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer may not be the last
  useEffect(() => {
    if (lacksSome) void askMore(most);
  }, [lacksSome, askMore, got]);

  return {
    rows: got?.rows,
    isCurrent: got?.range === range,
    hasMore: got?.hasMore ?? false,
    more,
  };
}

function isEnough(
  got: Got | undefined,
  wanted: { readonly range: string; readonly changes: number; readonly atLeast: number },
): boolean {
  if (got?.range !== wanted.range || got.changes !== wanted.changes) return false;
  return !got.hasMore || got.rows.length >= wanted.atLeast;
}

/** Asked for anew meanwhile, it may be another list, or the same one once more. */
function follows(now: Got, before: Got): boolean {
  return now.range === before.range && now.rows.at(-1)?.id === before.rows.at(-1)?.id;
}

/** The same once more, so that whoever waits for it to grow asks again. */
function again(got: Got): Got {
  return { ...got, rows: [...got.rows] };
}

function extended(got: Got, page: Pick<Got, 'rows' | 'hasMore'>): Got {
  return { ...got, rows: [...got.rows, ...page.rows], hasMore: page.hasMore };
}
