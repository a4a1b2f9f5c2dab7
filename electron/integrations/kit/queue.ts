import type { Failure } from '../../../shared/domain/failure.ts';
import { failed, type Result } from '../../../shared/result.ts';
import type { Clock, Timer } from '../../ports/clock.ts';

/** One thing to ask of an account. */
export interface Job<T, Kind extends string> {
  /** As a function it is asked again at each turn: what waits may become more pressing. */
  readonly kind: Kind | (() => Kind);
  /** A later job of the same name takes the place of a waiting one; both get its outcome. */
  readonly replaces?: string;
  readonly signal: AbortSignal;
  /** Why it need not even be tried now. Asked when it comes in and again while it waits. */
  readonly blockedReason: () => Failure | undefined;
  readonly run: (signal: AbortSignal) => Promise<Result<T, Failure>>;
}

export interface QueueOptions<Kind extends string> {
  readonly clock: Clock;
  /** Every kind of job there is, the most pressing first. */
  readonly kinds: readonly Kind[];
  /** Milliseconds until the next job of a kind may go; 0 means now. */
  readonly waitMs: (kind: Kind) => number;
  /**
   * A job that later ones have overtaken so often, for each place between its kind and `countsAs`,
   * counts as that kind: or what is asked all the time would leave no turn to the rest.
   */
  readonly tiring?: { readonly each: number; readonly countsAs: Kind };
}

interface Waiter {
  readonly settle: (outcome: Result<unknown, Failure>) => void;
  readonly fail: (bug: unknown) => void;
}

interface Entry<Kind extends string> {
  job: Job<unknown, Kind>;
  readonly waiters: Set<Waiter>;
  overtaken: number;
}

const givenUp = failed<Failure>({ kind: 'unreachable' });

/**
 * One job at a time, the pressing kinds first, each when its budget allows: a kind that has to wait
 * lets the others go. Whoever gives up waiting, or is turned away by `close`, is answered
 * `unreachable`.
 */
export class RequestQueue<Kind extends string> {
  readonly #options: QueueOptions<Kind>;
  #waiting: readonly Entry<Kind>[] = [];
  #running: Entry<Kind> | undefined;
  // Of whatever is running: one for all jobs until one is given up, since each costs what an answer
  // costs to read.
  #stop = new AbortController();
  #wake: Timer | undefined;
  #closed = false;

  constructor(options: QueueOptions<Kind>) {
    this.#options = options;
  }

  ask<T>(job: Job<T, Kind>): Promise<Result<T, Failure>> {
    if (this.#closed || job.signal.aborted) return Promise.resolve(givenUp);
    const blockedReason = job.blockedReason();
    if (blockedReason) return Promise.resolve(failed(blockedReason));
    return new Promise((resolve, reject) => {
      const entry = this.#entryFor(job);
      const giveUp = () => {
        this.#leave(entry, waiter);
        resolve(givenUp);
      };
      const waiter: Waiter = {
        settle: (outcome) => {
          job.signal.removeEventListener('abort', giveUp);
          // A name stands for one kind of outcome, so a replaced job has the type of its successor.
          resolve(outcome as Result<T, Failure>);
        },
        fail: reject,
      };
      entry.waiters.add(waiter);
      job.signal.addEventListener('abort', giveUp, { once: true });
      this.#next();
    });
  }

  /** Turns everybody away, now and later. What is under way is aborted. */
  close(): void {
    this.#closed = true;
    this.#wake?.cancel();
    const entries = this.#running ? [this.#running, ...this.#waiting] : this.#waiting;
    this.#waiting = [];
    this.#stop.abort();
    for (const entry of entries) settle(entry, givenUp);
  }

  #entryFor(job: Job<unknown, Kind>): Entry<Kind> {
    const replaced = this.#waiting.find(
      (entry) => job.replaces !== undefined && entry.job.replaces === job.replaces,
    );
    if (replaced) {
      replaced.job = job;
      return replaced;
    }
    const entry: Entry<Kind> = { job, waiters: new Set(), overtaken: 0 };
    this.#waiting = [...this.#waiting, entry];
    return entry;
  }

  #leave(entry: Entry<Kind>, waiter: Waiter): void {
    entry.waiters.delete(waiter);
    if (entry.waiters.size > 0) return;
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    if (entry !== this.#running) return;
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  #next(): void {
    this.#wake?.cancel();
    if (this.#running || this.#closed) return;
    this.#turnAway();
    const entry = this.#due();
    if (entry) void this.#run(entry);
    else this.#wakeLater();
  }

  /** What an earlier answer has made pointless is not kept waiting for its turn. */
  #turnAway(): void {
    for (const entry of this.#waiting) {
      const blockedReason = entry.job.blockedReason();
      if (!blockedReason) continue;
      this.#waiting = this.#waiting.filter((other) => other !== entry);
      settle(entry, failed(blockedReason));
    }
  }

  #due(): Entry<Kind> | undefined {
    const open = this.#waiting.filter((entry) => this.#options.waitMs(kindOf(entry)) <= 0);
    const next = highestPriority(open, (entry) => this.#placeOf(entry));
    if (!next || !this.#isTired(next)) return next;
    const tired = open.filter((entry) => this.#isTired(entry));
    return highestPriority(tired, (entry) => this.#ownPlaceOf(entry));
  }

  #placeOf(entry: Entry<Kind>): number {
    const { kinds, tiring } = this.#options;
    return tiring && this.#isTired(entry)
      ? kinds.indexOf(tiring.countsAs)
      : this.#ownPlaceOf(entry);
  }

  #ownPlaceOf(entry: Entry<Kind>): number {
    return this.#options.kinds.indexOf(kindOf(entry));
  }

  #isTired(entry: Entry<Kind>): boolean {
    const { kinds, tiring } = this.#options;
    if (!tiring) return false;
    const behind = this.#ownPlaceOf(entry) - kinds.indexOf(tiring.countsAs);
    return behind > 0 && entry.overtaken >= behind * tiring.each;
  }

  /** Whoever came before it and could have gone as well was overtaken. */
  #countOvertaken(by: Entry<Kind>): void {
    for (const entry of this.#waiting.slice(0, this.#waiting.indexOf(by))) {
      if (this.#options.waitMs(kindOf(entry)) <= 0) entry.overtaken += 1;
    }
  }

  async #run(entry: Entry<Kind>): Promise<void> {
    this.#running = entry;
    this.#countOvertaken(entry);
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    try {
      settle(entry, await entry.job.run(this.#stop.signal));
    } catch (bug) {
      for (const waiter of entry.waiters) waiter.fail(bug);
    } finally {
      this.#running = undefined;
      this.#next();
    }
  }

  #wakeLater(): void {
    if (this.#waiting.length === 0) return;
    const kinds = new Set(this.#waiting.map(kindOf));
    const ms = Math.min(...[...kinds].map((kind) => this.#options.waitMs(kind)));
    this.#wake = this.#options.clock.after(ms, () => this.#next());
  }
}

function kindOf<Kind extends string>({ job }: Entry<Kind>): Kind {
  return typeof job.kind === 'function' ? job.kind() : job.kind;
}

/** The one with the lowest place; of several the first. */
function highestPriority<T>(entries: readonly T[], placeOf: (entry: T) => number): T | undefined {
  let best: T | undefined;
  for (const entry of entries) {
    if (best === undefined || placeOf(entry) < placeOf(best)) best = entry;
  }
  return best;
}

function settle(entry: Pick<Entry<string>, 'waiters'>, outcome: Result<unknown, Failure>): void {
  for (const waiter of entry.waiters) waiter.settle(outcome);
  entry.waiters.clear();
}
