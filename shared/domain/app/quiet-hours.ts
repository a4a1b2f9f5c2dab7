/** A part of the week without notifications, by the clock of the zone in which their owner lives. */
export interface QuietSpan {
  /** On which it begins: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /**
   * Minutes after midnight; `to` is excluded. A span over midnight has `to` ≤ `from`, and belongs to
   * the day on which it begins.
   */
  readonly from: number;
  readonly to: number;
}

/**
 * When notifications wait. What is still worth knowing is told when the quiet is over, as one
 * summary: every session that ended, and what is still so by then. What has passed, such as a car
 * that came, is not told.
 */
export interface QuietHours {
  readonly on: boolean;
  /** Faults and power cuts are told all the same. */
  readonly critical: boolean;
  readonly spans: readonly QuietSpan[];
}

export const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;

/** More than these nobody needs, and every one is a line in the settings. */
export const mostSpans = 4;

export const defaultQuietHours: QuietHours = {
  on: false,
  critical: true,
  spans: [{ days: everyDay, from: 22 * 60, to: 7 * 60 }],
};
