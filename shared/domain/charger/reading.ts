import { z } from 'zod';
import { instant } from '../../schema/sound.ts';
import { failureSchema } from '../failure.ts';
import { observationSchema } from './observation.ts';

/**
 * How sure we are of what we believe. Times are epoch ms; `at` is when the observation was made,
 * `since` when it stopped being renewed. An outdated observation is never shown as fresh.
 */
export const readingSchema = z.discriminatedUnion('certainty', [
  z.object({ certainty: z.literal('never'), because: failureSchema.optional() }),
  z.object({ certainty: z.literal('current'), at: instant, seen: observationSchema }),
  z.object({
    certainty: z.literal('outdated'),
    at: instant,
    since: instant,
    because: failureSchema.optional(),
    seen: observationSchema,
    /** So many looks failed in a row that the charger counts as gone. */
    away: z.literal(true).optional(),
  }),
  z.object({
    certainty: z.literal('signInNeeded'),
    at: instant.optional(),
    seen: observationSchema.optional(),
  }),
]);

export type Reading = z.infer<typeof readingSchema>;
export type Observed = z.infer<typeof observationSchema>;

/** The last observation, whatever its age. */
export function lastSeen(reading: Reading): Observed | undefined {
  return reading.certainty === 'never' ? undefined : reading.seen;
}
