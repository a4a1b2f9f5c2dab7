import { z } from 'zod';
import { bounds } from '../../domain/bounds.ts';
import type {
  IsoWeekday,
  PlanEntry,
  ScheduleEdit,
  ScheduleEntry,
  SeenEntries,
} from '../../domain/charger/schedule.ts';
import { schemaFor } from '../schema-for.ts';
import { instant, required } from '../sound.ts';

const minute = z.int().min(0).max(1439);
const weekday = schemaFor<IsoWeekday>()(z.literal([1, 2, 3, 4, 5, 6, 7]));

const scheduleEntrySchema = schemaFor<ScheduleEntry>()(
  z.object({
    isOn: z.boolean(),
    days: z.array(weekday),
    from: minute,
    until: minute,
    // A limit that is lost would make another entry of it: it costs the whole.
    energyWh: required.energyWh.optional(),
    limitA: required.limitA.optional(),
  }),
);

/** More than any battery holds. */
const mostWh = 1_000_000;
const slot = z.int().min(0).max(99);

/** One that a charger can keep: it drops an entry without a day, and one that lasts no time is none. */
const wantedEntrySchema = schemaFor<ScheduleEntry>()(
  z
    .strictObject({
      isOn: z.boolean(),
      days: z.array(weekday).min(1).max(7).refine(isSorted),
      from: minute,
      until: minute,
      energyWh: z.number().positive().max(mostWh).optional(),
      limitA: z.number().positive().max(bounds.limitA.most).optional(),
    })
    .refine(({ from, until }) => from !== until),
);

/** Each day once, Monday first. */
function isSorted(days: readonly number[]): boolean {
  return days.every((day, place) => place === 0 || day > (days[place - 1] ?? 0));
}

/** What the window may want of a charger's entries. */
export const scheduleEditSchema = schemaFor<ScheduleEdit>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('add'), entry: wantedEntrySchema }),
    z.strictObject({ kind: z.literal('set'), slot, entry: wantedEntrySchema }),
    z.strictObject({ kind: z.literal('remove'), slot }),
  ]),
);

/** More than a charger has room for stand in no list that was read. */
export const seenEntriesSchema = schemaFor<SeenEntries>()(
  z.array(z.strictObject({ slot, entry: scheduleEntrySchema })).max(100),
);

/** What is remembered of a plan's entry in a charger. */
export const planEntrySchema = schemaFor<PlanEntry>()(
  z.object({
    slot,
    stamp: instant.optional(),
    entry: scheduleEntrySchema,
  }),
);
