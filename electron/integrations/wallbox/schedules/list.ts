import { z } from 'zod';
import {
  type ChargerSchedules,
  type IsoWeekday,
  isSameEntry,
  type PlanEntry,
  type ScheduleEntry,
} from '../../../../shared/domain/charger/schedule.ts';
import { omitUndefined } from '../../../../shared/omit-undefined.ts';
import { instant } from '../../kit/coerce.ts';
import { jsonOf } from '../../kit/json-of.ts';

/** An entry as the cloud words it, with everything in it. */
export type WireEntry = Readonly<Record<string, unknown>>;

/** An entry that is understood. */
export interface ListEntry {
  readonly raw: WireEntry;
  readonly slot: number;
  readonly entry: ScheduleEntry;
  /** Its `created_at`, epoch ms; undefined where it has none. */
  readonly createdAt: number | undefined;
}

/** The list of a charger, as far as it can be sent back without a loss. */
export interface ScheduleList {
  readonly entries: readonly ListEntry[];
  /** Nothing in it is left out. */
  readonly isWhole: boolean;
  /** When it was written, epoch ms, as far as it says so. */
  readonly lastSchedule: number | undefined;
}

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const isoWeekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const reply = z.object({ schedules: z.array(z.unknown()), lastSchedule: z.unknown().optional() });
const time = z.string().regex(/^([01]\d|2[0-3])[0-5]\d$/);
/** What has no value says nothing; one that is no instant says something that is not understood. */
const date = z.unknown().transform((value, context) => {
  if (value === undefined || value === null) return undefined;
  const read = instant.parse(value);
  if (read === undefined) context.addIssue('No instant');
  return read;
});

/**
 * What has to be understood for an entry to be sent back. One without a day is dropped by the
 * cloud, 0 turns an entry on that may be off, and one that does not repeat might run once more.
 */
const entry = z.object({
  id: z.int().min(0).max(99),
  enable: z.union([z.boolean(), z.literal(1).transform(() => true)]),
  start: time,
  stop: time,
  days: z.record(z.enum(weekdays), z.boolean()).refine((days) => weekdays.some((day) => days[day])),
  repeat: z.literal([1, true, null]).optional(),
  created_at: date.optional(),
});

const target = z.object({ type: z.literal(1), value: z.number().positive() });
/** A up to 1, and from 32 on, are no limit, as far as is known. */
const limit = z.number().gt(1).lt(32);

/** The reply of `GET /chargers/{id}/schedules` (PY, HA#120748), or undefined when it is none. */
export function readList(body: string): ScheduleList | undefined {
  const read = reply.safeParse(jsonOf(body));
  if (!read.success) return undefined;
  const { schedules } = read.data;
  const written = date.safeParse(read.data.lastSchedule);
  const entries = schedules.flatMap((raw) => readEntry(raw) ?? []);
  const slots = new Set(entries.map(({ slot }) => slot));
  return {
    entries,
    isWhole: written.success && slots.size === schedules.length,
    lastSchedule: written.data,
  };
}

function readEntry(raw: unknown): ListEntry | undefined {
  const read = entry.safeParse(raw);
  if (!read.success || read.data.start === read.data.stop || !isExact(raw)) return undefined;
  const { id, enable, start, stop, days, created_at: createdAt } = read.data;
  const found = raw as WireEntry;
  const understood: ScheduleEntry = {
    isOn: enable,
    days: isoWeekdays.filter((day) => days[nameOf(day)]),
    from: minutesOf(start),
    until: minutesOf(stop),
    ...omitUndefined({
      energyWh: target.safeParse(found.target).data?.value,
      limitA: limit.safeParse(found.max_current).data,
    }),
  };
  return { raw: found, slot: id, entry: understood, createdAt };
}

/** A whole number that is too long for JavaScript would be sent back as another. */
function isExact(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isExact);
}

/** The list in the words of an owner, with what of it is a plan's. */
export function toSchedules(
  list: ScheduleList,
  remembered: readonly PlanEntry[],
): ChargerSchedules {
  const entries = list.entries.map((one) => ({
    slot: one.slot,
    entry: one.entry,
    ...omitUndefined({ stamp: one.createdAt }),
    isPlans: isPlans(one, remembered),
  }));
  return { entries, hasMore: !list.isWhole };
}

/**
 * Whether an entry is the plan's: in its place, and either just as it was written or with the time of
 * that write, however the charger has rounded it. Once its owner has changed it, it is the owner's.
 */
export function isPlans(one: ListEntry, remembered: readonly PlanEntry[]): boolean {
  return remembered.some(({ slot, stamp, entry: written }) => {
    if (slot !== one.slot) return false;
    const isSameWrite = stamp !== undefined && stamp === one.createdAt;
    return isSameWrite || (isSameEntry(one.entry, written) && !one.raw.name);
  });
}

/** An entry as the phone app words one (PY#81). `createdAt` is as the list dates its entries. */
export function toWire({ slot, entry: wanted }: PlanEntry, createdAt: number): WireEntry {
  const { isOn, days, from, until, energyWh, limitA } = wanted;
  return {
    id: slot,
    enable: isOn,
    start: clock(from),
    stop: clock(until),
    days: Object.fromEntries(isoWeekdays.map((day) => [nameOf(day), days.includes(day)])),
    max_current: limitA ?? 32,
    type: 0,
    repeat: 1,
    target: energyWh === undefined ? { type: 0, value: 0 } : { type: 1, value: energyWh },
    created_at: createdAt,
  };
}

function nameOf(day: IsoWeekday): (typeof weekdays)[number] {
  return weekdays[day - 1] ?? 'sunday';
}

function minutesOf(hhmm: string): number {
  return Number(hhmm.slice(0, 2)) * 60 + Number(hhmm.slice(2));
}

function clock(minutes: number): string {
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}
