import { z } from 'zod';
import { eachOf, instant, quantity, required } from '../../schema/sound.ts';
import { bounds } from '../bounds.ts';

/** One point of the picture of a charge: epoch ms, W, Wh. A `gap` says that nothing is known since the point before. */
export const chargeSampleSchema = z.object({
  at: instant,
  powerW: quantity(bounds.powerW),
  energyWh: quantity(bounds.energyWh),
  limitA: quantity(bounds.limitA),
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
  startedAt: instant,
  /** False when the charge was already under way at the first look: its start is then not known. */
  startSeen: z.boolean(),
  lastPowerAt: instant,
  endedAt: instant.optional(),
  energyWh: quantity(bounds.energyWh),
  /** The part of it that came from the sun. */
  greenEnergyWh: quantity(bounds.energyWh),
  /** How long the car had been connected by the charger's own count, and when that was read. */
  connected: z
    .object({ ms: required(bounds.durationMs), at: instant })
    .optional()
    .catch(undefined),
  /** What it costs so far, by the prices of its time; absent where that is not known. */
  cost: chargeCostSchema.optional().catch(undefined),
  samples: eachOf(chargeSampleSchema),
});

export type ChargeSample = z.infer<typeof chargeSampleSchema>;
export type ChargeCost = z.infer<typeof chargeCostSchema>;
export type Charge = z.infer<typeof chargeSchema>;
