import { type ComponentType, useEffect, useState } from 'react';
import { useSurroundings } from './surroundings.ts';
import type { PastProps } from './views/PastView.tsx';

interface Fetched {
  readonly view?: ComponentType<PastProps>;
  readonly fault?: { readonly why: unknown };
}

/**
 * The views about past charges: most openings of the window never come to them, so they are a file
 * of their own. It is fetched once the window has nothing else to do, or when it is wanted before.
 * Not by way of `lazy`: React lets whoever comes too early wait for 300 ms at least.
 */
export function usePastView(isWanted: boolean): ComponentType<PastProps> | undefined {
  const { clock } = useSurroundings();
  const [fetched, setFetched] = useState<Fetched>({});
  const isThere = fetched.view !== undefined;
  useEffect(() => {
    if (isThere) return undefined;
    const fetch = async () => setFetched(await fetchView());
    if (!isWanted) return clock.whenIdle(() => void fetch());
    void fetch();
    return undefined;
  }, [isThere, isWanted, clock]);
  if (isWanted && fetched.fault) throw fetched.fault.why;
  return fetched.view;
}

async function fetchView(): Promise<Fetched> {
  try {
    const { PastView } = await import('./views/PastView.tsx');
    return { view: PastView };
  } catch (why) {
    return { fault: { why } };
  }
}
