import { z } from 'zod';
import { instant } from '../../schema/sound.ts';
import { failureSchema } from '../failure.ts';
import { ecoSmartModeSchema } from './observation.ts';
import { stateNameSchema } from './status.ts';

/** Everything a person may ask of a charger. There is deliberately no way to say "factory reset". */
export const wishSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pause') }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('backToSchedule') }),
  z.strictObject({ kind: z.literal('lock') }),
  z.strictObject({ kind: z.literal('unlock') }),
  z.strictObject({
    kind: z.literal('setLimit'),
    limitA: z.union([z.int().min(1).max(80), z.int().min(-80).max(-1)]),
  }),
  z.strictObject({ kind: z.literal('setEcoSmart'), mode: ecoSmartModeSchema }),
  z.strictObject({ kind: z.literal('setPrice'), perKwh: z.number().min(-5).max(5) }),
  z.strictObject({ kind: z.literal('reboot') }),
  z.strictObject({ kind: z.literal('updateSoftware') }),
]);

/** `at` is when this phase began, epoch ms; `from` the state in which the wish was asked. */
const common = { wish: wishSchema, at: instant, from: stateNameSchema.optional() };

/**
 * How far a wish has come. Only a reading confirms a wish, and only readings make it not confirmed:
 * while nobody could look, nothing is claimed.
 */
export const wishProgressSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('sending'), ...common }),
  z.object({
    phase: z.literal('sent'),
    ...common,
    /** The reply was lost: it may have been carried out, or never have arrived. */
    outcome: z.literal('unknown').optional(),
    /** A reading that could have confirmed it showed something else. */
    contradicted: z.literal(true).optional(),
  }),
  z.object({ phase: z.literal('confirmed'), ...common }),
  z.object({
    phase: z.literal('notConfirmed'),
    ...common,
    /** No reading could have told: this says nothing about the charger. */
    unread: z.literal(true).optional(),
  }),
  z.object({ phase: z.literal('failed'), ...common, why: failureSchema }),
]);

export type Wish = z.infer<typeof wishSchema>;
export type WishKind = Wish['kind'];
export type WishProgress = z.infer<typeof wishProgressSchema>;
