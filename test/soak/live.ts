import { setTimeout } from 'node:timers/promises';
import { chancesOf } from '../load/chances.ts';
import { type Chance, type Deed, doings, faults, oneOf } from './deeds.ts';
import type { House } from './house.ts';

/** Time between two of them at most, ms. */
const paces = { faults: 4000, doings: 1500 } as const;

/** Has things happen by chance until it is stopped; counts them by name. */
export function live(house: House, seed: number) {
  const abort = new AbortController();
  const counts = new Map<string, number>();
  const go = async (deeds: readonly Deed[], mostMs: number, chance: Chance) => {
    while (!abort.signal.aborted) {
      const deed = oneOf(deeds, chance);
      await deed.done(house, chance);
      counts.set(deed.name, (counts.get(deed.name) ?? 0) + 1);
      const { signal } = abort;
      await setTimeout(mostMs * chance(), undefined, { signal }).catch(() => undefined);
    }
  };
  const going = Promise.all([
    go(faults.flat(), paces.faults, chancesOf(seed)),
    go(doings, paces.doings, chancesOf(seed + 1)),
  ]);
  // Told by `stop`; meanwhile nobody waits for it.
  going.catch(() => abort.abort());
  return {
    counts,
    async stop(): Promise<void> {
      abort.abort();
      await going;
      house.cloud.clearFailures();
      house.station.clearFailures();
    },
  };
}
