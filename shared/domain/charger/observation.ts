import { z } from 'zod';
import { line, quantity, required } from '../../schema/sound.ts';
import { bounds } from '../bounds.ts';
import { statusSchema } from './status.ts';

/**
 * What a charger can be asked to do at all. Absent means the charger cannot, and nobody offers it.
 * What may be asked right now is another question: see `permission.ts`.
 */
export const abilitiesSchema = z.object({
  /** Pause and resume the charge. */
  pause: z.literal(true).optional(),
  /** Give control back to the schedule after a manual pause or start. */
  schedule: z.literal(true).optional(),
  lock: z.literal(true).optional(),
  /** Whole amperes, both ends included; below zero for what the vehicle gives back. */
  limit: z
    .object({ minA: required(bounds.limitA), maxA: required(bounds.limitA) })
    .optional()
    .catch(undefined),
  ecoSmart: z.literal(true).optional(),
  price: z.literal(true).optional(),
  reboot: z.literal(true).optional(),
  /** Versions as the maker writes them. Present only while an update is offered. */
  update: z.object({ from: line, to: line }).optional(),
});

export const ecoSmartModeSchema = z.enum(['off', 'eco', 'solar']);

/**
 * Everything one look at a charger saw. What the charger did not say is absent, never zero, and so is
 * a number that cannot be: it costs only itself.
 */
export const observationSchema = z.object({
  name: line,
  /** The model as its owner would call it. */
  model: line.optional(),
  status: statusSchema,
  /** The maker's own code, kept beside the state because people ask for it. */
  vendorCode: line,
  /** When the charger itself last reported to its cloud, epoch ms by the cloud's clock. */
  reportedAt: quantity(bounds.instant),
  plugged: z.enum(['yes', 'no', 'unknown']),
  powerW: quantity(bounds.powerW),
  /** Energy of the running or last charge. May stay after the car has left. */
  energyWh: quantity(bounds.energyWh),
  /** The part of `energyWh` that came from the sun. */
  greenEnergyWh: quantity(bounds.energyWh),
  /** Energy that the vehicle gave back since it was plugged in. */
  dischargedEnergyWh: quantity(bounds.energyWh),
  /** How long the car has been connected, as the charger counts it. */
  durationMs: quantity(bounds.durationMs),
  phases: z
    .union([z.literal(1), z.literal(3)])
    .optional()
    .catch(undefined),
  /** The set current limit; below zero for what the vehicle gives back. */
  limitA: quantity(bounds.limitA),
  locked: z.boolean().optional().catch(undefined),
  ecoSmart: ecoSmartModeSchema.optional().catch(undefined),
  price: z
    .object({ perKwh: required(bounds.pricePerKwh), currency: line })
    .optional()
    .catch(undefined),
  /** What an inverter that can feed the house sees of the grid; absent without one. */
  grid: z.enum(['present', 'powerCut', 'unknown']).optional(),
  /** Another central system commands this charger; its maker's cloud cannot. */
  foreignControl: z.literal(true).optional(),
  /** Whether the signed-in person may command it. Absent: not known yet. */
  mayCommand: z.boolean().optional().catch(undefined),
  abilities: abilitiesSchema,
});

export type Abilities = z.infer<typeof abilitiesSchema>;
export type EcoSmartMode = z.infer<typeof ecoSmartModeSchema>;
export type Observation = z.infer<typeof observationSchema>;
