import { z } from 'zod';
import { orderly } from '../../shared/domain/session/session-span.ts';
import { brandSchema } from '../../shared/schema/brand.ts';
import { observationSchema } from '../../shared/schema/charger/observation.ts';
import { readingSchema } from '../../shared/schema/charger/reading.ts';
import { stateNameSchema, statusSchema } from '../../shared/schema/charger/status.ts';
import { sessionEndSchema } from '../../shared/schema/session/history.ts';
import { liveSessionSchema } from '../../shared/schema/session/live-session.ts';
import { instant, key, line, quantity, required, whenTrue } from '../../shared/schema/sound.ts';

/** What a list says of a charger; a name that is none costs only itself. */
export const listedSchema = z.object({
  name: line.optional().catch(undefined),
  model: line.optional().catch(undefined),
});

/**
 * What its owner says of a charge that has ended, as the history tells it since. It is kept here too,
 * because the history is loaded late.
 */
const ownersWordSchema = z.union([
  z.object({ kind: z.literal('deleted') }),
  liveSessionSchema
    .pick({ startedAt: true, energyWh: true, greenEnergyWh: true, cost: true })
    .extend({ kind: z.literal('corrected'), endedAt: instant })
    .transform(orderly),
]);

/** A charge with what the news need to know of it. */
export const sessionRecordSchema = liveSessionSchema
  .extend({
    endReason: sessionEndSchema.optional(),
    /**
     * Of the last sample: what it said beside its numbers. `isHeld`: it only says once more what the one before it
     * says, and the next one may take its place.
     */
    sampled: z
      .object({
        state: stateNameSchema,
        phases: z.union([z.literal(1), z.literal(3)]).optional(),
        vendorCode: line.optional(),
        byPlan: whenTrue,
        isHeld: whenTrue,
      })
      .optional()
      .catch(undefined),
    /** Power when it was last seen flowing: tells when a charge that nobody watched has ended. */
    lastPowerW: quantity.powerW,
    /** The car asked for no more power since then; a second such look makes the charge complete. */
    suspendedSince: quantity.instant,
    /** When that was found. */
    suspendedFoundAt: quantity.instant,
    /** What the counter of energy showed when this charge began, or would have: below 0 once it has begun anew. */
    baseWh: quantity.counterWh,
    /** When the counter was last read, and when it last moved. */
    countedAt: quantity.instant,
    movedAt: quantity.instant,
    /** Where the counter was before it last fell back or jumped. */
    earlierCount: z
      .object({
        energyWh: required.energyWh,
        baseWh: required.counterWh,
        at: instant,
      })
      .optional()
      .catch(undefined),
    /** What the counter of energy from the sun showed last, and what of it is the charge's own. */
    green: z
      .object({ countWh: required.energyWh, ownWh: required.energyWh })
      .optional()
      .catch(undefined),
    /** It follows another charge of the same stay. */
    isLater: whenTrue,
    /** When its end was found, and the energy of the charge that was told then. */
    foundAt: quantity.instant,
    toldWh: quantity.energyWh,
    /** It was paused and went on at once. */
    resumed: whenTrue,
    /** It has gone on so soon after an end that was told that the next end is told only when it lasts. */
    flaps: whenTrue,
    /** Since when it could have charged at once, but for a plan that waits for cheaper hours. */
    plannedSince: quantity.instant,
    /** When power last flowed before the plan's pause that it is in. */
    planPausedAt: quantity.instant,
    /** Its end is the plan's work, and not a person's or the car's. */
    endedByPlan: whenTrue.catch(undefined),
    /** Its end was found then and is not told yet, because it may go on at once. */
    heldSince: quantity.instant,
    /** The car has gone since: whatever flows next is another charge. */
    carLeft: whenTrue,
    ownersWord: ownersWordSchema.optional().catch(undefined),
    /** Power has flowed, but so far no reading could say that it flowed into the car. */
    directionless: whenTrue,
  })
  .transform(orderly);

/**
 * What is remembered of one charger, over restarts too: the "before" of the news. It is written
 * to disk before anything is told, so that nothing is told twice or lost.
 */
