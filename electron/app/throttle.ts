import type { Clock, Timer } from '../ports/clock.ts';

/** Readings that come within so long of the last publishing are published together; nobody sees it. */
export const togetherMs = 100;

/**
 * Decides when the state is shown. Showing it goes through every charger, so that a thousand of
 * them, read fifty times a second, would be gone through fifty times a second.
 */
export class Throttle {
  readonly #clock: Clock;
  readonly #show: () => void;
  #lastAt = Number.NEGATIVE_INFINITY;
  #waiting: Timer | undefined;

  constructor(clock: Clock, show: () => void) {
    this.#clock = clock;
    this.#show = show;
  }

  /** Whatever a person does is seen at once, and with it what has waited. */
  now(): void {
    this.#waiting?.cancel();
    this.#waiting = undefined;
    this.#lastAt = this.#clock.monotonic();
    this.#show();
  }

  /** At once when nothing was shown of late; else together with what comes until `togetherMs` are over. */
  soon(): void {
    const leftMs = this.#lastAt + togetherMs - this.#clock.monotonic();
    if (leftMs <= 0) this.now();
    else this.#waiting ??= this.#clock.after(leftMs, () => this.now());
  }

  /** Lets nothing wait any longer: before a rest, the end, or somebody who comes to look. */
  settle(): void {
    if (this.#waiting) this.now();
  }
}
