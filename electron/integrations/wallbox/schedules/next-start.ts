import { z } from 'zod';
import { jsonOf } from '../../kit/json-of.ts';

const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** `HHMM` in UTC (HA#120748). */
const time = z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/);
const days = z.record(z.enum(weekdays), z.boolean());
const reply = z.object({ schedules: z.array(z.unknown()) });

/**
 * Whether an entry counts: true and false (HA-t) or 1 and 0 (PY). 0 is read as off by some programs
 * and as on by others.
 */
const enabled = z.union([z.boolean(), z.literal(1).transform(() => true)]);

const entry = z.object({
  enable: enabled,
  start: time,
  stop: time,
  days,
  repeat: z.unknown().optional(),
});

type Entry = z.infer<typeof entry>;

/**
 * The windows of a charger that are in force, as the cloud has them: `start` and `stop` are
 * `HHMM` in UTC. `vague` where one of them leaves something open.
 */
export interface Schedules {
  readonly entries: readonly Entry[];
  readonly vague: boolean;
}

/** Says when the next window opens, epoch ms, as far as that is known. */
export type NextStart = (present: Present) => number | undefined;

/** The same for the reply of `GET /chargers/{id}/schedules`; undefined when it is none. */
export function nextStartOf(body: string): NextStart | undefined {
  const read = readSchedules(body);
  return read && ((present) => nextStart(read, present));
}

/** The reply of `GET /chargers/{id}/schedules` (PY, HA#120748), or undefined when it is none. */
export function readSchedules(body: string): Schedules | undefined {
  const read = reply.safeParse(jsonOf(body));
  if (!read.success) return undefined;
  const off = z.object({ enable: z.literal(false) });
  const inForce = read.data.schedules.filter((raw) => !off.safeParse(raw).success);
  const entries = inForce.flatMap((raw) => entry.safeParse(raw).data ?? []);
  return { entries, vague: entries.length < inForce.length || entries.some(isVague) };
}

function isVague({ repeat, start, stop }: Entry): boolean {
  const repeats = repeat === undefined || repeat === null || repeat === true || repeat === 1;
  return !repeats || start === stop;
}

/** The present, epoch ms, and the charger's zone, where it is known. */
export interface Present {
  readonly now: number;
  readonly zone: string | undefined;
}

const dayMs = 24 * 60 * 60_000;

/**
 * When the next window opens, epoch ms. The times are UTC, but whether the days are those of UTC
 * or of the charger's zone is disputed: only what is true of both is said, and nothing inside a
 * window, where something else holds the charger.
 */
export function nextStart(schedules: Schedules, present: Present): number | undefined {
  if (schedules.vague) return undefined;
  const readings = [utcWeekday, localWeekday(present.zone)].map((weekday) =>
    firstStart(schedules.entries, present.now, weekday),
  );
  const [first] = readings;
  return readings.every((at) => at === first) ? first : undefined;
}

/** The name of the day on which something begins; undefined where nobody knows. */
type WeekdayOf = (at: number) => (typeof weekdays)[number] | undefined;

const utcWeekday: WeekdayOf = (at) => weekdays[new Date(at).getUTCDay()];

function localWeekday(zone: string | undefined): WeekdayOf {
  const format = zone === undefined ? undefined : formatIn(zone);
  return (at) => {
    const name = format?.format(at).toLowerCase();
    return weekdays.find((weekday) => weekday === name);
  };
}

function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'long' });
  } catch {
    // The cloud names a zone that this computer does not know.
    return undefined;
  }
}

function firstStart(
  entries: readonly Entry[],
  now: number,
  weekday: WeekdayOf,
): number | undefined {
  const windows = entries.flatMap((one) => windowsOf(one, now, weekday));
  if (windows.some(({ from, to }) => from <= now && now < to)) return undefined;
  const starts = windows.map(({ from }) => from).filter((from) => from > now);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** From yesterday, whose night may still last, to the same day of the next week. */
function windowsOf({ start, stop, days: on }: Entry, now: number, weekday: WeekdayOf) {
  const midnight = Math.floor(now / dayMs) * dayMs;
  const lengthMs = (clockMs(stop) - clockMs(start) + dayMs) % dayMs;
  const isDaily = weekdays.every((day) => on[day]);
  return Array.from({ length: 9 }, (_, index) => midnight + (index - 1) * dayMs + clockMs(start))
    .filter((from) => {
      const day = weekday(from);
      return isDaily || (day !== undefined && on[day]);
    })
    .map((from) => ({ from, to: from + lengthMs }));
}

function clockMs(hhmm: string): number {
  return (Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(2))) * 60_000;
}
