import { z } from 'zod';
import type { PlanLimits } from '../../../shared/domain/charger/plan-windows.ts';
import { mostWritesADay, type PlanEntry } from '../../../shared/domain/charger/schedule.ts';
import { planEntrySchema } from '../../../shared/schema/charger/schedule.ts';
import { schemaFor } from '../../../shared/schema/schema-for.ts';
import { eachOf, instant, required, whenTrue, zone } from '../../../shared/schema/sound.ts';
import type { Block } from './windows.ts';

/** What a charger was seen to have in its list. */
export interface StoredPlan {
  /** In the order of time. */
  readonly blocks: readonly Block[];
  readonly limits: PlanLimits;
  /** IANA name of the zone by which its days were chosen. */
  readonly zone: string;
  /** Epoch ms by which its windows open once more. */
  readonly removeBy: number;
  /** When it was read back, epoch ms. */
  readonly at: number;
  /** Entries of the owner's own were on then. */
  readonly besideOwn?: true | undefined;
}

/** All of a plan in a charger that outlives a restart. */
export interface KeptEntries {
  /** Whatever may be the plan's in the charger's list. */
  readonly remembered: readonly PlanEntry[];
  /** When the list was written in the last 24 hours, epoch ms. */
  readonly writes: readonly number[];
  /** Absent until it was read back. */
  readonly stored?: StoredPlan | undefined;
}

const block = z
  .object({ from: instant, until: instant })
  .refine(({ from, until }) => from <= until);

const stored = schemaFor<StoredPlan>()(
  z.object({
    blocks: z.array(block).min(1),
    limits: z.object({
      energyWh: required.energyWh.optional(),
      limitA: required.limitA.optional(),
    }),
    zone,
    removeBy: instant,
    at: instant,
    besideOwn: whenTrue,
  }),
);

/** For the state file. What is not understood costs only itself; without `stored` it is read anew. */
export const keptEntriesSchema = schemaFor<KeptEntries>()(
  z.object({
    remembered: eachOf(planEntrySchema).catch([]),
    writes: eachOf(instant).catch([]),
    stored: stored.optional().catch(undefined),
  }),
);

const dayMs = 24 * 3_600_000;

/** Those of the last 24 hours; none of a clock that was a day ahead. */
export function recentWrites(writes: readonly number[], now: number): readonly number[] {
  return writes.filter((at) => Math.abs(now - at) < dayMs);
}

/**
 * How often the list is taken to be written today: the last of all writes is left for taking a plan
 * away, which must not have to wait for tomorrow.
 */
export function writesAgainst(writes: readonly number[], now: number, takesAway: boolean): number {
  return recentWrites(writes, now).length + (takesAway ? 0 : 1);
}

/** When there is room for another one, epoch ms. */
export function roomAt(writes: readonly number[], now: number, takesAway: boolean): number {
  const recent = recentWrites(writes, now).toSorted((one, other) => one - other);
  const most = takesAway ? mostWritesADay : mostWritesADay - 1;
  const oldest = recent.at(-most);
  return oldest === undefined ? now : oldest + dayMs;
}
