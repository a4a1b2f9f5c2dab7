import type { Clock } from '../../ports/clock.ts';
import type { DiskLog } from '../../ports/log.ts';
import { within } from '../../ports/within.ts';

type How = 'ended' | 'left' | 'failed';

/**
 * Waits for the end of what is under way, but not for long: a person who quits wants the app gone,
 * and a request that hangs can be left to hang. Never rejects.
 */
export function endedWithin(
  limitMs: number,
  clock: Clock,
  stop: () => Promise<unknown>,
): Promise<How> {
  const ended = Promise.resolve()
    .then(stop)
    .then(
      () => 'ended' as const,
      () => 'failed' as const,
    );
  return within<How>(clock, limitMs, ended, () => 'left');
}

export interface WayOut {
  readonly clock: Clock;
  readonly log: DiskLog;
  /** For all of it. */
  readonly limitMs: number;
  /** What of that is kept for the log. */
  readonly logMs: number;
  readonly stop: () => Promise<unknown>;
}

/**
 * Waits for what is under way and then for the log, whose last lines tell how that went: all in one
 * limit, and what hangs leaves the log its share. Never rejects.
 */
export async function endedWithLog({ clock, log, limitMs, logMs, stop }: WayOut): Promise<How> {
  let stopped: How = 'left';
  const written = await endedWithin(limitMs, clock, async () => {
    stopped = await endedWithin(limitMs - logMs, clock, stop);
    if (stopped !== 'ended') log.warn('not everything came to its end', { how: stopped });
    await log.settled();
  });
  return written === 'left' ? 'left' : stopped;
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
  readonly how: How;
  readonly keychain: boolean;
  readonly resources: readonly string[];
}
