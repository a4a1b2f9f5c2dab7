import { omitUndefined } from '../../omit-undefined.ts';
import type { PlanBlock } from '../price/plan.ts';
import type { IsoWeekday, PlanEntries, ScheduleEntry } from './schedule.ts';

/** A plan as entries of a charger's own list, and when they may stand in it. */
export interface PlanWindows {
  readonly entries: PlanEntries;
  /** Epoch ms: stored before, they could open once too early. */
  readonly notBefore: number;
  /**
   * Epoch ms: still stored then, they open once more, because they repeat. Writing `[]` takes them
   * away, and what is left is the owner's list as it was.
   */
  readonly removeBy: number;
}

/** What each window is to end by, besides its end. */
export interface PlanLimits {
  /** Of the whole plan, in each window: a charger may count from its start, or from plugging in. */
  readonly energyWh?: number | undefined;
  readonly limitA?: number | undefined;
}

type Block = Pick<PlanBlock, 'from' | 'until'>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const week = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * One or two blocks as entries. Whether a day is that of UTC or that of `zone` is disputed, so both
 * are set; seconds are rounded outwards. Undefined where that cannot be said in entries: no block
 * or more than two, one of a day or more, days that would open another window while the plan lasts,
 * a zone that nobody knows.
 */
export function planWindows(
  blocks: readonly Block[],
  zone: string,
  limits: PlanLimits = {},
): PlanWindows | undefined {
  const weekdayIn = weekdays(zone);
  const [first, second, ...more] = blocks.map(wholeMinutes);
  if (!weekdayIn || !first || more.length > 0) return undefined;
  const all = second ? [first, second] : [first];
  if (all.some(({ from, until }) => until <= from || until - from >= dayMs)) return undefined;
  const entryOf = (block: Block) => entryFor(block, weekdayIn, limits);
  const strays = all.flatMap((block) => straysOf(block, entryOf(block), weekdayIn));
  const unwanted = strays.filter((stray) => !all.some((block) => isWithin(stray, block)));
  const begin = Math.min(...all.map(({ from }) => from));
  const end = Math.max(...all.map(({ until }) => until));
  const notBefore = Math.max(
    ...unwanted.filter(({ from }) => from < begin).map(({ until }) => until),
  );
  const removeBy = Math.min(
    ...unwanted.filter(({ from }) => from >= begin).map(({ from }) => from),
  );
  if (notBefore > begin || removeBy < end) return undefined;
  const entries: PlanEntries = second ? [entryOf(first), entryOf(second)] : [entryOf(first)];
  return { entries, notBefore, removeBy };
}

/** The names of days in UTC and in the zone. */
interface Weekdays {
  readonly utc: (at: number) => IsoWeekday;
  readonly local: (at: number) => IsoWeekday;
}

function weekdays(timeZone: string): Weekdays | undefined {
  const utc = weekdayIn('UTC');
  const local = weekdayIn(timeZone);
  return utc && local ? { utc, local } : undefined;
}

function weekdayIn(timeZone: string): ((at: number) => IsoWeekday) | undefined {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short' });
    return (at) => week[names.indexOf(format.format(at))] ?? 1;
  } catch {
    // A zone that this computer does not know.
    return undefined;
  }
}

function wholeMinutes({ from, until }: Block): Block {
  return {
    from: Math.floor(from / minuteMs) * minuteMs,
    until: Math.ceil(until / minuteMs) * minuteMs,
  };
}

function entryFor({ from, until }: Block, { utc, local }: Weekdays, limits: PlanLimits) {
  const on = [utc(from), local(from)];
  const { energyWh, limitA } = limits;
  const entry: ScheduleEntry = {
    isOn: true,
    days: week.filter((day) => on.includes(day)),
    from: minuteOf(from),
    until: minuteOf(until),
    ...omitUndefined({ energyWh, limitA }),
  };
  return entry;
}

function minuteOf(at: number): number {
  return Math.floor((at % dayMs) / minuteMs);
}

/** When an entry opens besides, a week around, whichever way its days are meant. */
function straysOf(
  { from, until }: Block,
  { days }: ScheduleEntry,
  { utc, local }: Weekdays,
): readonly Block[] {
  return Array.from({ length: 15 }, (_, index) => (index - 7) * dayMs)
    .filter((shift) => shift !== 0)
    .map((shift) => ({ from: from + shift, until: until + shift }))
    .filter((one) => days.includes(utc(one.from)) || days.includes(local(one.from)));
}

function isWithin(inner: Block, outer: Block): boolean {
  return inner.from >= outer.from && inner.until <= outer.until;
}
