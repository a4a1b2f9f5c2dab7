import type { Clock } from '../ports/clock.ts';
import type { UpdateMemory } from './update-memory.ts';

/** So long a version is left alone, unless a newer one comes. */
const weekMs = 7 * 86_400_000;

/** What is remembered, while the app runs. */
export interface KeptMemory {
  readonly get: () => UpdateMemory;
  /** Puts what is given into it, also `undefined`. */
  readonly change: (memory: UpdateMemory) => void;
}

/** The version that its owner does not want to hear of now. */
export class PutOff {
  readonly #memory: KeptMemory;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(memory: KeptMemory, clock: Pick<Clock, 'now'>) {
    this.#memory = memory;
    this.#clock = clock;
  }

  is(version: string): boolean {
    const { postponed } = this.#memory.get();
    if (postponed?.version !== version) return false;
    // A clock that was wrong then must not have it left alone for years.
    return Math.abs(this.#clock.now() - postponed.at) < weekMs;
  }

  put(version: string): void {
    this.#memory.change({ postponed: { version, at: this.#clock.now() } });
  }

  /** Its owner wants to hear of it after all. */
  forget(): void {
    if (this.#memory.get().postponed) this.#memory.change({ postponed: undefined });
  }
}
