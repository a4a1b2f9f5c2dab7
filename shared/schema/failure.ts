import { z } from 'zod';
import type { Failure, NotStored, Refusal } from '../domain/failure.ts';
import { certificateSchema } from './account/certificate.ts';
import { schemaFor } from './schema-for.ts';
import { instant, line, quantity, whenTrue } from './sound.ts';

export const refusalSchema = schemaFor<Refusal>()(
  z.enum(['locked', 'foreignControl', 'noRight', 'notNow', 'updating', 'noReason', 'unclear']),
);

export const notStoredSchema = schemaFor<NotStored>()(
  z.enum(['ignored', 'unreadable', 'full', 'tooOften']),
);

export const failureSchema = schemaFor<Failure>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('signInNeeded'),
      cause: z.enum(['refused', 'noSecret']),
      until: quantity.instant,
    }),
    z.object({ kind: z.literal('rateLimited'), until: instant, sent: whenTrue }),
    z.object({
      kind: z.literal('unreachable'),
      why: z.enum(['unknownName', 'connectionRefused']).optional(),
      sent: whenTrue,
    }),
    z.object({ kind: z.literal('timedOut'), sent: whenTrue }),
    z.object({ kind: z.literal('serverError'), until: quantity.instant, sent: whenTrue }),
    z.object({ kind: z.literal('notUnderstood'), sent: whenTrue }),
    z.object({ kind: z.literal('certificateChanged'), offered: certificateSchema }),
    z.object({ kind: z.literal('otherCharger'), found: line, known: line }),
    z.object({ kind: z.literal('oldTls') }),
    z.object({ kind: z.literal('wrongDevice') }),
    z.object({ kind: z.literal('refused'), why: refusalSchema }),
    z.object({ kind: z.literal('notStored'), why: notStoredSchema }),
    z.object({ kind: z.literal('notSupported') }),
    z.object({ kind: z.literal('notFound') }),
  ]),
);
