const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** So long after a start, a wake or the wish for it nobody is asked: others wake at that hour too. */
const restMs = 5 * minuteMs;
const restJitterMs = 10 * minuteMs;
/** So much earlier or later than a day after the last time. */
const jitterMs = 3 * hourMs;
/** Half of all computers sleep when it is due, and wake around eight: they come over the whole day. */
const lateMs = 6 * hourMs;
/** Somebody whose computer is on for an hour at a time must hear of it all the same. */
const veryLate = { afterMs: 4 * dayMs, withinMs: 2 * hourMs } as const;

/**
 * How long until newer versions are asked for, ms: once a day, some minutes after a start at the
 * earliest, and never in step with others.
 * @param checkedAt epoch ms of the last time; one that is to come was written by a wrong clock
 * @param random between 0 and 1
 */
export function nextCheckMs(
  checkedAt: number | undefined,
  now: number,
  random: () => number,
): number {
  if (checkedAt === undefined || checkedAt > now) return restMs + random() * restJitterMs;
  const dueMs = checkedAt + dayMs + (2 * random() - 1) * jitterMs - now;
  if (dueMs > restMs) return dueMs;
  const isVeryLate = now - checkedAt > veryLate.afterMs;
  return restMs + random() * (isVeryLate ? veryLate.withinMs : lateMs);
}
