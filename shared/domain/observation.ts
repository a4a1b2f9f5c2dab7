import { z } from 'zod';
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
  limit: z.object({ minA: z.number(), maxA: z.number() }).optional(),
  ecoSmart: z.literal(true).optional(),
  price: z.literal(true).optional(),
  reboot: z.literal(true).optional(),
  /** Versions as the maker writes them. Present only while an update is offered. */
  update: z.object({ from: z.string(), to: z.string() }).optional(),
});

export const ecoSmartModeSchema = z.enum(['off', 'eco', 'solar']);

/** Everything one look at a charger saw. What the charger did not say is absent, never zero. */
export const observationSchema = z.object({
  name: z.string(),
  /** The model as its owner would call it. */
  model: z.string().optional(),
  status: statusSchema,
  /** The maker's own code, kept beside the state because people ask for it. */
  vendorCode: z.string(),
  /** When the charger itself last reported to its cloud, epoch ms by the cloud's clock. */
  reportedAt: z.number().optional(),
  plugged: z.enum(['yes', 'no', 'unknown']),
  powerW: z.number().optional(),
  /** Energy of the running or last charge. May stay after the car has left. */
  energyWh: z.number().optional(),
  /** The part of `energyWh` that came from the sun. */
  greenEnergyWh: z.number().optional(),
  /** Energy that the vehicle gave back since it was plugged in. */
  dischargedEnergyWh: z.number().optional(),
  /** How long the car has been connected, as the charger counts it. */
  durationMs: z.number().optional(),
  /** Current drawn by the car, where the charger says so. */
  currentA: z.number().optional(),
  phases: z.union([z.literal(1), z.literal(3)]).optional(),
  /** The set current limit; below zero for what the vehicle gives back. */
  limitA: z.number().optional(),
  locked: z.boolean().optional(),
  ecoSmart: ecoSmartModeSchema.optional(),
  price: z.object({ perKwh: z.number(), currency: z.string() }).optional(),
  /** What an inverter that can feed the house sees of the grid; absent without one. */
  grid: z.enum(['present', 'powerCut', 'unknown']).optional(),
  /** Another central system commands this charger; its maker's cloud cannot. */
  foreignControl: z.literal(true).optional(),
  /** Whether the signed-in person may command it. Absent: not known yet. */
  mayCommand: z.boolean().optional(),
  abilities: abilitiesSchema,
});

export type Abilities = z.infer<typeof abilitiesSchema>;
export type EcoSmartMode = z.infer<typeof ecoSmartModeSchema>;
export type Observation = z.infer<typeof observationSchema>;
