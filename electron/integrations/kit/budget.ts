import type { Clock } from '../../ports/clock.ts';

/** How long the next request has to wait, and the record that one was sent. */
export interface Budget {
  /** Milliseconds; 0 means now. */
  waitMs(): number;
  spend(): void;
}

/** So many reads at once, and how long each of them is paid back. */
export interface DebtLimit {
  readonly periodMs: number;
  readonly burst: number;
  /** What is still to be paid back of the time before, ms: it leaves less of the burst. */
  readonly owedMs?: number;
  /** Hears of each new debt. */
  readonly spends?: () => void;
}

/**
 * Reads as a debt: each costs one period. The first few go at once; after those, the next one waits
 * until all debt is paid back. A request that could not wait (a new token) adds to the debt.
 */
export class DebtBudget implements Budget {
  readonly #clock: Clock;
  readonly #periodMs: number;
  readonly #spends: DebtLimit['spends'];
  #paidAt: number;
  #burst: number;

  constructor(clock: Clock, limit: DebtLimit) {
    const { periodMs, burst, owedMs = 0 } = limit;
    this.#clock = clock;
    this.#periodMs = periodMs;
    this.#spends = limit.spends;
    this.#paidAt = clock.monotonic() + owedMs;
    this.#burst = Math.max(0, Math.floor(burst - owedMs / periodMs));
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
    this.#spends?.();
  }
}

/** How many in which stretch of time. */
export interface WindowLimit {
  readonly periodMs: number;
  readonly count: number;
  /** How long ago those of the time before were sent, ms, the newest last. */
  readonly agesMs?: readonly number[];
  /** Hears of each that is sent. */
  readonly spends?: () => void;
}

/** At most `count` in any stretch of `periodMs`. */
export class WindowBudget implements Budget {
  readonly #clock: Clock;
  readonly #limit: WindowLimit;
  #sent: readonly number[];

  constructor(clock: Clock, limit: WindowLimit) {
    this.#clock = clock;
    this.#limit = limit;
    this.#sent = (limit.agesMs ?? []).map((ageMs) => clock.monotonic() - ageMs);
  }

  waitMs(): number {
    const oldest = this.#sent[this.#sent.length - this.#limit.count];
    if (oldest === undefined) return 0;
    return Math.max(0, oldest + this.#limit.periodMs - this.#clock.monotonic());
  }

  spend(): void {
    this.#sent = [...this.#sent, this.#clock.monotonic()].slice(-this.#limit.count);
    this.#limit.spends?.();
  }

  /** When the last ones were sent, epoch ms, the newest last. */
  sentAt(): readonly number[] {
    if (this.#sent.length === 0) return this.#sent;
    const begunAt = this.#clock.now() - this.#clock.monotonic();
    return this.#sent.map((at) => begunAt + at);
  }
}
