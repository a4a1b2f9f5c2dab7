import { z } from 'zod';
import type { ChargerStateName, ChargerStatus, QueueCause } from '../../domain/charger/status.ts';
import { schemaFor } from '../schema-for.ts';
import { code, quantity, whenTrue } from '../sound.ts';

export const queueCauseSchema = schemaFor<QueueCause>()(
  z.enum(['loadSharing', 'loadBalancing', 'solarMode', 'meterFailed', 'meterMargin']),
);

export const statusSchema = schemaFor<ChargerStatus>()(
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('charging') }),
    z.object({ state: z.literal('discharging'), phase: z.enum(['preparing', 'active']) }),
    z.object({ state: z.literal('transferring') }),
    z.object({ state: z.literal('waiting'), notSaid: whenTrue }),
    z.object({ state: z.literal('queued'), cause: queueCauseSchema }),
    z.object({ state: z.literal('scheduled'), nextStartAt: quantity.instant }),
    z.object({ state: z.literal('paused'), notSaid: whenTrue }),
    z.object({ state: z.literal('complete') }),
    z.object({ state: z.literal('locked') }),
    z.object({ state: z.literal('lockedCar') }),
    z.object({ state: z.literal('available') }),
    z.object({ state: z.literal('updating') }),
    z.object({
      state: z.literal('error'),
      code,
      unconfirmed: whenTrue,
    }),
    z.object({ state: z.literal('offline') }),
    z.object({ state: z.literal('unknown'), code }),
  ]),
);

/** The states as bare names. */
export const stateNameSchema = schemaFor<ChargerStateName>()(
  z.enum(statusSchema.options.map(({ shape }) => shape.state.value)),
);
