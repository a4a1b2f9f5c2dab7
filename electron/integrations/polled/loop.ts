import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { ReadPurpose, RequestOptions } from '../connection.ts';
import { type Circumstances, nextPollMs } from './cadence.ts';

type Given = Omit<Circumstances, 'failures' | 'failure' | 'now' | 'random'>;

export interface LoopParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly read: (options: RequestOptions) => Promise<Result<Observation, Failure>>;
  readonly purpose: () => ReadPurpose;
  readonly circumstances: () => Given;
  readonly heard: (result: Result<Observation, Failure>) => void;
  /** After `heard`, when the next reading has its time. */
  readonly planned?: () => void;
}

/** One charger's loop: one owner, no overlap. */
export class PollLoop {
  readonly #parts: LoopParts;
  readonly #clock: Clock;
  #timer: Timer | undefined;
  #dueAt = Number.POSITIVE_INFINITY;
  /** Somebody was promised a reading by then, whatever circumstances change before. */
  #promisedAt = Number.POSITIVE_INFINITY;
  /** One for all readings, until somebody gives one up: few ever do. */
  #giveUp = new AbortController();
  #isReading = false;
  #failures = 0;
  #failure: Failure | undefined;
  #lastAt: number | undefined;

  constructor(parts: LoopParts) {
    this.#parts = parts;
    this.#clock = parts.clock;
  }

  /**
   * Reads after `ms`, or at the usual time when that is sooner; while a reading is under way, after it.
   * Whoever wants one at once has to do with that one.
   */
  pollWithin(ms: number): void {
    // The one under way may be read before what it was promised for: only `at once` is that one.
    if (this.#isReading && ms <= 0) return;
    const at = this.#clock.monotonic() + ms;
    this.#promisedAt = Math.min(this.#promisedAt, at);
    if (!this.#isReading && at < this.#dueAt) this.#arm(ms);
  }

  /** The circumstances have changed: works out the next time anew, counted from the last reading. */
  reconsider(): void {
    if (this.#isReading || this.#lastAt === undefined) return;
    this.#disarm();
    const usual = nextPollMs({
      ...this.#parts.circumstances(),
      failures: this.#failures,
      ...(this.#failure ? { failure: this.#failure } : {}),
      now: this.#clock.now(),
      random: this.#parts.random(),
    });
    const usualAt = usual === undefined ? Number.POSITIVE_INFINITY : this.#lastAt + usual;
    const at = Math.min(usualAt, this.#promisedAt);
    if (Number.isFinite(at)) this.#arm(at - this.#clock.monotonic());
  }

  /** Milliseconds until the next reading; Infinity while one is under way or none is to come. */
  dueInMs(): number {
    return this.#dueAt - this.#clock.monotonic();
  }

  /** Stops for good, or until the next `pollWithin`; a reading under way is given up. */
  rest(): void {
    this.#disarm();
    this.#promisedAt = Number.POSITIVE_INFINITY;
    this.#lastAt = undefined;
    if (!this.#isReading) return;
    this.#giveUp.abort();
    this.#giveUp = new AbortController();
    this.#isReading = false;
  }

  async #read(): Promise<void> {
    this.#disarm();
    this.#promisedAt = Number.POSITIVE_INFINITY;
    this.#isReading = true;
    const { signal } = this.#giveUp;
    const result = await this.#parts.read({ signal, purpose: this.#parts.purpose });
    // A reading that was given up says nothing about the charger.
    if (signal.aborted) return;
    this.#isReading = false;
    this.#lastAt = this.#clock.monotonic();
    this.#failures = result.ok ? 0 : this.#failures + 1;
    this.#failure = result.ok ? undefined : result.failure;
    this.#parts.heard(result);
    this.reconsider();
    this.#parts.planned?.();
  }

  #arm(ms: number): void {
    this.#disarm();
    const wait = Math.max(0, ms);
    this.#dueAt = this.#clock.monotonic() + wait;
    this.#timer = this.#clock.after(wait, () => void this.#read());
  }

  #disarm(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#dueAt = Number.POSITIVE_INFINITY;
  }
}
