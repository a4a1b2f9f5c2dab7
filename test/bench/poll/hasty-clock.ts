import type { Clock } from '../../../electron/ports/clock.ts';

/** A clock that was right at `origin` (epoch ms) and has run `factor` times too fast since then. */
export interface Haste {
  readonly origin: number;
  readonly factor: number;
}

/** Epoch ms by a hasty clock. */
export function hastyNow({ origin, factor }: Haste): number {
  return origin + (performance.timeOrigin + performance.now() - origin) * factor;
}

/** Whoever goes by it does within a second what takes others many, pauses included. */
export function hastyClock(haste: Haste): Clock {
  return {
    now: () => hastyNow(haste),
    monotonic: () => performance.now() * haste.factor,
    after(ms, then) {
      const timer = setTimeout(then, Math.min(ms / haste.factor, longestTimerMs));
      return { cancel: () => clearTimeout(timer) };
    },
  };
}

/** What is longer, Node would let ring at once. */
const longestTimerMs = 2 ** 31 - 1;
