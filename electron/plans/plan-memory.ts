import { z } from 'zod';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { stateNameSchema } from '../../shared/schema/charger/status.ts';
import { instant, key, quantity, required, whenTrue } from '../../shared/schema/sound.ts';
import { type KeptEntries, keptEntriesSchema } from './in-charger/kept-entries.ts';

const energyWh = required.energyWh;
const mostBlocks = 20;
/** What something was reckoned from: only compared, and never shown. */
const fingerprint = z.string().max(4000);

/** Until the moment by which the car is to be ready, or until noon where nobody has named one. */
const nightSchema = z
  .object({
    /** What it was reckoned from: another wish makes another night. */
    key: fingerprint,
    from: instant,
    until: instant,
    /** `until` is when the car is to be ready. */
    isDeadline: z.boolean(),
    /** It is over and the car is short: charged on until it is not, or until then. */
    overdueUntil: instant.optional(),
    /** So many blocks of it have begun. */
    begun: required.count.optional(),
    /** The car was full: what it takes after that, for heating say, is none of a plan's business. */
    isFull: whenTrue,
    told: z.array(z.enum(['danger', 'starts'])).catch([]),
    /** While it was to charge, this computer slept, or the charger was out of reach. */
    asleep: whenTrue,
    offline: whenTrue,
  })
  .refine(({ from, until }) => from <= until);

/** What the car has got in this night. */
const chargedSchema = z.object({
  /** Before the charger's counter began anew. */
  beforeWh: energyWh,
  /** What the counter shows, and what it showed when the night began. */
  counter: z.object({ fromWh: energyWh, wh: energyWh }).optional(),
  /** How long power flowed. */
  ms: required.durationMs,
});

const reasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tooLittleTime'), possibleWh: energyWh }),
  z.object({ kind: z.literal('tooDear'), possibleWh: energyWh }),
  z.object({ kind: z.literal('noPrices') }),
  z.object({ kind: z.literal('deadlinePassed') }),
]);

/** When it is to charge, and what that was reckoned from. */
const plannedSchema = z.object({
  /** What the owner wants; by which moments, and whether the car is there; and which prices. */
  wish: fingerprint,
  frame: fingerprint,
  prices: fingerprint,
  at: instant,
  leftWh: energyWh,
  powerW: required.powerW,
  blocks: z
    .array(
      z
        .object({ from: instant, until: instant, isForecast: whenTrue })
        .refine(({ from, until }) => from <= until),
    )
    .max(mostBlocks),
  reasons: z.array(reasonSchema).max(mostBlocks),
  cost: quantity.money,
  saved: quantity.money,
});

/** A time in which it is to charge, or not to, and what was sent for that. */
const phaseSchema = z.object({
  isCharge: z.boolean(),
  since: instant,
  tries: required.count,
  triedAt: instant.optional(),
  /** The last try has not left this computer; nothing is sent before. */
  retryAt: instant.optional(),
  /** By the charger itself, which needs no command for it. */
  isThere: whenTrue,
  /** A reading has found the charger as wanted. */
  isMet: whenTrue,
});

/** What is known of the car that is charged here. */
const carSchema = z.object({
  /** W, of the last sessions. */
  powersW: z.array(required.powerW).max(mostBlocks),
  /** Wh, of the last sessions. */
  takenWh: z.array(energyWh).max(mostBlocks),
  /** The session that is not among them yet. */
  session: z
    .object({ startedAt: instant, powerW: quantity.powerW, wh: quantity.energyWh })
    .optional(),
});

/**
 * What a plan remembers of one charger, over restarts too: laid down before anything is sent or
 * told. What is not understood costs only itself. Epoch ms, W, Wh.
 */
export const planMemorySchema = z.object({
  chargerId: key,
  /** When it wanted to be looked at next: whoever comes much later has slept. */
  nextAt: quantity.instant,
  night: nightSchema.optional().catch(undefined),
  charged: chargedSchema.optional().catch(undefined),
  planned: plannedSchema.optional().catch(undefined),
  phase: phaseSchema.optional().catch(undefined),
  /** Since when the car could have been charged: it is there, and the plan is on. */
  thereSince: quantity.instant,
  /** Since when the plan keeps the car waiting. */
  heldSince: quantity.instant,
  /** The car has what it was to have in this night. */
  isDone: whenTrue.catch(undefined),
  /** Nothing more is charged in the night in which the wait began. */
  isLast: whenTrue.catch(undefined),
  /** Somebody has taken over until then. */
  suspendedUntil: quantity.instant,
  /** What the last reading said. */
  lastRead: z
    .object({
      at: instant,
      state: stateNameSchema,
      energyWh: quantity.energyWh,
      durationMs: quantity.durationMs,
    })
    .optional()
    .catch(undefined),
  car: carSchema.optional().catch(undefined),
  /** What of it stands in the charger's own schedules. */
  inCharger: keptEntriesSchema.optional().catch(undefined),
  remindedAt: quantity.instant,
  /** The last price that was a limit, for the next time it is one. */
  belowPerKwh: quantity.pricePerKwh,
});

export type PlanMemory = Omit<z.infer<typeof planMemorySchema>, 'inCharger'> & {
  readonly inCharger?: KeptEntries | undefined;
};
export type Night = z.infer<typeof nightSchema>;
export type Charged = z.infer<typeof chargedSchema>;
export type Planned = z.infer<typeof plannedSchema>;
export type Phase = z.infer<typeof phaseSchema>;
export type Car = z.infer<typeof carSchema>;

/** What stays of it once the plan is off. */
export function atRest({ chargerId, car, inCharger, belowPerKwh }: PlanMemory): PlanMemory {
  return { chargerId, ...omitUndefined({ car, inCharger, belowPerKwh }) };
}

/** Something is still to be done for it, even if the plan is off. */
export function isOpen({ night, inCharger }: PlanMemory): boolean {
  return night !== undefined || (inCharger?.remembered.length ?? 0) > 0;
}

/** The charger keeps a plan by which it waits now. */
export function waitsThere({ planned, phase }: PlanMemory, now: number): boolean {
  const { blocks = [] } = planned ?? {};
  const isOpen = blocks.some(({ from, until }) => from <= now && now < until);
  return phase?.isThere === true && blocks.length > 0 && !isOpen;
}

/** The charger keeps a plan of which all blocks are over: nobody has been awake to make another. */
export function isPast({ planned, phase }: PlanMemory, now: number): boolean {
  const { blocks = [] } = planned ?? {};
  return phase?.isThere === true && blocks.length > 0 && blocks.every(({ until }) => until <= now);
}
