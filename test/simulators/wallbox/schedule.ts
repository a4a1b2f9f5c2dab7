/** Days on which a window opens, in UTC. */
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
  readonly enable: boolean | 0 | 1;
  readonly start: string;
  readonly stop: string;
  readonly days: Readonly<Record<Weekday, boolean>>;
  readonly max_current?: number;
  readonly max_energy?: number;
  readonly name?: string | null;
}

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
  const days = {
    monday: true,
    tuesday: true,
    wednesday: true,
    thursday: true,
    friday: true,
    saturday: true,
    sunday: true,
  };
  return { id: 0, enable: true, start, stop, days, max_current: 32, max_energy: 0, name: null };
}

/** True when charging is allowed at `at` (epoch ms): always, if no window is enabled. */
export function isOpen(schedules: readonly ScheduleEntry[], at: number): boolean {
  const enabled = schedules.filter((entry) => Boolean(entry.enable));
  if (enabled.length === 0) return true;
  return enabled.some((entry) => windows(entry, at).some(([from, to]) => from <= at && at < to));
}

/** The next instant at which a window opens or closes, or Infinity. */
export function nextBoundary(schedules: readonly ScheduleEntry[], at: number): number {
  const edges = schedules
    .filter((entry) => Boolean(entry.enable))
    .flatMap((entry) => windows(entry, at).flat());
  return Math.min(...edges.filter((edge) => edge > at));
}

/** The entry's windows from yesterday, whose night may still last, to a week ahead. */
function windows(entry: ScheduleEntry, at: number): readonly (readonly [number, number])[] {
  const midnight = Math.floor(at / DAY_MS) * DAY_MS;
  return Array.from({ length: 9 }, (_, index) => midnight + (index - 1) * DAY_MS)
    .filter((day) => {
      const weekday = WEEKDAYS[new Date(day).getUTCDay()];
      return weekday !== undefined && entry.days[weekday];
    })
    .map((day) => {
      const from = day + clockMs(entry.start);
      const to = day + clockMs(entry.stop);
      return [from, to > from ? to : to + DAY_MS] as const;
    });
}

function clockMs(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(2, 4))) * 60_000;
}
