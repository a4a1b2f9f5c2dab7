import type { Clock } from '../../ports/clock.ts';

/** How long the next request has to wait, and the record that one was sent. */
export interface Budget {
  /** Milliseconds; 0 means now. */
  waitMs(): number;
  spend(): void;
}

/**
 * Reads as a debt: each costs one period. The first few go at once; after those, the next one waits
 * until all debt is paid back. A request that could not wait (a new token) adds to the debt.
 */
export class DebtBudget implements Budget {
  readonly #clock: Clock;
  readonly #periodMs: number;
  #paidAt = 0;
  #burst: number;

  constructor(clock: Clock, limit: { readonly periodMs: number; readonly burst: number }) {
    this.#clock = clock;
    this.#periodMs = limit.periodMs;
    this.#burst = limit.burst;
  }

  waitMs(): number {
    return this.#burst > 0 ? 0 : this.debtMs();
  }

  /** Milliseconds until all debt is paid back. */
  debtMs(): number {
    return Math.max(0, this.#paidAt - this.#clock.monotonic());
  }

  spend(): void {
    this.#burst = Math.max(0, this.#burst - 1);
    this.addDebt();
  }

  /** A request outside the count of the burst. */
  addDebt(): void {
    this.#paidAt = Math.max(this.#paidAt, this.#clock.monotonic()) + this.#periodMs;
  }
}

/** At most `count` in any stretch of `periodMs`. */
export class WindowBudget implements Budget {
  readonly #clock: Clock;
  readonly #limit: { readonly periodMs: number; readonly count: number };
  #sent: readonly number[] = [];

  constructor(clock: Clock, limit: { readonly periodMs: number; readonly count: number }) {
    this.#clock = clock;
    this.#limit = limit;
  }

  waitMs(): number {
    const oldest = this.#sent[this.#sent.length - this.#limit.count];
    if (oldest === undefined) return 0;
    return Math.max(0, oldest + this.#limit.periodMs - this.#clock.monotonic());
  }

  spend(): void {
    this.#sent = [...this.#sent, this.#clock.monotonic()].slice(-this.#limit.count);
  }
}
