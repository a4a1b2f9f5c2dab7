import { z } from 'zod';
import { bounds } from '../../domain/bounds.ts';
import type { LiveCost, LiveSession } from '../../domain/session/live-session.ts';
import type { LiveSample } from '../../domain/session/sample.ts';
import { schemaFor } from '../schema-for.ts';
import { currency, eachOf, exactAmount, instant, quantity, required } from '../sound.ts';

const liveSampleSchema = schemaFor<LiveSample>()(
  z.object({
    at: instant,
    powerW: quantity(bounds.powerW),
    energyWh: quantity(bounds.energyWh),
    limitA: quantity(bounds.limitA),
    gap: z.literal(true).optional(),
  }),
);

const liveCostSchema = schemaFor<LiveCost>()(
  z.object({
    amount: exactAmount,
    currency,
    estimated: z.literal(true).optional(),
  }),
);

export const liveSessionSchema = schemaFor<LiveSession>()(
  z.object({
    startedAt: instant,
    startSeen: z.boolean(),
    lastPowerAt: instant,
    endedAt: instant.optional(),
    energyWh: quantity(bounds.energyWh),
    greenEnergyWh: quantity(bounds.energyWh),
    connected: z
      .object({ ms: required(bounds.durationMs), at: instant })
      .optional()
      .catch(undefined),
    cost: liveCostSchema.optional().catch(undefined),
    samples: eachOf(liveSampleSchema),
  }),
);
