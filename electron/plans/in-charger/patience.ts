import type { Failure } from '../../../shared/domain/failure.ts';
import type { WhyNotStored } from './next-step.ts';

const minuteMs = 60_000;
const networkMs = 15 * minuteMs;
const refusedMs = 60 * minuteMs;
const longestMs = 24 * 60 * minuteMs;

/** How long a list that was not stored is left alone, ms. `now` is epoch ms. Pure. */
export function retryAfterMs(failure: Failure, now: number): number {
  const until = 'until' in failure ? failure.until : undefined;
  const usual = usualMs(failure);
  return Math.min(longestMs, Math.max(usual, (until ?? now) - now));
}

function usualMs(failure: Failure): number {
  switch (failure.kind) {
    case 'rateLimited':
    case 'unreachable':
    case 'timedOut':
    case 'serverError':
      return networkMs;
    case 'refused':
      if (failure.why === 'notNow') return minuteMs;
      return failure.why === 'updating' ? networkMs : refusedMs;
    default:
      return refusedMs;
  }
}

/** Whether another list would fare no better before the time. */
export function isOfAnyList(why: WhyNotStored): boolean {
  return !ofThisList.has(why);
}

const ofThisList: ReadonlySet<WhyNotStored> = new Set([
  'full',
  'unreadable',
  'tooOften',
  'refused',
]);
