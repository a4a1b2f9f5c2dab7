import type { WishProgress } from '../../shared/domain/charger/wish.ts';
import { longestMs } from './doubt.ts';

/** A wish that outlives the end of the app. */
export interface KeptWish {
  readonly chargerId: string;
  readonly progress: WishProgress;
  /** A newer one was asked for since: it may explain what readings find, but is not shown. */
  readonly superseded?: true | undefined;
}

/** What has become of a wish is of no interest a day later. */
const oldMs = 24 * 3_600_000;

/** Also of a time to come: the clock was wrong when it was asked, or is now. `now` is epoch ms. Pure. */
export function isOld({ at }: WishProgress, now: number): boolean {
  return Math.abs(now - at) > oldMs;
}

/** Neither can a confirmed one come true any more, nor one that was never sent. Pure. */
export function mayComeTrue({ phase }: WishProgress): boolean {
  return phase !== 'confirmed' && phase !== 'failed';
}

/**
 * How far a wish has come when the app begins again. Whoever was killed while sending does not know
 * what has become of it. What was sent longer ago than anybody waits is given up, as it would have
 * been meanwhile. `now` is epoch ms. Pure.
 */
export function takenUp(kept: WishProgress, now: number): WishProgress {
  if (kept.phase !== 'sending' && kept.phase !== 'sent') return kept;
  const { wish, at, from } = kept;
  if (leftMs(kept, now) > 0) {
    return kept.phase === 'sent'
      ? kept
      : { phase: 'sent', wish, at, ...(from && { from }), outcome: 'unknown' };
  }
  const unread = kept.phase === 'sent' && kept.contradicted ? {} : { unread: true as const };
  return { phase: 'notConfirmed', wish, at: at + longestMs, ...(from && { from }), ...unread };
}

/** For how long a wish is still waited for, in ms. `now` is epoch ms. Pure. */
export function leftMs({ at }: WishProgress, now: number): number {
  return longestMs - Math.max(0, now - at);
}
