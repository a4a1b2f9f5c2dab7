/** A moment (epoch ms) as a field for day and time has it, by the clock of a zone: `2026-11-17T18:05`. */
export function wallTime(at: number, zone: string): string {
  const parts = partsOf(at, zone);
  const two = (part: string) => parts[part]?.padStart(2, '0');
  return `${parts.year?.padStart(4, '0')}-${two('month')}-${two('day')}T${two('hour')}:${two('minute')}`;
}

/**
 * The moment that such a field stands for; undefined where it is none. Of a time that is there twice
 * the first, and of one that is not there at all the same so much after midnight.
 */
export function momentOf(wall: string, zone: string): number | undefined {
  const [, ...found] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(wall)?.map(Number) ?? [];
  const [year, month, day, hour, minute] = found;
  if (year === undefined || month === undefined || minute === undefined) return undefined;
  const utc = Date.UTC(year, month - 1, day, hour, minute);
  if (Number.isNaN(utc) || year < 1970) return undefined;
  // No 31 February.
  if (new Date(utc).toISOString().slice(0, 16) !== wall.slice(0, 16)) return undefined;
  // Half a day to either side has every offset that can count.
  const guesses = [-1, 1].map((halfDays) => utc - offsetAt(utc + halfDays * 43_200_000, zone));
  const exact = guesses.filter((at) => wallTime(at, zone) === wall.slice(0, 16));
  return exact.length > 0 ? Math.min(...exact) : Math.max(...guesses);
}

/** How far the clock of a zone is ahead of UTC, ms. */
function offsetAt(at: number, zone: string): number {
  const { year, month, day, hour, minute } = partsOf(at, zone);
  const shown = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
  );
  return shown - Math.floor(at / 60_000) * 60_000;
}

function partsOf(at: number, timeZone: string): Readonly<Record<string, string | undefined>> {
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric },
    hourCycle: 'h23',
    timeZone,
  });
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}
