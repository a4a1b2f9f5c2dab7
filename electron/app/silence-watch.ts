import type { Clock, Timer } from '../ports/clock.ts';

interface Watched {
  /** When the last thing that was heard stops speaking for the charger, monotonic ms. */
  readonly dueAt: number;
  readonly validForMs: number;
  /** Its connection has said why nothing is heard. */
  readonly isExplained: boolean;
}

/** Silence that nobody explains may end in a word to the owner, which must not come much too late. */
const longestMs = 5 * 60_000;
/** Silence is said no oftener, however short a reading is to speak for its charger. */
const leastMs = 1000;
/** Timers of some systems end at once when they are set for weeks. */
const longestTimerMs = 24 * 3_600_000;

/**
 * Notices that nothing is heard of a charger any more: who speaks without being asked can fall silent
 * without anybody failing. Says so again and again while that lasts.
 */
export class SilenceWatch {
  readonly #clock: Clock;
  readonly #silent: (id: string, isExplained: boolean) => void;
  readonly #watched = new Map<string, Watched>();
  /** One for all chargers; it runs on where something is heard in time. */
  #timer: Timer | undefined;
  #firesAt = Number.POSITIVE_INFINITY;

  constructor(clock: Clock, silent: (id: string, isExplained: boolean) => void) {
    this.#clock = clock;
    this.#silent = silent;
  }

  /** An observation speaks for the charger for so long since it was made, which is so long ago. */
  observed(id: string, validForMs: number, agoMs = 0): void {
    this.#watch(id, { validForMs, isExplained: false }, validForMs - agoMs);
  }

  /** Nothing was heard yet, but something should be before long. */
  expect(id: string, withinMs: number): void {
    if (!this.#watched.has(id)) this.observed(id, withinMs);
  }

  /** Its connection has said itself that something is wrong; whether it says so again is open. */
  failed(id: string): void {
    const { validForMs } = this.#watched.get(id) ?? {};
    if (validForMs !== undefined) this.#watch(id, { validForMs, isExplained: true }, validForMs);
  }

  /** Nothing is expected any more: of this charger, or of any. */
  forget(id?: string): void {
    if (id === undefined) this.#watched.clear();
    else this.#watched.delete(id);
    if (this.#watched.size === 0) this.#disarm();
  }

  #watch(id: string, watched: Omit<Watched, 'dueAt'>, ms: number): void {
    const dueAt = this.#clock.monotonic() + ms;
    this.#watched.set(id, { ...watched, dueAt });
    if (dueAt < this.#firesAt) this.#arm(dueAt);
  }

  #arm(dueAt: number): void {
    this.#disarm();
    this.#firesAt = dueAt;
    const ms = Math.min(dueAt - this.#clock.monotonic(), longestTimerMs);
    this.#timer = this.#clock.after(ms, () => this.#fired());
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
    for (const [id, watched] of due) this.#watch(id, watched, againMs(watched));
    const next = Math.min(...[...this.#watched.values()].map(({ dueAt }) => dueAt));
    if (next < this.#firesAt) this.#arm(next);
    for (const [id, { isExplained }] of due) this.#silent(id, isExplained);
  }
}

function againMs({ isExplained, validForMs }: Watched): number {
  return Math.max(leastMs, isExplained ? validForMs : Math.min(validForMs, longestMs));
}
