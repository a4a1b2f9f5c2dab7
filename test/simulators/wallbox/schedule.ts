/** Days on which a window opens: in UTC, or in the charger's zone, which is disputed. */
export type Weekday =
  | 'monday'
  | 'tuesday'
  | 'wednesday'
  | 'thursday'
  | 'friday'
  | 'saturday'
  | 'sunday';

/** One charging window as the cloud stores it: UTC, `HHMM`, `id` is its position. */
export interface ScheduleEntry {
  readonly id: number;
  /** Only `false` is off: 0 counts as on. */
  readonly enable: boolean | 0 | 1;
  readonly start: string;
  readonly stop: string;
  readonly days: Readonly<Record<Weekday, boolean>>;
  /** A; up to 1 and from 32 on it is no limit. */
  readonly max_current?: number;
  readonly max_energy?: number;
  readonly name?: string | null;
  /** Of type 1 it ends the charge after `value` Wh. */
  readonly target?: { readonly type: number; readonly value: number };
  /** Epoch s. */
  readonly created_at?: number;
  /** Whatever else was written is kept and read back. */
  readonly [other: string]: unknown;
}

/** What the original Pulsar has room for. */
export const SLOTS = 4;

const DAY_MS = 86_400_000;
const WEEKDAYS: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

/** A window for every day of the week. */
export function dailyWindow(start: string, stop: string): ScheduleEntry {
  const days = daysOf(WEEKDAYS);
  return { id: 0, enable: true, start, stop, days, max_current: 32, max_energy: 0, name: null };
}

/** Flags that are true on these days. */
export function daysOf(on: readonly Weekday[]): Readonly<Record<Weekday, boolean>> {
  const flag = (day: Weekday) => on.includes(day);
  return {
    monday: flag('monday'),
    tuesday: flag('tuesday'),
    wednesday: flag('wednesday'),
    thursday: flag('thursday'),
    friday: flag('friday'),
    saturday: flag('saturday'),
    sunday: flag('sunday'),
  };
}

/** Schedules as a charger reads them: `zone` names the days, UTC where it is null. */
export interface Timetable {
  readonly schedules: readonly ScheduleEntry[];
  readonly zone: string | null;
}

/** True when charging is allowed at `at` (epoch ms): always, if no window is enabled. */
export function isOpen(table: Timetable, at: number): boolean {
  return enabled(table).length === 0 || openEntries(table, at).length > 0;
}

/** The enabled entries whose window is open at `at` (epoch ms). */
export function openEntries(table: Timetable, at: number): readonly ScheduleEntry[] {
  return enabled(table).filter((entry) =>
    windows(entry, table.zone, at).some(([from, to]) => from <= at && at < to),
  );
}

/** The next instant at which a window opens or closes, or Infinity. */
export function nextBoundary(table: Timetable, at: number): number {
  const edges = enabled(table).flatMap((entry) => windows(entry, table.zone, at).flat());
  return Math.min(...edges.filter((edge) => edge > at));
}

function enabled({ schedules }: Timetable): readonly ScheduleEntry[] {
  return schedules.filter((entry) => entry.enable !== false);
}

/** The entry's windows from yesterday, whose night may still last, to a week ahead. */
function windows(
  entry: ScheduleEntry,
  zone: string | null,
  at: number,
): readonly (readonly [number, number])[] {
  const midnight = Math.floor(at / DAY_MS) * DAY_MS;
  return Array.from({ length: 9 }, (_, index) => midnight + (index - 1) * DAY_MS)
    .map((day) => {
      const from = day + clockMs(entry.start);
      const to = day + clockMs(entry.stop);
      return [from, to > from ? to : to + DAY_MS] as const;
    })
    .filter(([from]) => {
      const weekday = weekdayOf(from, zone);
      return weekday !== undefined && entry.days[weekday];
    });
}

function weekdayOf(at: number, zone: string | null): Weekday | undefined {
  if (zone === null) return WEEKDAYS[new Date(at).getUTCDay()];
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'long' });
  const name = format.format(at).toLowerCase();
  return WEEKDAYS.find((weekday) => weekday === name);
}

function clockMs(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(2, 4))) * 60_000;
}
