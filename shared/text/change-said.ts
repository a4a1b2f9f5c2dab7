/** How much more or less than in the period before. `percent` and `before` come written out. */
export interface ChangeSaid {
  readonly trend: 'more' | 'less' | 'same';
  /** `12%`. */
  readonly percent: string;
  /** `Sep`, or `September 2026` where it is heard. */
  readonly before: string;
  /** The period still runs, and is compared with as much of the one before. */
  readonly isRunning: boolean;
}
