/** A running timer. */
export interface Timer {
  cancel(): void;
}

/** Time as an argument, so that tests own it. */
export interface Clock {
  /** Wall clock, epoch ms. Can be wrong and can jump. */
  now(): number;
  /** Milliseconds that only ever grow, for durations. */
  monotonic(): number;
  /** Calls back once after `ms`. */
  after(ms: number, then: () => void): Timer;
}
