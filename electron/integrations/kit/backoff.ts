import type { Clock } from '../../ports/clock.ts';

export interface BackoffOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly firstMs: number;
  readonly longestMs: number;
  /**
   * Many ask the same far end, and it may ask all of them to come back at one moment: that is exceeded
   * by a part of it.
   */
  readonly isShared?: true;
}

/** How far around the doubled time the jitter reaches, and behind the time that was asked for. */
const jitter = 0.2;

/** Keeps requests off: doubling from trouble to trouble, with jitter, until something works again. */
export class Backoff {
  readonly #options: BackoffOptions;
  #hits = 0;
  #overAt = 0;

  constructor(options: BackoffOptions) {
    this.#options = options;
  }

  /** One more trouble. `askedMs` is what the far end asked for, which is never undercut. */
  hit(askedMs = 0): void {
    const { clock, random, firstMs, longestMs, isShared } = this.#options;
    const doubled = Math.min(longestMs, firstMs * 2 ** Math.min(this.#hits, 30));
    const spread = doubled * (1 + jitter * (2 * random() - 1));
    this.#hits += 1;
    const most = Math.min(longestMs, Math.max(firstMs, jitter * askedMs));
    const behind = isShared && askedMs > 0 ? random() * most : 0;
    this.#overAt = clock.monotonic() + Math.max(askedMs + behind, spread);
  }

  /** It works again: the next trouble starts small. */
  clear(): void {
    this.#hits = 0;
    this.#overAt = 0;
  }

  isOn(): boolean {
    return this.#overAt > this.#options.clock.monotonic();
  }

  /** When it is over, epoch ms. */
  until(): number {
    const { clock } = this.#options;
    return clock.now() + Math.max(0, this.#overAt - clock.monotonic());
  }
}
