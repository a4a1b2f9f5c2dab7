import type { Clock, Timer } from '../../electron/ports/clock.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly then: () => void;
}

/** The clock of one run of the app; its timers are gone with it. */
export class RunClock implements Clock {
  readonly #time: WorldTime;
  #isGone = false;

  constructor(time: WorldTime) {
    this.#time = time;
  }

  now(): number {
    return this.#time.wall;
  }

  monotonic(): number {
    return this.#time.awakeMs;
  }

  after(ms: number, then: () => void): Timer {
    return this.#time.after(ms, () => {
      if (!this.#isGone) then();
    });
  }

  /** The process is dead: nothing of it runs any more. */
  drop(): void {
    this.#isGone = true;
  }
}

/** What time it really is, what the computer takes it for, and how long it has been awake. */
export class WorldTime {
  /** Since the beginning, whatever the computer did. */
  trueMs = 0;
  awakeMs = 0;
  /** By how much its clock is off, and by how much it was set at most, to and fro. */
  shiftMs = 0;
  shiftedMs = 0;
  readonly #begin: number;
  readonly #due: Due[] = [];
  #order = 0;

  /** Epoch ms. */
  constructor(begin: number) {
    this.#begin = begin;
  }

  /** What the computer's clock shows, epoch ms. */
  get wall(): number {
    return this.#begin + this.trueMs + this.shiftMs;
  }

  set(byMs: number): void {
    this.shiftMs += byMs;
    this.shiftedMs += Math.abs(byMs);
  }

  after(ms: number, then: () => void): Timer {
    const due: Due = { at: this.awakeMs + Math.max(0, ms), order: this.#order++, then };
    const place = this.#due.findIndex(({ at }) => at > due.at);
    this.#due.splice(place < 0 ? this.#due.length : place, 0, due);
    return {
      cancel: () => {
        const at = this.#due.indexOf(due);
        if (at >= 0) this.#due.splice(at, 1);
      },
    };
  }

  /** No timer runs meanwhile. */
  sleep(ms: number): void {
    this.trueMs += ms;
  }

  /** Runs what falls due, each once everything before it has come to rest. */
  async pass(ms: number): Promise<void> {
    const end = this.awakeMs + ms;
    await settled();
    for (let due = this.#next(end); due; due = this.#next(end)) {
      this.#moveTo(due.at);
      due.then();
      await settled();
    }
    this.#moveTo(end);
  }

  #next(end: number): Due | undefined {
    const [first] = this.#due;
    return first && first.at <= end ? this.#due.shift() : undefined;
  }

  #moveTo(awakeMs: number): void {
    const ms = Math.max(0, awakeMs - this.awakeMs);
    this.awakeMs += ms;
    this.trueMs += ms;
  }
}

/** Nothing in such a world waits for more than promises. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
