import { z } from 'zod';
import type { Reading } from './reading.ts';

/** One point of the picture of a charge: epoch ms, W, Wh. A `gap` says that nothing is known since the point before. */
export const chargeSampleSchema = z.object({
  at: z.number(),
  powerW: z.number().optional(),
  energyWh: z.number().optional(),
  limitA: z.number().optional(),
  gap: z.literal(true).optional(),
});

/** The charge that runs, or the last one while its car is still there. */
export const chargeSchema = z.object({
  startedAt: z.number(),
  /** False when the charge was already under way at the first look: its start is then not known. */
  startSeen: z.boolean(),
  lastPowerAt: z.number(),
  endedAt: z.number().optional(),
  energyWh: z.number().optional(),
  samples: z.array(chargeSampleSchema),
});

export type ChargeSample = z.infer<typeof chargeSampleSchema>;
export type Charge = z.infer<typeof chargeSchema>;

/**
 * How long a charge has lasted, ms. Where its start was not seen, the charger's own count is the
 * best there is; where that is missing too, nothing is said.
 */
export function chargeSpanMs(charge: Charge, reading: Reading): number | undefined {
  const seen = reading.certainty === 'never' ? undefined : reading.seen;
  if (!charge.startSeen) return seen?.durationMs;
  const until = charge.endedAt ?? (reading.certainty === 'never' ? undefined : reading.at);
  return until === undefined ? undefined : Math.max(0, until - charge.startedAt);
}
