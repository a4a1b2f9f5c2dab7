import { z } from 'zod';
import { type Bounds, bounds, within } from '../../../shared/domain/bounds.ts';
import type { MeasuredSession, SessionCost } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { longestNote } from '../../../shared/domain/session/session-change.ts';
import { orderly } from '../../../shared/domain/session/session-span.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { stateNameSchema } from '../../../shared/schema/charger/status.ts';
import { sessionEndSchema, sessionTagSchema } from '../../../shared/schema/session/history.ts';
import { marketAreaSchema } from '../../../shared/schema/session/price.ts';
import { exactAmount, key, line, lines } from '../../../shared/schema/sound.ts';
import type { Edits } from '../edits/edits.ts';
import { latestDay, packedSlots, type SlotDay } from '../slots/slot-day.ts';

const instant = z.int().min(bounds.instant.least).max(bounds.instant.most);

/** A number that cannot be is left out, and the rest of its row is kept. */
const amount = (kind: Bounds) =>
  z.exactOptional(z.number().transform((value) => within(kind, value)));

const costShape = {
  amount: exactAmount,
  currency: z.string().regex(/^[A-Z]{3}$/),
  origin: z.enum(['own', 'charger', 'cloud']),
  estimated: z.exactOptional(z.literal(true)),
  saved: z.exactOptional(exactAmount),
} satisfies Record<keyof SessionCost, z.ZodType>;

const costSchema = z.strictObject(costShape);

const sessionShape = {
  id: z.int().min(0),
  charger: key,
  source: z.enum(['recorded', 'cloud', 'both']),
  startedAt: instant,
  startSeen: z.boolean(),
  endedAt: z.exactOptional(instant),
  end: z.exactOptional(sessionEndSchema),
  energyWh: amount(bounds.energyWh),
  greenEnergyWh: amount(bounds.energyWh),
  chargingMs: amount(bounds.durationMs),
  averageW: amount(bounds.powerW),
  peakW: amount(bounds.powerW),
  cost: z.exactOptional(costSchema),
  gaps: z.exactOptional(z.literal(true)),
  plannedSince: z.exactOptional(instant),
} satisfies Record<keyof MeasuredSession, z.ZodType>;

const sampleShape = {
  at: instant,
  state: stateNameSchema,
  powerW: amount(bounds.powerW),
  energyWh: amount(bounds.energyWh),
  limitA: amount(bounds.limitA),
  phases: z.exactOptional(z.union([z.literal(1), z.literal(3)])),
  vendorCode: z.exactOptional(line),
  currentA: amount(bounds.currentA),
  byPlan: z.exactOptional(z.literal(true)),
  gap: z.exactOptional(z.literal(true)),
} satisfies Record<keyof Sample, z.ZodType>;

/** A session from outside, strictly: what it has too much makes it something else. */
export const sessionSchema: z.ZodType<MeasuredSession> = z
  .strictObject(sessionShape)
  .transform(omitUndefined)
  .transform(orderly);

/** The same for a sample. */
export const sampleSchema: z.ZodType<Sample> = z.strictObject(sampleShape).transform(omitUndefined);

const slotDayShape = {
  market: marketAreaSchema,
  currency: z.string().regex(/^[A-Z]{3}$/),
  vatIncluded: z.boolean(),
  day: z.int().min(0).max(latestDay),
  slots: packedSlots,
} satisfies Record<keyof SlotDay, z.ZodType>;

/** The same for a day of a market's prices. */
export const slotDaySchema: z.ZodType<SlotDay> = z.strictObject(slotDayShape);

const correctedShape = {
  startedAt: z.exactOptional(instant),
  endedAt: z.exactOptional(instant),
  energyWh: amount(bounds.energyWh),
  cost: z.exactOptional(
    z.strictObject({ ...costShape, origin: z.enum(['own', 'charger', 'cloud', 'entered']) }),
  ),
} satisfies Record<keyof NonNullable<Edits['corrected']>, z.ZodType>;

const editsShape = {
  tag: z.exactOptional(sessionTagSchema),
  note: z.exactOptional(lines.transform((note) => note.slice(0, longestNote))),
  corrected: z.exactOptional(
    z.strictObject(correctedShape).transform(omitUndefined).transform(orderly),
  ),
  editedAt: instant,
  deletedAt: z.exactOptional(instant),
} satisfies Record<keyof Edits, z.ZodType>;

/** The same for what its owner says of a session. */
export const editsSchema: z.ZodType<Edits> = z.strictObject(editsShape).transform(omitUndefined);
