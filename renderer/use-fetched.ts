import { useEffect, useRef, useState } from 'react';
import type { Reply, Request } from '../shared/ipc/contract.ts';
import type { CallName } from '../shared/ipc/names.ts';
import { useTell } from './app-context.ts';

/** An answer, and whether it is that of the newest question. */
export interface Fetched<Answer> {
  readonly answer: Answer | undefined;
  readonly isCurrent: boolean;
}

/**
 * Asks when the question changes and whenever `changes` moves on; never by itself. Until the new
 * answer is there the one before stays, so that nothing jumps.
 */
export function useFetched<Name extends CallName>(
  name: Name,
  request: Request<Name>,
  changes: number,
): Fetched<Reply<Name>> {
  const tell = useTell();
  const question = JSON.stringify(request);
  const newest = useRef(request);
  newest.current = request;
  const [got, setGot] = useState<{ readonly question: string; readonly answer: Reply<Name> }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes are the reason to ask again
  useEffect(() => {
    let isWanted = true;
    void tell(name, newest.current).then((result) => {
      if (isWanted && result.ok) setGot({ question, answer: result.value });
    });
    return () => {
      isWanted = false;
    };
  }, [tell, name, question, changes]);
  return { answer: got?.answer, isCurrent: got?.question === question };
}
