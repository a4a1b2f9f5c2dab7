import { z } from 'zod';
import type { LiveCost, LiveSession } from '../../domain/session/live-session.ts';
import type { LiveSample } from '../../domain/session/sample.ts';
import { schemaFor } from '../schema-for.ts';
import { currency, eachOf, exactAmount, instant, quantity, required, whenTrue } from '../sound.ts';

const liveSampleSchema = schemaFor<LiveSample>()(
  z.object({
    at: instant,
    powerW: quantity.powerW,
    energyWh: quantity.energyWh,
    limitA: quantity.limitA,
    gap: whenTrue,
  }),
);

const liveCostSchema = schemaFor<LiveCost>()(
  z.object({
    amount: exactAmount,
    currency,
    estimated: whenTrue,
  }),
);

export const liveSessionSchema = schemaFor<LiveSession>()(
  z.object({
    startedAt: instant,
    startSeen: z.boolean(),
    lastPowerAt: instant,
    endedAt: instant.optional(),
    energyWh: quantity.energyWh,
    greenEnergyWh: quantity.energyWh,
    connected: z.object({ ms: required.durationMs, at: instant }).optional().catch(undefined),
    cost: liveCostSchema.optional().catch(undefined),
    samples: eachOf(liveSampleSchema),
  }),
);
