import type { Clock } from '../../ports/clock.ts';

/** Somebody waits for an answer: so long, and for as long as this signal says so. */
export interface Waiting {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * Aborts when the time is up or nobody waits any more. `end` it when the work is done, and only once:
 * its signal is then the next one's, so nothing may listen to it any more.
 */
export interface Limit {
  readonly signal: AbortSignal;
  end(): void;
}

const timeUp = Symbol('time up');

/** Whether a limit has aborted because the time was up. */
export function isTimeUp(signal: AbortSignal): boolean {
  return signal.reason === timeUp;
}

/** The limits of everything under way, on our own clock. */
export class Limits {
  readonly #clock: Clock;
  readonly #running = new Set<AbortController>();
  // The one of an exchange that has ended well serves the next: each costs what an answer costs to read.
  #spare: AbortController | undefined;
  #closed = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  start({ signal, timeoutMs }: Waiting): Limit {
    const controller = this.#spare ?? new AbortController();
    this.#spare = undefined;
    const giveUp = () => controller.abort();
    const timer = this.#clock.after(timeoutMs, () => controller.abort(timeUp));
    if (signal.aborted || this.#closed) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    this.#running.add(controller);
    return {
      signal: controller.signal,
      end: () => {
        timer.cancel();
        signal.removeEventListener('abort', giveUp);
        this.#running.delete(controller);
        if (!controller.signal.aborted) this.#spare = controller;
      },
    };
  }

  /** Breaks off everything under way, and whatever starts later at once. */
  close(): void {
    this.#closed = true;
    for (const controller of this.#running) controller.abort();
  }
}

/** Gives up waiting for work that takes no signal itself. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
