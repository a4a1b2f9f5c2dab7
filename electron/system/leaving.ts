import type { Clock } from './clock.ts';

/**
 * Waits for the end of what is under way, but not for long: a person who quits wants the app gone,
 * and a request that hangs can be left to hang. Never rejects.
 */
export function endedWithin(
  limitMs: number,
  clock: Clock,
  stop: () => Promise<unknown>,
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
 * threads, however long a look-up of a host name, a locked keychain or a disk that hangs takes.
 */
export function isHeld({ how, keychain, resources }: Held): boolean {
  const busy = (work: string) => resources.some((name) => name.startsWith(work));
  return keychain || busy('GetAddrInfo') || (how === 'left' && busy('FSReq'));
}

interface Held {
  readonly how: Awaited<ReturnType<typeof endedWithin>>;
  readonly keychain: boolean;
  readonly resources: readonly string[];
}
