import type { Clock } from './clock.ts';

/** Resolves with `work`, or after `ms` if that is sooner. */
export function atLatest(clock: Clock, ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const enough = clock.after(ms, resolve);
    void work.then(() => {
      enough.cancel();
      resolve();
    });
  });
}
