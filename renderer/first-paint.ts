import type { Clock } from './app-context.ts';

/** A window that nobody sees may never be painted; what is fetched later must come all the same. */
const longestMs = 1000;

/** Resolves once something of the page has been painted, or after a second. */
export function firstPaint({ after }: Pick<Clock, 'after'>): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = after(longestMs, resolve);
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      giveUp();
      resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}

/**
 * Lets idle moments begin only then. Before its first paint a page is idle whenever the screen is
 * being drawn elsewhere, and what it fetches in that time holds the drawing up.
 */
export function idleAfter(begin: Promise<void>, whenIdle: Clock['whenIdle']): Clock['whenIdle'] {
  return (then) => {
    let callOff: (() => void) | undefined;
    let isOff = false;
    void begin.then(() => {
      if (!isOff) callOff = whenIdle(then);
    });
    return () => {
      isOff = true;
      callOff?.();
    };
  };
}
