import { z } from 'zod';
import type { Abilities, Observation, SolarMode } from '../../domain/charger/observation.ts';
import { schemaFor } from '../schema-for.ts';
import { code, line, quantity, required, whenTrue } from '../sound.ts';
import { statusSchema } from './status.ts';

const abilitiesSchema = schemaFor<Abilities>()(
  z.object({
    pause: whenTrue,
    schedule: whenTrue,
    lock: whenTrue,
    ownSchedules: whenTrue,
    limit: z.object({ minA: required.limitA, maxA: required.limitA }).optional().catch(undefined),
    solarMode: whenTrue,
    price: whenTrue,
    reboot: whenTrue,
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
    reportedAt: quantity.instant,
    plugged: z.enum(['yes', 'no', 'unknown']),
    powerW: quantity.powerW,
    energyWh: quantity.energyWh,
    greenEnergyWh: quantity.energyWh,
    dischargedEnergyWh: quantity.energyWh,
    durationMs: quantity.durationMs,
    phases: z
      .union([z.literal(1), z.literal(3)])
      .optional()
      .catch(undefined),
    currentA: quantity.currentA,
    limitA: quantity.limitA,
    locked: z.boolean().optional().catch(undefined),
    solarMode: solarModeSchema.optional().catch(undefined),
    hasSchedule: z.boolean().optional().catch(undefined),
    price: z.object({ perKwh: required.pricePerKwh, currency: line }).optional().catch(undefined),
    grid: z.enum(['present', 'powerCut', 'unknown']).optional(),
    foreignControl: whenTrue,
    mayCommand: z.boolean().optional().catch(undefined),
    abilities: abilitiesSchema,
  }),
);
