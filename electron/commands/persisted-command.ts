import type { CommandProgress } from '../../shared/domain/charger/command.ts';
import { longestMs } from './doubt.ts';

/** A command that outlives the end of the app. */
export interface PersistedCommand {
  readonly chargerId: string;
  readonly progress: CommandProgress;
  /** A newer one was asked for since: it may explain what readings find, but is not shown. */
  readonly superseded?: true | undefined;
}

/** What has become of a command is of no interest a day later. */
const oldMs = 24 * 3_600_000;

/** Also of a time to come: the clock was wrong when it was asked, or is now. `now` is epoch ms. Pure. */
export function isOld({ at }: CommandProgress, now: number): boolean {
  return Math.abs(now - at) > oldMs;
}

/** What was asked, however far it has come. Pure. */
export function askedIn({ command, from, origin }: CommandProgress) {
  return { command, ...(from && { from }), ...(origin && { origin }) };
}

/** Neither can a confirmed one come true any more, nor one that was never sent. Pure. */
export function mayComeTrue({ phase }: CommandProgress): boolean {
  return phase !== 'confirmed' && phase !== 'failed';
}

/**
 * How far a command has come when the app begins again. Whoever was killed while sending does not
 * know what has become of it. What was sent longer ago than anybody waits is given up, as it would have
 * been meanwhile. `now` is epoch ms. Pure.
 */
export function takenUp(kept: CommandProgress, now: number): CommandProgress {
  if (kept.phase !== 'sending' && kept.phase !== 'sent') return kept;
  const { at } = kept;
  const asked = askedIn(kept);
  if (leftMs(kept, now) > 0) {
    return kept.phase === 'sent' ? kept : { phase: 'sent', ...asked, at, outcome: 'unknown' };
  }
  const unread = kept.phase === 'sent' && kept.contradicted ? {} : { unread: true as const };
  return { phase: 'notConfirmed', ...asked, at: at + longestMs, ...unread };
}

/** For how long a command is still waited for, in ms. `now` is epoch ms. Pure. */
export function leftMs({ at }: CommandProgress, now: number): number {
  return longestMs - Math.max(0, now - at);
}
