import { z } from 'zod';

/** One point of the picture of a charge: epoch ms, W, Wh. A `gap` says that nothing is known since the point before. */
export const chargeSampleSchema = z.object({
  at: z.number(),
  powerW: z.number().optional(),
  energyWh: z.number().optional(),
  limitA: z.number().optional(),
  gap: z.literal(true).optional(),
});

/** What a charge costs: an exact decimal and its ISO 4217 code. See `SessionCost`. */
export const chargeCostSchema = z.object({
  amount: z.string(),
  currency: z.string(),
  estimated: z.literal(true).optional(),
});

/** The charge that runs, or the last one while its car is still there. */
export const chargeSchema = z.object({
  startedAt: z.number(),
  /** False when the charge was already under way at the first look: its start is then not known. */
  startSeen: z.boolean(),
  lastPowerAt: z.number(),
  endedAt: z.number().optional(),
  energyWh: z.number().optional(),
  /** The part of it that came from the sun. */
  greenEnergyWh: z.number().optional(),
  /** How long the car had been connected by the charger's own count, and when that was read. */
  connected: z.object({ ms: z.number(), at: z.number() }).optional(),
  /** What it costs so far, by the prices of its time; absent where that is not known. */
  cost: chargeCostSchema.optional(),
  samples: z.array(chargeSampleSchema),
});

export type ChargeSample = z.infer<typeof chargeSampleSchema>;
export type ChargeCost = z.infer<typeof chargeCostSchema>;
export type Charge = z.infer<typeof chargeSchema>;
