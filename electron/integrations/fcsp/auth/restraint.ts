import type { Failure } from '../../../../shared/domain/failure.ts';
import type { HttpAnswer } from '../../../ports/http.ts';
import type { Backoff } from '../../kit/backoff.ts';
import type { Pace } from '../pace.ts';

/** Everything that keeps requests off a station for a while. */
export class Restraint {
  readonly #pace: Pace;
  readonly #limited: Backoff;
  readonly #serverError: Backoff;
  readonly #keyRefused: Backoff;

  constructor(pace: Pace) {
    this.#pace = pace;
    this.#limited = pace.backoff(2, 15);
    this.#serverError = pace.backoff(1, 15);
    // Only its owner can help; but a station that was being restarted takes the key again.
    this.#keyRefused = pace.backoff(15, 6 * 60);
  }

  /** Why nothing may be sent now. */
  blockedReason(): Failure | undefined {
    if (this.#keyRefused.isOn()) return this.#refused();
    if (this.#limited.isOn()) return { kind: 'rateLimited', until: this.#limited.until() };
    return this.#serverError.isOn()
      ? { kind: 'serverError', until: this.#serverError.until() }
      : undefined;
  }

  /** The station does not take the key, or not the token that it gave for it. */
  keyRefused(): Failure {
    this.#keyRefused.hit();
    return this.#refused();
  }

  limited(answer: HttpAnswer): Failure {
    this.#limited.hit(this.#pace.askedMs(answer));
    return { kind: 'rateLimited', until: this.#limited.until() };
  }

  serverError(answer: HttpAnswer): Failure {
    this.#serverError.hit(this.#pace.askedMs(answer));
    return { kind: 'serverError', until: this.#serverError.until() };
  }

  /** It gave a right answer to a right token. */
  isWell(): void {
    for (const backoff of [this.#limited, this.#serverError, this.#keyRefused]) backoff.clear();
  }

  #refused(): Failure {
    return { kind: 'signInNeeded', cause: 'refused', until: this.#keyRefused.until() };
  }
}
