import { z } from 'zod';
import { bounds } from '../../domain/bounds.ts';
import type { PlanAmount, PlanSettings, WeeklyTime } from '../../domain/price/charge-plan.ts';
import type { PlanMode } from '../../domain/price/plan.ts';
import { schemaFor } from '../schema-for.ts';

/** More than any battery of a car holds. */
const mostWh = 500_000;
const longestMs = 72 * 3_600_000;
const minuteOfDay = z.int().min(0).max(1439);
const perKwh = z.number().min(bounds.pricePerKwh.least).max(bounds.pricePerKwh.most);

const planModeSchema = schemaFor<PlanMode>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cheapest'), inOneGo: z.boolean() }),
    z.strictObject({ kind: z.literal('below'), perKwh }),
  ]),
);

const planAmountSchema = schemaFor<PlanAmount>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('energy'), wh: z.number().positive().max(mostWh) }),
    z.strictObject({ kind: z.literal('time'), ms: z.number().positive().max(longestMs) }),
    z.strictObject({ kind: z.literal('full') }),
  ]),
);

const weeklyTimeSchema = schemaFor<WeeklyTime>()(
  z.strictObject({
    days: z.array(z.int().min(1).max(7)).min(1).max(7),
    minute: minuteOfDay,
  }),
);

export const planSettingsSchema = schemaFor<PlanSettings>()(
  z.strictObject({
    isOn: z.boolean(),
    mode: planModeSchema,
    amount: planAmountSchema,
    readyBy: weeklyTimeSchema.optional(),
    notBefore: minuteOfDay.optional(),
    atOnceWh: z.number().positive().max(mostWh).optional(),
    highestPerKwh: perKwh.optional(),
    remindAt: minuteOfDay.optional(),
  }),
);
