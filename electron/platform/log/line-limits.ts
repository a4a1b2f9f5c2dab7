import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';

type Level = keyof Log;

/** Long enough for whatever happens by itself, with many chargers; a storm is far above it. */
const mostLines: Readonly<Record<Level, number>> = { info: 300, warn: 50, error: 50 };
const windowMs = 10 * 60_000;

/** Lines of one kind that were not written, and what they said before their facts. */
export interface LeftOut {
  readonly line: string;
  readonly level: Level;
  readonly lines: number;
}

/**
 * Lets so many lines of each kind through in ten minutes, and tells after them how many it has left
 * out. A page, a program, a broker or a charger may cause one as often as it likes, and would push
 * everything else out of the log. Lines that differ in their facts alone are of one kind.
 */
export class LineLimits {
  readonly #clock: Clock;
  readonly #tell: (left: LeftOut) => void;
  readonly #counts = new Map<string, { level: Level; line: string; count: number }>();
  #since = Number.NEGATIVE_INFINITY;
  #end: Timer | undefined;

  constructor(clock: Clock, tell: (left: LeftOut) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Whether one more is written. */
  admits(level: Level, line: string): boolean {
    const now = this.#clock.monotonic();
    if (now - this.#since >= windowMs) {
      this.tellLeftOut();
      this.#counts.clear();
      this.#since = now;
    }
    const kind = `${level} ${line}`;
    const count = (this.#counts.get(kind)?.count ?? 0) + 1;
    this.#counts.set(kind, { level, line, count });
    if (count <= mostLines[level]) return true;
    this.#end ??= this.#clock.after(this.#since + windowMs - now, () => this.tellLeftOut());
    return false;
  }

  /** Those of which nothing was said yet. */
  tellLeftOut(): void {
    this.#end?.cancel();
    this.#end = undefined;
    for (const counted of this.#counts.values()) {
      const { level, line } = counted;
      const lines = counted.count - mostLines[level];
      if (lines <= 0) continue;
      counted.count = mostLines[level];
      this.#tell({ line, level, lines });
    }
  }
}
