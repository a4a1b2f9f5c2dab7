import type { Failure } from '../../../../shared/domain/failure.ts';
import type { HttpAnswer } from '../../../ports/http.ts';
import type { Backoff } from '../../kit/backoff.ts';
import type { Pace } from '../pace.ts';

/** Everything that keeps requests off a station for a while. */
export class Restraint {
  readonly #pace: Pace;
  readonly #limited: Backoff;
  readonly #troubled: Backoff;
  readonly #keyRefused: Backoff;

  constructor(pace: Pace) {
    this.#pace = pace;
    this.#limited = pace.backoff(2, 15);
    this.#troubled = pace.backoff(1, 15);
    // Only its owner can help; but a station that was being restarted takes the key again.
    this.#keyRefused = pace.backoff(15, 6 * 60);
  }

  /** Why nothing may be sent now. */
  hindrance(): Failure | undefined {
    if (this.#keyRefused.isOn()) return this.#refused();
    if (this.#limited.isOn()) return { kind: 'rateLimited', until: this.#limited.until() };
    return this.#troubled.isOn() ? { kind: 'troubled', until: this.#troubled.until() } : undefined;
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

  troubled(answer: HttpAnswer): Failure {
    this.#troubled.hit(this.#pace.askedMs(answer));
    return { kind: 'troubled', until: this.#troubled.until() };
  }

  /** It gave a right answer to a right token. */
  isWell(): void {
    for (const backoff of [this.#limited, this.#troubled, this.#keyRefused]) backoff.clear();
  }

  #refused(): Failure {
    return { kind: 'signInNeeded', cause: 'refused', until: this.#keyRefused.until() };
  }
}
