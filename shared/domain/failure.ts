import { z } from 'zod';
import { instant, line, quantity } from '../schema/sound.ts';
import { certificateSchema } from './account/certificate.ts';
import { bounds } from './bounds.ts';

/** Why a charger or its cloud said no to a wish, as far as it is known. */
export const refusalSchema = z.enum([
  /** The charger is locked: unlock first. */
  'locked',
  /** Another central system (OCPP) has the charger. */
  'foreignControl',
  /** This account may look but not command. */
  'noRight',
  /** It does not apply in the present state. */
  'notNow',
  /** The charger installs software; nothing may disturb it. */
  'updating',
  /** It was refused and nobody said why. */
  'noReason',
  /** The same, as long as no reading after it could tell. */
  'unclear',
]);

/** A command had left when it failed: it may have been carried out all the same. */
const sent = z.literal(true).optional();

/** Every failure that is expected. Exceptions are for bugs. */
export const failureSchema = z.discriminatedUnion('kind', [
  // `until` (epoch ms) where it is tried again by itself, after a long while.
  z.object({
    kind: z.literal('signInNeeded'),
    cause: z.enum(['refused', 'noSecret']),
    until: quantity(bounds.instant),
  }),
  /** `until` is epoch ms. */
  z.object({ kind: z.literal('rateLimited'), until: instant }),
  z.object({
    kind: z.literal('unreachable'),
    /** As far as it is known: nobody knows the name, or nobody listens at that port. */
    why: z.enum(['unknownName', 'connectionRefused']).optional(),
    sent,
  }),
  z.object({ kind: z.literal('timedOut'), sent }),
  /** The far end is up but in trouble (HTTP 5xx). */
  // `until` (epoch ms) where the far end is being left alone for a while.
  z.object({ kind: z.literal('troubled'), until: quantity(bounds.instant), sent }),
  z.object({ kind: z.literal('notUnderstood'), sent }),
  /** Another certificate than the one its owner has confirmed; nothing was sent. */
  z.object({ kind: z.literal('certificateChanged'), offered: certificateSchema }),
  /** Another charger than the known one answers at this address. Ids as their makers print them. */
  z.object({ kind: z.literal('otherCharger'), found: line, known: line }),
  /** It speaks no version of TLS that is still safe. */
  z.object({ kind: z.literal('oldTls') }),
  /** Something answers, but it is no charger of this make. */
  z.object({ kind: z.literal('notThisMake') }),
  z.object({ kind: z.literal('refused'), why: refusalSchema }),
  z.object({ kind: z.literal('notSupported') }),
  /** Its account does not know this charger, or no longer. */
  z.object({ kind: z.literal('notFound') }),
]);

export type Refusal = z.infer<typeof refusalSchema>;
export type Failure = z.infer<typeof failureSchema>;
export type FailureKind = Failure['kind'];
