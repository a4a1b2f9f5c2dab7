import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { isLocked } from '../../../shared/domain/charger/permission.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import type { NotStored } from '../../../shared/domain/failure.ts';
import type { PlanBlockedReason, PlanSettings } from '../../../shared/domain/price/charge-plan.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import { flows } from '../../charging/reduce-session.ts';
import { isGone } from '../../charging/stay.ts';
import type { PlanMemory } from '../plan-memory.ts';
import type { PlanPrices } from './prices.ts';

/** How far a plan is kept by the charger itself. */
export type KeptThere =
  /** The charger keeps no schedules, or is to keep none of this plan. */
  | { readonly kind: 'none' }
  | { readonly kind: 'storing' }
  | { readonly kind: 'stored'; readonly besideOwn?: true }
  | { readonly kind: 'notStored'; readonly why: NotStored };

/** Everything that a plan is decided by. */
export interface PlanInput {
  /** Epoch ms. */
  readonly now: number;
  /** IANA name of the owner's zone. */
  readonly zone: string;
  readonly plan: PlanSettings;
  readonly prices: PlanPrices;
  readonly record: ChargerRecord;
  readonly memory: PlanMemory;
  readonly keptThere: KeptThere;
  /** The charger can keep schedules at all. */
  readonly hasSchedules: boolean;
}

/** What is so now, as the last reading has it. */
export interface Situation extends PlanInput {
  readonly observation: Observation;
  /** When the reading was made that still holds; absent where it is old. */
  readonly readAt: number | undefined;
  /** The reading is another than the one before. */
  readonly isNew: boolean;
  readonly isGone: boolean;
  readonly flows: boolean;
  /** Another car, or the same once more, since the reading before. */
  readonly isReplugged: boolean;
}

/** Undefined of a charger that was never read. */
export function situationOf(input: PlanInput): Situation | undefined {
  const { reading } = input.record;
  const observation = lastObservation(reading);
  if (!observation) return undefined;
  const { lastRead } = input.memory;
  const readAt = heldAt(input);
  const isNew = readAt !== undefined && readAt !== lastRead?.at;
  return {
    ...input,
    observation,
    readAt,
    isNew,
    isGone: isGone(observation),
    flows: readAt !== undefined && flows(observation.status.state),
    isReplugged: isNew && isOtherStay(lastRead, observation),
  };
}

/** For how long a reading speaks for its charger where nobody has said it. */
const unsaidMs = 15 * 60_000;

const silent: ReadonlySet<ChargerStateName> = new Set(['offline', 'updating', 'unknown']);

/** Whoever wakes believes for a moment what was so before the sleep. */
function heldAt({ record, now }: PlanInput): number | undefined {
  const { reading, validForMs = unsaidMs } = record;
  if (reading.certainty !== 'current') return undefined;
  // Its numbers are those of before then.
  if (silent.has(reading.observation.status.state)) return undefined;
  return Math.abs(now - reading.at) > 2 * validForMs ? undefined : reading.at;
}

const roundingMs = 5000;
const noticeableWh = 100;

/** By counters that begin anew when a car is plugged in. */
function isOtherStay(seen: PlanMemory['lastRead'], { durationMs, energyWh }: Observation): boolean {
  if (!seen) return false;
  if (seen.state === 'available' || seen.state === 'locked') return true;
  if (durationMs !== undefined && seen.durationMs !== undefined) {
    return durationMs < seen.durationMs - roundingMs;
  }
  return (
    energyWh !== undefined && seen.energyWh !== undefined && energyWh < seen.energyWh - noticeableWh
  );
}

/** A charger of which nothing was heard for so long cannot be counted on. */
const awayMs = 15 * 60_000;

/** Why the charger cannot do what a plan wants, whatever the plan is. */
export function blockedBy(situation: Situation): PlanBlockedReason | undefined {
  const { record, observation, now, flows: isFlowing, hasSchedules } = situation;
  const { reading } = record;
  const { state } = observation.status;
  if (reading.certainty === 'signInNeeded') return 'signInNeeded';
  if (reading.certainty === 'outdated' && (reading.away || now - reading.since > awayMs)) {
    return 'offline';
  }
  if (state === 'offline') return 'offline';
  if (!observation.abilities.pause && !hasSchedules) return 'notSupported';
  if (observation.foreignControl) return 'foreignControl';
  if (observation.mayCommand === false) return 'noRight';
  if (isLocked(observation)) return 'locked';
  const waitsForSun =
    observation.status.state === 'queued' && observation.status.cause === 'solarMode';
  return waitsForSun || (observation.solarMode === 'solar' && !isFlowing) ? 'solarMode' : undefined;
}
