import { useEffect, useState } from 'react';
import { useAppContext } from './app-context.ts';

interface Fetched<Part> {
  readonly part?: Part;
  readonly fault?: { readonly why: unknown };
}

/**
 * A part of the window that is a file of its own, so that what is read first is painted first. It
 * is fetched once the window has nothing else to do, or at once when it is wanted; undefined until
 * then. Not by way of `lazy`: React lets whoever comes too early wait for 300 ms at least.
 */
export function useLater<Part>(
  fetchPart: () => Promise<Part>,
  isWanted: boolean,
): Part | undefined {
  const { clock } = useAppContext();
  const [fetched, setFetched] = useState<Fetched<Part>>({});
  const isThere = fetched.part !== undefined;
  useEffect(() => {
    if (isThere) return undefined;
    const fetch = async () => setFetched(await fetchedOrFault(fetchPart));
    if (!isWanted) return clock.whenIdle(() => void fetch());
    void fetch();
    return undefined;
  }, [isThere, isWanted, clock, fetchPart]);
  if (isWanted && fetched.fault) throw fetched.fault.why;
  return fetched.part;
}

async function fetchedOrFault<Part>(fetchPart: () => Promise<Part>): Promise<Fetched<Part>> {
  try {
    return { part: await fetchPart() };
  } catch (why) {
    return { fault: { why } };
  }
}
