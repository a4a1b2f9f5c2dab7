import { z } from 'zod';
import { bounds } from '../../domain/bounds.ts';
import type { IsoWeekday, PlanEntry, ScheduleEntry } from '../../domain/charger/schedule.ts';
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
    energyWh: required(bounds.energyWh).optional(),
    limitA: required(bounds.limitA).optional(),
  }),
);

/** What is remembered of a plan's entry in a charger. */
export const planEntrySchema = schemaFor<PlanEntry>()(
  z.object({
    slot: z.int().min(0).max(99),
    stamp: instant.optional(),
    entry: scheduleEntrySchema,
  }),
);
