import type { AddFailure } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/result.ts';

/** Attempts to sign in, which their owner may call off while they are under way. */
export class SignInAttempts {
  readonly #underWay = new Set<AbortController>();

  /** `attempt` leaves everything as it was once its signal has aborted. */
  async run<T>(
    attempt: (signal: AbortSignal) => Promise<Result<T, AddFailure>>,
  ): Promise<Result<T, AddFailure>> {
    const mine = new AbortController();
    this.#underWay.add(mine);
    try {
      return await attempt(mine.signal);
    } finally {
      this.#underWay.delete(mine);
    }
  }

  cancel(): void {
    for (const attempt of this.#underWay) attempt.abort();
  }
}
