import type { Clock } from '../ports/clock.ts';
import { within } from '../ports/within.ts';

export interface Patience<T> {
  readonly clock: Pick<Clock, 'after'>;
  readonly limitMs: number;
  /** Hears an answer that came after nobody waited for it any more. */
  readonly late: (answer: T) => void;
}

/** Asks somebody who may be stopped, one question at a time, and waits for no answer without end. */
export class PatientQuestion<T> {
  readonly #patience: Patience<T>;
  #waits = false;

  constructor(patience: Patience<T>) {
    this.#patience = patience;
  }

  /** Whether the last question has no answer yet. */
  get waits(): boolean {
    return this.#waits;
  }

  /**
   * Undefined when the question fails, takes too long, or is not asked since the one before still
   * waits: who does not answer one will not answer two, and would be told everything twice at last.
   */
  ask(question: () => Promise<T>): Promise<T | undefined> {
    if (this.#waits) return Promise.resolve(undefined);
    const { clock, limitMs, late } = this.#patience;
    this.#waits = true;
    let isLate = false;
    const answered = question().then(
      (answer) => {
        this.#waits = false;
        if (isLate) late(answer);
        return answer;
      },
      () => {
        this.#waits = false;
        return undefined;
      },
    );
    return within<T | undefined>(clock, limitMs, answered, () => {
      isLate = true;
      return undefined;
    });
  }
}
