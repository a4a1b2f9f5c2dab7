import { z } from 'zod';
import { line, quantity } from '../../schema/sound.ts';
import { bounds } from '../bounds.ts';

/**
 * Why a connected car waits for power. The meter causes come from certified meters that
 * refuse to measure; they queue like the rest but deserve a warning.
 */
export const queueCauseSchema = z.enum([
  'powerSharing',
  'powerBoost',
  'ecoSmart',
  'meterFailed',
  'meterMargin',
]);

/** What a charger is doing: one closed list for every brand, each case with exactly what it knows. */
export const statusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('charging') }),
  z.object({ state: z.literal('discharging'), phase: z.enum(['preparing', 'active']) }),
  z.object({ state: z.literal('transferring') }),
  // `notSaid`: the charger does not tell why no power flows.
  z.object({ state: z.literal('waiting'), notSaid: z.literal(true).optional() }),
  z.object({ state: z.literal('queued'), cause: queueCauseSchema }),
  z.object({ state: z.literal('scheduled'), nextStartAt: quantity(bounds.instant) }),
  // `notSaid`: stopped or finished; the charger does not tell which.
  z.object({ state: z.literal('paused'), notSaid: z.literal(true).optional() }),
  z.object({ state: z.literal('complete') }),
  z.object({ state: z.literal('locked') }),
  z.object({ state: z.literal('lockedCar') }),
  z.object({ state: z.literal('available') }),
  z.object({ state: z.literal('updating') }),
  // `unconfirmed`: nobody has seen this code in the field.
  z.object({
    state: z.literal('error'),
    code: line,
    unconfirmed: z.literal(true).optional(),
  }),
  z.object({ state: z.literal('offline') }),
  z.object({ state: z.literal('unknown'), code: line }),
]);

/** The states as bare names. */
export const stateNameSchema = z.enum(statusSchema.options.map(({ shape }) => shape.state.value));

export type QueueCause = z.infer<typeof queueCauseSchema>;
export type ChargerStatus = z.infer<typeof statusSchema>;
export type ChargerStateName = ChargerStatus['state'];
