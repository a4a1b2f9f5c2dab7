import type { Clock, Timer } from '../ports/clock.ts';

interface Watched {
  /** When the last thing that was heard stops speaking for the charger, monotonic ms. */
  readonly dueAt: number;
  readonly validForMs: number;
}

/**
 * Notices that nothing is heard of a charger any more: who speaks without being asked can fall silent
 * without anybody failing. Says so each time that another reading would have been due.
 */
export class SilenceWatch {
  readonly #clock: Clock;
  readonly #silent: (id: string) => void;
  readonly #watched = new Map<string, Watched>();
  /** One for all chargers; it runs on where something is heard in time. */
  #timer: Timer | undefined;
  #firesAt = Number.POSITIVE_INFINITY;

  constructor(clock: Clock, silent: (id: string) => void) {
    this.#clock = clock;
    this.#silent = silent;
  }

  /** An observation speaks for the charger for so long. */
  observed(id: string, validForMs: number): void {
    const dueAt = this.#clock.monotonic() + validForMs;
    this.#watched.set(id, { dueAt, validForMs });
    if (dueAt < this.#firesAt) this.#arm(dueAt);
  }

  /** Its connection has said itself that something is wrong; whether it says so again is open. */
  failed(id: string): void {
    const watched = this.#watched.get(id);
    if (watched) this.observed(id, watched.validForMs);
  }

  /** Nothing is expected any more: of this charger, or of any. */
  forget(id?: string): void {
    if (id === undefined) this.#watched.clear();
    else this.#watched.delete(id);
    if (this.#watched.size === 0) this.#disarm();
  }

  #arm(dueAt: number): void {
    this.#disarm();
    this.#firesAt = dueAt;
    this.#timer = this.#clock.after(dueAt - this.#clock.monotonic(), () => this.#fired());
  }

  #disarm(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#firesAt = Number.POSITIVE_INFINITY;
  }

  #fired(): void {
    const now = this.#clock.monotonic();
    this.#disarm();
    const due = [...this.#watched].filter(([, { dueAt }]) => dueAt <= now);
    for (const [id, { validForMs }] of due) this.observed(id, validForMs);
    const next = Math.min(...[...this.#watched.values()].map(({ dueAt }) => dueAt));
    if (next < this.#firesAt) this.#arm(next);
    for (const [id] of due) this.#silent(id);
  }
}
