import { z } from 'zod';
import { bounds } from '../../domain/bounds.ts';
import {
  type Corrections,
  longestNote,
  type SessionChange,
} from '../../domain/session/session-change.ts';
import { schemaFor } from '../schema-for.ts';
import { required } from '../sound.ts';
import { sessionTagSchema } from './history.ts';

const instant = z.int().min(bounds.instant.least).max(bounds.instant.most);

const correctionsSchema = schemaFor<Corrections>()(
  z.strictObject({
    startedAt: instant.optional(),
    endedAt: instant.optional(),
    energyWh: required.energyWh.optional(),
    cost: z
      .strictObject({
        amount: z.string().regex(/^-?\d{1,7}(\.\d{1,8})?$/),
        currency: z.string().regex(/^[A-Z]{3}$/),
      })
      .optional(),
  }),
);

export const sessionChangeSchema = schemaFor<SessionChange>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('tag'), tag: sessionTagSchema.optional() }),
    z.strictObject({ kind: z.literal('note'), note: z.string().max(longestNote) }),
    z.strictObject({ kind: z.literal('correct'), corrected: correctionsSchema }),
    z.strictObject({ kind: z.literal('delete') }),
    z.strictObject({ kind: z.literal('restore') }),
  ]),
);
