import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { ecoSmartModeSchema } from './observation.ts';

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

/**
 * How far a wish has come. Times are epoch ms. Only a reading confirms a wish; one that no reading
 * confirms in time is said to be not confirmed, never assumed.
 */
export const wishProgressSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('sending'), wish: wishSchema, at: z.number() }),
  z.object({ phase: z.literal('sent'), wish: wishSchema, at: z.number() }),
  z.object({ phase: z.literal('confirmed'), wish: wishSchema, at: z.number() }),
  z.object({ phase: z.literal('notConfirmed'), wish: wishSchema, at: z.number() }),
  z.object({ phase: z.literal('failed'), wish: wishSchema, at: z.number(), why: failureSchema }),
]);

export type Wish = z.infer<typeof wishSchema>;
export type WishKind = Wish['kind'];
export type WishProgress = z.infer<typeof wishProgressSchema>;

/** A wish that no reading has confirmed within this time is said to be not confirmed. */
export const wishPatienceMs = 120_000;
