import type { Clock } from './clock.ts';

/**
 * Waits for the end of what is under way, but not for long: a person who quits wants the app gone,
 * and a request that hangs can be left to hang. Never rejects.
 */
export function endedWithin(
  limitMs: number,
  clock: Clock,
  stop: () => Promise<void>,
): Promise<'ended' | 'left' | 'failed'> {
  return new Promise((resolve) => {
    const timer = clock.after(limitMs, () => resolve('left'));
    const end = (how: 'ended' | 'failed') => (): void => {
      timer.cancel();
      resolve(how);
    };
    Promise.resolve().then(stop).then(end('ended'), end('failed'));
  });
}

/**
 * Whether the process would not end by itself: the last thing it does is to wait for its worker
 * threads, however long a look-up of a host name or a locked keychain takes.
 */
export function isHeld(held: { keychain: boolean; resources: readonly string[] }): boolean {
  return held.keychain || held.resources.some((name) => name.startsWith('GetAddrInfo'));
}
