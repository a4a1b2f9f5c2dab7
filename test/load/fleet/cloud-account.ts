import type { Backoff } from '../../../electron/integrations/kit/backoff.ts';
import type { DebtBudget } from '../../../electron/integrations/kit/budget.ts';
import { renewalAgeMs } from '../../../electron/integrations/wallbox/auth/token-life.ts';
import { paceFor } from '../../../electron/integrations/wallbox/pace.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { type Verdict, verdictAt } from './cloud.ts';
import { type EventClock, minuteMs } from './time.ts';

export const tokenMs = renewalAgeMs(15 * minuteMs);

/** What the cloud is asked for an account, by the app's own budget and back-offs. */
export class CloudAccount {
  readonly reads: DebtBudget;
  /** When the token in use came. */
  tokenAt = Number.NEGATIVE_INFINITY;
  readonly #clock: EventClock;
  readonly #asks: (at: number) => void;
  readonly #limited: Backoff;
  readonly #serverError: Backoff;
  readonly #trouble: Backoff;
  #troubleKind: 'rateLimited' | 'serverError' = 'serverError';

  /** `asks` hears of each request. */
  constructor(clock: EventClock, chance: () => number, asks: (at: number) => void) {
    this.#clock = clock;
    this.#asks = asks;
    clock.at = -3 * minuteMs;
    // It has run for long: nothing is left of its burst, and nothing is owed.
    const spent = { paidAt: clock.now() + 3 * minuteMs, writtenAt: [] };
    const pace = paceFor({ clock, random: chance, overrides: {}, spends: () => undefined, spent });
    this.reads = pace.reads;
    this.#limited = pace.backoff();
    this.#serverError = pace.backoff();
    this.#trouble = pace.backoff();
  }

  isHeldUp(): boolean {
    return this.#trouble.isOn() || this.#limited.isOn() || this.#serverError.isOn();
  }

  /** Why nothing is asked now. */
  off(): Failure | undefined {
    if (this.#clock.at - this.tokenAt >= tokenMs && this.#trouble.isOn()) {
      return this.#troubleKind === 'rateLimited'
        ? { kind: 'rateLimited', until: this.#trouble.until() }
        : { kind: 'serverError' };
    }
    if (this.#limited.isOn()) return { kind: 'rateLimited', until: this.#limited.until() };
    return this.#serverError.isOn()
      ? { kind: 'serverError', until: this.#serverError.until() }
      : undefined;
  }

  /** A token where the old one is used up, and what was to be read. */
  get(at: number): Failure | undefined {
    if (at - this.tokenAt >= tokenMs) {
      this.reads.addDebt();
      const failure = this.#asked(at, this.#trouble, this.#trouble);
      if (failure) {
        if (failure.kind !== 'unreachable') this.#troubleKind = failure.kind;
        return failure.kind === 'serverError' ? { kind: 'serverError' } : failure;
      }
      this.tokenAt = at;
      this.#trouble.clear();
    }
    this.reads.spend();
    const failure = this.#asked(at, this.#limited, this.#serverError);
    if (!failure) {
      this.#limited.clear();
      this.#serverError.clear();
    }
    return failure;
  }

  #asked(at: number, limited: Backoff, serverError: Backoff) {
    this.#asks(at);
    const verdict: Verdict = verdictAt(at);
    switch (verdict.kind) {
      case 'ok':
        return undefined;
      case 'unreachable':
        return { kind: 'unreachable' } as const;
      case 'serverError':
        serverError.hit();
        return { kind: 'serverError', until: serverError.until() } as const;
      case 'rateLimited':
        limited.hit(verdict.askedMs);
        return { kind: 'rateLimited', until: limited.until() } as const;
    }
  }
}
