import type { Store } from '../../app/store.ts';

/** Settles with the next change of what is shown, or when nobody waits for it any more. */
export function nextChange(store: Pick<Store, 'listen'>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      stop();
      signal.removeEventListener('abort', settle);
      resolve();
    };
    const stop = store.listen(settle);
    signal.addEventListener('abort', settle);
    if (signal.aborted) settle();
  });
}
