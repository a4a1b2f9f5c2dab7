/** What the clock of a zone shows at a moment (epoch ms), from the year to the second. */
export type ZoneClock = (at: number) => Readonly<Record<string, number>>;

/** The clock of a zone by its IANA name. To make one takes longer than a hundred readings at it. */
export function zoneClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    timeZone,
  });
  return (at) =>
    Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
}

/** Whether this system knows a zone by that name. Its list grows and loses names over the years. */
export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** How far the clock of a zone is ahead of UTC at a moment, both ms. */
export function offsetAt(at: number, clock: ZoneClock): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = clock(at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
