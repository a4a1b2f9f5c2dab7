import type { Clock, Timer } from '../../electron/ports/clock.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly then: () => void;
}

/** Time that stands still until a test moves it. Wall and monotonic time move together. */
export class FakeClock implements Clock {
  #monotonic = 0;
  #wall: number;
  #sleptMs = 0;
  #order = 0;
  #fired = 0;
  readonly #timers = new Set<Due>();

  /** `wall` is the epoch in ms at which it starts. */
  constructor(wall: number = Date.UTC(2026, 10, 21, 12)) {
    this.#wall = wall;
  }

  now(): number {
    return this.#wall;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  after(ms: number, then: () => void): Timer {
    const due = { at: this.#monotonic + Math.max(0, ms), order: this.#order++, then };
    this.#timers.add(due);
    return { cancel: () => void this.#timers.delete(due) };
  }

  /** How many timers are still to come; 0 shows that nothing was left behind. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** How many timers have run so far: each would have woken the computer's processor. */
  get fired(): number {
    return this.#fired;
  }

  /** Milliseconds until the next timer is due; Infinity without one. */
  get nextDueMs(): number {
    const due = this.#next(Number.POSITIVE_INFINITY);
    return due ? Math.max(0, due.at - this.#monotonic) : Number.POSITIVE_INFINITY;
  }

  /** How long the computer has slept so far. */
  get sleptMs(): number {
    return this.#sleptMs;
  }

  /** The computer sleeps: the day goes on, and no timer of its own does. */
  sleep(ms: number): void {
    this.#wall += ms;
    this.#sleptMs += ms;
  }

  /** Someone sets the computer's clock: the wall jumps, monotonic time does not. */
  setWall(ms: number): void {
    this.#wall = ms;
  }

  /** Moves on by `ms` and runs what falls due, in order; promises and sockets get their turns. */
  async advance(ms: number): Promise<void> {
    const end = this.#monotonic + ms;
    await turns();
    for (let due = this.#next(end); due; due = this.#next(end)) {
      this.#timers.delete(due);
      this.#moveTo(Math.max(due.at, this.#monotonic));
      this.#fired += 1;
      due.then();
      await turns();
    }
    this.#moveTo(end);
    await turns();
  }

  #next(end: number): Due | undefined {
    return [...this.#timers]
      .filter((due) => due.at <= end)
      .sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }

  #moveTo(monotonic: number): void {
    this.#wall += monotonic - this.#monotonic;
    this.#monotonic = monotonic;
  }
}

/** Lets what is ready run: a few rounds of the event loop, no time. */
export async function turns(rounds = 10): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

/** Turns the event loop until something is so; the test's own time limit ends a vain wait. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turns(1);
}
