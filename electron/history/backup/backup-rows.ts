import { z } from 'zod';
import { type Bounds, bounds, within } from '../../../shared/domain/bounds.ts';
import { harmless } from '../../../shared/domain/harmless.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { stateNameSchema } from '../../../shared/schema/charger/status.ts';
import { sessionEndSchema } from '../../../shared/schema/session/history.ts';
import { line } from '../../../shared/schema/sound.ts';

/** The key of a charger. One that could steer what shows it was never ours. */
export const chargerKeySchema = z
  .string()
  .min(1)
  .max(200)
  .refine((key) => harmless(key) === key);
const instant = z.int().min(bounds.instant.least).max(bounds.instant.most);

/** A number that cannot be is left out, and the rest of its row is kept. */
const amount = (kind: Bounds) =>
  z.exactOptional(z.number().transform((value) => within(kind, value)));

const costSchema = z.strictObject({
  amount: z.string().regex(/^-?\d{1,20}(\.\d{1,30})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  origin: z.enum(['own', 'charger', 'cloud']),
  estimated: z.exactOptional(z.literal(true)),
});

const sessionShape = {
  id: z.int().min(0),
  charger: chargerKeySchema,
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
} satisfies Record<keyof Session, z.ZodType>;

const sampleShape = {
  at: instant,
  state: stateNameSchema,
  powerW: amount(bounds.powerW),
  energyWh: amount(bounds.energyWh),
  limitA: amount(bounds.limitA),
  phases: z.exactOptional(z.union([z.literal(1), z.literal(3)])),
  vendorCode: z.exactOptional(line),
  currentA: amount(bounds.currentA),
  gap: z.exactOptional(z.literal(true)),
} satisfies Record<keyof Sample, z.ZodType>;

/** A session from outside, strictly: what it has too much makes it something else. */
export const sessionSchema: z.ZodType<Session> = z
  .strictObject(sessionShape)
  .transform(omitUndefined);

/** The same for a sample. */
export const sampleSchema: z.ZodType<Sample> = z.strictObject(sampleShape).transform(omitUndefined);
