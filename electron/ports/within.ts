import type { Clock } from './clock.ts';

/**
 * What `work` comes to, or after `ms`, if that is sooner, what is said instead. The work goes on:
 * it cannot be taken back. Rejects where the work does in time.
 */
export function within<T>(
  clock: Pick<Clock, 'after'>,
  ms: number,
  work: Promise<T>,
  instead: () => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const enough = clock.after(ms, () => resolve(instead()));
    work.then(
      (value) => {
        enough.cancel();
        resolve(value);
      },
      (error) => {
        enough.cancel();
        reject(error);
      },
    );
  });
}
