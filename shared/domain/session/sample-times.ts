import type { Sample } from './sample.ts';

/** When something was read, epoch ms, and for how long that speaks for the charger. */
export interface ReadingTime {
  readonly at: number;
  readonly validForMs?: number | undefined;
}

/** Readings further apart leave a gap in the picture, unless the earlier one speaks for longer. */
const gapMs = 15 * 60_000;
/** So much later a reading says something of its own in any case. */
const longestRepeatMs = 10_000;

/** So long after a reading anything may have happened. Epoch ms. */
export function isGap({ at: before, validForMs = 0 }: ReadingTime, at: number): boolean {
  return at - before > Math.max(gapMs, validForMs);
}

/**
 * The rule for gaps, for card and history alike: whether nobody knows what was between two readings.
 * That is so after a quarter of an hour, or after as long as the earlier reading speaks for the
 * charger where that is longer; a reading that failed between them matters as little as one that was
 * not due. What a clock that was set back skipped nobody knows either. Epoch ms.
 */
export function leavesGap(before: ReadingTime, at: number): boolean {
  return isGap(before, at) || at < before.at;
}

/**
 * How much later than another a reading must come to say something of its own, ms: a charger that
 * speaks ten times a second says the same thing ten times. `validForMs` is that of the reading. Pure.
 */
export function repeatMs(validForMs = 0): number {
  return Math.min(longestRepeatMs, validForMs / 10);
}

/**
 * The rule for thinning, for card and history alike, so that a charge costs the same by both: of what
 * is said over and over, one sample is kept each `repeatMs`, and the newest. This tells whether the
 * next sample goes on so: nothing but its numbers is new, and nothing is unknown before it. Beyond
 * that the history keeps few samples while nothing changes, and the card a bounded number of points.
 */
export function goesOn(kept: Unthinned, next: Sample): boolean {
  const isSame =
    kept.state === next.state && kept.phases === next.phases && kept.vendorCode === next.vendorCode;
  return isSame && kept.byPlan === next.byPlan && next.at >= kept.at && !next.gap;
}

/** What of a sample decides whether the next one may thin it out. */
type Unthinned = Pick<Sample, 'at' | 'state' | 'phases' | 'vendorCode' | 'byPlan'>;
