import { z } from 'zod';
import { bounds } from '../../domain/bounds.ts';
import type { Charge, ChargeCost, ChargeSample } from '../../domain/session/charge.ts';
import { schemaFor } from '../schema-for.ts';
import { eachOf, instant, quantity, required } from '../sound.ts';

const chargeSampleSchema = schemaFor<ChargeSample>()(
  z.object({
    at: instant,
    powerW: quantity(bounds.powerW),
    energyWh: quantity(bounds.energyWh),
    limitA: quantity(bounds.limitA),
    gap: z.literal(true).optional(),
  }),
);

const chargeCostSchema = schemaFor<ChargeCost>()(
  z.object({
    amount: z.string(),
    currency: z.string(),
    estimated: z.literal(true).optional(),
  }),
);

export const chargeSchema = schemaFor<Charge>()(
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
    cost: chargeCostSchema.optional().catch(undefined),
    samples: eachOf(chargeSampleSchema),
  }),
);
