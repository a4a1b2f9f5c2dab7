import { z } from 'zod';
import type { Sample, Session } from '../../shared/domain/history.ts';
import { type ChargerStateName, statusSchema } from '../../shared/domain/status.ts';
import { endReasonSchema } from '../state/memory.ts';

/** A session as it is exported: with the name by which its owner knows the charger. */
export interface SessionRow extends Session {
  readonly chargerName: string;
}

/** A sample with its charger. */
export interface SampleRow extends Sample {
  readonly charger: string;
  readonly chargerName: string;
}

/** What can be exported. */
export interface ExportRows {
  readonly sessions: SessionRow;
  readonly samples: SampleRow;
}

export type ExportKind = keyof ExportRows;

/** Why a file could not be brought in. */
export type ImportFailure =
  /** It is something else, or no longer whole. */
  | { readonly kind: 'notOurs' }
  /** Written by a later version of the app. */
  | { readonly kind: 'tooNew' }
  | { readonly kind: 'tooLarge' };

/** What was in a file, and how many of its rows made no sense. */
export interface Imported<Row> {
  readonly rows: readonly Row[];
  readonly skipped: number;
}

const stateNames = statusSchema.options.map(({ shape }) => shape.state.value);

const key = z.string().min(1).max(200);
const name = z.string().max(1000);
const instant = z.int().min(0).max(8.64e15);
const amount = z.number().min(-1e9).max(1e9);
const length = z.int().min(0).max(1e12);

const costSchema = z.strictObject({
  amount: z.string().regex(/^-?\d{1,20}(\.\d{1,30})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  origin: z.enum(['own', 'charger', 'cloud']),
  estimated: z.exactOptional(z.literal(true)),
});

const sessionShape = {
  id: z.int().min(0),
  charger: key,
  source: z.enum(['recorded', 'cloud', 'both']),
  startedAt: instant,
  startSeen: z.boolean(),
  endedAt: z.exactOptional(instant),
  end: z.exactOptional(endReasonSchema),
  energyWh: z.exactOptional(amount),
  greenEnergyWh: z.exactOptional(amount),
  chargingMs: z.exactOptional(length),
  averageW: z.exactOptional(amount),
  peakW: z.exactOptional(amount),
  cost: z.exactOptional(costSchema),
  gaps: z.exactOptional(z.literal(true)),
};

const sampleShape = {
  at: instant,
  state: z.enum(stateNames as [ChargerStateName, ...ChargerStateName[]]),
  powerW: z.exactOptional(amount),
  energyWh: z.exactOptional(amount),
  limitA: z.exactOptional(amount),
  gap: z.exactOptional(z.literal(true)),
};

/** A session from outside, strictly: what it has too much makes it something else. */
export const sessionSchema: z.ZodType<Session> = z.strictObject(sessionShape);

/** The same for a sample. */
export const sampleSchema: z.ZodType<Sample> = z.strictObject(sampleShape);

/** The same for rows of exports. */
export const rowSchemas: { readonly [Kind in ExportKind]: z.ZodType<ExportRows[Kind]> } = {
  sessions: z.strictObject({ ...sessionShape, chargerName: name }),
  samples: z.strictObject({ ...sampleShape, charger: key, chargerName: name }),
};