export const chargerRecordSchema = z.object({
  id: key,
  accountId: key,
  brand: brandSchema,
  reading: readingSchema,
  /** For how long the last observation speaks for the charger, ms. */
  validForMs: quantity.durationMs,
  /** What its account's list said of it last. */
  listed: listedSchema.optional(),
  /** The owner's own name for it, as the settings have it; kept here for whoever reads only this. */
  alias: line.optional().catch(undefined),
  session: sessionRecordSchema.optional(),
  /**
   * The last state that says something: not offline, updating or unrecognised, nor power without a
   * direction after one that was known. `at` is when it was seen.
   */
  known: z
    .object({
      status: statusSchema,
      plugged: z.enum(['yes', 'no', 'unknown']),
      at: quantity.instant,
    })
    .optional(),
  /** What the counters showed when they were last said, as far as the last reading does not say it. */
  counted: z
    .object({
      energyWh: quantity.energyWh,
      greenEnergyWh: quantity.energyWh,
      durationMs: quantity.durationMs,
    })
    .optional()
    .catch(undefined),
  /** The last that was known of the grid for sure. */
  grid: z.enum(['present', 'powerCut']).optional(),
  /** The car was seen coming and has taken no power so far, see `without-power.ts`. */
  untouched: z
    .object({
      /** Since when power should flow. */
      since: quantity.instant,
      /** What the counter of energy showed at least since then. */
      fromWh: quantity.energyWh,
      /** Its owner was told. */
      told: whenTrue,
    })
    .optional()
    .catch(undefined),
  /** The reading since which the counter has grown without a session, see `unaccountedSince`. */
  unaccounted: z
    .object({ at: instant, knownAt: instant, observation: observationSchema })
    .optional()
    .catch(undefined),
  /** When a car last began long after it could, by a timer of its own. */
  startsLateAt: quantity.instant,
  /** The version of an update of which its owner was told, so that it is told once. */
  firmwareTold: line.optional().catch(undefined),
  /** Readings that failed in a row. */
  failedReads: quantity.count,
  /** Fingerprint or id about which its owner was told, so that it is told once. */
  doubtTold: line.optional(),
  /** Since when its account no longer lists it. Not shown then, but remembered for a while. */
  unlistedSince: quantity.instant,
  /** First failed reading, or first reading that found the charger offline, in the running gap. */
  awaySince: quantity.instant,
  /** That it is away during a charge was told. */
  awayTold: whenTrue,
});

export type OwnersWord = z.infer<typeof ownersWordSchema>;
export type SessionRecord = z.infer<typeof sessionRecordSchema>;
export type ChargerRecord = z.infer<typeof chargerRecordSchema>;

/** A charger that was never read. */
export function newRecord(who: Pick<ChargerRecord, 'id' | 'accountId' | 'brand'>): ChargerRecord {
  return { ...who, reading: { certainty: 'never' } };
}

/** The vehicle was feeding the house when that was last known for sure. */
export function feedsHome(record: ChargerRecord): boolean {
  const status = record.known?.status;
  return status?.state === 'discharging' && status.phase === 'active';
}

/** A charge that has not ended. */
export function runningSession(record: ChargerRecord): SessionRecord | undefined {
  return record.session && record.session.endedAt === undefined ? record.session : undefined;
}

/** The car asked for no more power; a second reading that says so makes its charge complete. */
export function needsSecondOpinion(record: ChargerRecord | undefined): boolean {
  if (record?.reading.certainty !== 'current') return false;
  const { state } = record.reading.observation.status;
  return state === 'waiting' && runningSession(record)?.suspendedSince !== undefined;
}

/** When a charger of an account was last seen, epoch ms. */
export function lastSeenAt(
  records: readonly ChargerRecord[],
  accountId: string,
): number | undefined {
  const times = records.flatMap(({ accountId: owner, reading }) =>
    owner === accountId && reading.certainty !== 'never' ? (reading.at ?? []) : [],
  );
  return times.length > 0 ? Math.max(...times) : undefined;
}
