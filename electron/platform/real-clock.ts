import type { Clock } from '../ports/clock.ts';

/** The computer's own time. Its timers never keep a process alive that wants to end. */
export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    timer.unref();
    return { cancel: () => clearTimeout(timer) };
  },
};
