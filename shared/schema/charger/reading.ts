import { z } from 'zod';
import type { Reading } from '../../domain/charger/reading.ts';
import { failureSchema } from '../failure.ts';
import { schemaFor } from '../schema-for.ts';
import { instant, whenTrue } from '../sound.ts';
import { observationSchema } from './observation.ts';

export const readingSchema = schemaFor<Reading>()(
  z.discriminatedUnion('certainty', [
    z.object({ certainty: z.literal('never'), because: failureSchema.optional() }),
    z.object({ certainty: z.literal('current'), at: instant, observation: observationSchema }),
    z.object({
      certainty: z.literal('outdated'),
      at: instant,
      since: instant,
      because: failureSchema.optional(),
      observation: observationSchema,
      away: whenTrue,
    }),
    z.object({
      certainty: z.literal('signInNeeded'),
      at: instant.optional(),
      observation: observationSchema.optional(),
    }),
  ]),
);
