import type { History, SureName, SureReads } from './history.ts';

const names: { readonly [Name in SureName]: true } = {
  prices: true,
  sessions: true,
  samples: true,
  cloudMonths: true,
  slots: true,
  knownSessions: true,
  knownSession: true,
  seenSession: true,
};

/** Sure reads that are all asked in one way. */
export function sureReads(
  ask: (name: SureName, args: readonly unknown[]) => Promise<unknown>,
): SureReads {
  const entries = Object.keys(names).map((name) => [
    name,
    (...args: readonly unknown[]) => ask(name as SureName, args),
  ]);
  // Whoever is asked by a name answers as the method of that name does.
  return Object.fromEntries(entries) as SureReads;
}

/** Revisions by such reads, one after the other, whatever becomes of the one before. */
export function revisions(sure: SureReads): History['revise'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(() => work(sure));
    last = done.catch(() => undefined);
    return done;
  };
}
