import { useCallback, useRef, useState } from 'react';
import type { Wish } from '../../../shared/domain/charger/wish.ts';
import type { AskFailure } from '../../../shared/ipc/contract.ts';
import { useTell } from '../../app-context.ts';

/** Asking things of one charger. */
export interface Asking {
  readonly ask: (wish: Wish) => Promise<void>;
  /** Why the newest wish was not even sent. How a sent one fares is in the state. */
  readonly failure: AskFailure | undefined;
}

/** Sends wishes to a charger, one of a kind at a time: a double click is one wish. */
export function useAsk(chargerId: string): Asking {
  const tell = useTell();
  const [failure, setFailure] = useState<AskFailure>();
  const underWay = useRef(new Set<string>());

  const ask = useCallback(
    async (wish: Wish) => {
      if (underWay.current.has(wish.kind)) return;
      underWay.current.add(wish.kind);
      setFailure(undefined);
      const got = await tell('ask', { chargerId, wish });
      underWay.current.delete(wish.kind);
      if (got.ok && !got.value.ok) setFailure(got.value.failure);
    },
    [tell, chargerId],
  );
  return { ask, failure };
}
