import { z } from 'zod';
import { bounds } from '../../domain/bounds.ts';
import type { Abilities, Observation, SolarMode } from '../../domain/charger/observation.ts';
import { schemaFor } from '../schema-for.ts';
import { code, line, quantity, required } from '../sound.ts';
import { statusSchema } from './status.ts';

const abilitiesSchema = schemaFor<Abilities>()(
  z.object({
    pause: z.literal(true).optional(),
    schedule: z.literal(true).optional(),
    lock: z.literal(true).optional(),
    ownSchedules: z.literal(true).optional(),
    limit: z
      .object({ minA: required(bounds.limitA), maxA: required(bounds.limitA) })
      .optional()
      .catch(undefined),
    solarMode: z.literal(true).optional(),
    price: z.literal(true).optional(),
    reboot: z.literal(true).optional(),
    update: z.object({ from: line, to: line }).optional(),
  }),
);

export const solarModeSchema = schemaFor<SolarMode>()(z.enum(['off', 'eco', 'solar']));

/** A number that cannot be costs only itself: it is absent, as if the charger had not said it. */
export const observationSchema = schemaFor<Observation>()(
  z.object({
    name: line,
    model: line.optional(),
    status: statusSchema,
    vendorCode: code,
    reportedAt: quantity(bounds.instant),
    plugged: z.enum(['yes', 'no', 'unknown']),
    powerW: quantity(bounds.powerW),
    energyWh: quantity(bounds.energyWh),
    greenEnergyWh: quantity(bounds.energyWh),
    dischargedEnergyWh: quantity(bounds.energyWh),
    durationMs: quantity(bounds.durationMs),
    phases: z
      .union([z.literal(1), z.literal(3)])
      .optional()
      .catch(undefined),
    currentA: quantity(bounds.currentA),
    limitA: quantity(bounds.limitA),
    locked: z.boolean().optional().catch(undefined),
    solarMode: solarModeSchema.optional().catch(undefined),
    hasSchedule: z.boolean().optional().catch(undefined),
    price: z
      .object({ perKwh: required(bounds.pricePerKwh), currency: line })
      .optional()
      .catch(undefined),
    grid: z.enum(['present', 'powerCut', 'unknown']).optional(),
    foreignControl: z.literal(true).optional(),
    mayCommand: z.boolean().optional().catch(undefined),
    abilities: abilitiesSchema,
  }),
);
