import type { Abilities, Observation } from '../../shared/domain/charger/observation.ts';
import { isLocked } from '../../shared/domain/charger/permission.ts';
import { lastObservation, type Reading } from '../../shared/domain/charger/reading.ts';
import type { ChargerStateName } from '../../shared/domain/charger/status.ts';
import type { PlanStatus, PlanView } from '../../shared/domain/price/charge-plan.ts';
import { sessionEnergyWh } from '../charging/energy-counter.ts';
import { isDeleted } from '../charging/live-session.ts';
import type { ChargerRecord } from '../charging/record.ts';

/** Every state a charger can be in; the compiler sees to it that none is missing. */
const allStates: Readonly<Record<ChargerStateName, true>> = {
  charging: true,
  discharging: true,
  transferring: true,
  waiting: true,
  queued: true,
  scheduled: true,
  paused: true,
  complete: true,
  locked: true,
  lockedCar: true,
  available: true,
  updating: true,
  error: true,
  offline: true,
  unknown: true,
};
export const stateNames = Object.keys(allStates);

const allPlans: Readonly<Record<PlanStatus['kind'] | 'off', true>> = {
  off: true,
  noCar: true,
  noPrices: true,
  storing: true,
  waiting: true,
  charging: true,
  done: true,
  suspended: true,
  blocked: true,
};
export const planNames = Object.keys(allPlans);

/**
 * What is said of a charger, as JSON. What is not known is null, never 0: a hub that reads 0 between
 * two values of a meter adds the whole of it to what was used.
 */
export interface ChargerMessage {
  readonly state: ChargerStateName | null;
  /** The maker's own, while there is a fault. */
  readonly fault_code: string | null;
  /** W; out of the car is negative. */
  readonly power: number | null;
  /** kWh of the running or last session, as it was measured. */
  readonly session_energy: number | null;
  readonly plugged_in: 'ON' | 'OFF' | null;
  readonly fault: 'ON' | 'OFF' | null;
  readonly lock: 'LOCKED' | 'UNLOCKED' | null;
  /** A. */
  readonly limit: number | null;
  /** Whether it may charge: off is paused, or waiting for its schedule. */
  readonly charging: 'ON' | 'OFF' | null;
  readonly plan: PlanStatus['kind'] | 'off';
  /** When it is to charge next, by its schedule or its plan. ISO 8601, UTC. */
  readonly next_start: string | null;
  readonly model: string | null;
  readonly certainty: Reading['certainty'];
  /** When the last reading was made. ISO 8601, UTC. */
  readonly as_of: string | null;
}

interface Known {
  readonly record: ChargerRecord;
  readonly plan?: PlanView | undefined;
  readonly model?: string | undefined;
  /** Between which limits one can be set, as that was last known. */
  readonly range?: Abilities['limit'];
}

/** `now` is epoch ms. Pure. */
export function chargerMessage({ record, plan, model, range }: Known, now: number): ChargerMessage {
  const { reading } = record;
  const observation = lastObservation(reading);
  const state = observation?.status.state;
  // Whoever cannot be reached measures nothing: what its cloud still knows is of before.
  const measured = state === 'offline' ? undefined : observation;
  return {
    state: state ?? null,
    fault_code: observation?.status.state === 'error' ? observation.status.code : null,
    power: number(measured?.powerW),
    session_energy: measured ? energyOf(record) : null,
    plugged_in: measured ? pluggedIn(measured) : null,
    fault: state === undefined || blind.has(state) ? null : onOff(state === 'error'),
    lock: measured ? lockOf(measured) : null,
    limit: measured ? limitOf(measured, range) : null,
    charging: state === undefined ? null : (mayCharge.get(state) ?? null),
    plan: plan?.status.kind ?? 'off',
    next_start: timeOf(nextStart(observation, plan, now)),
    model: model ?? null,
    certainty: reading.certainty,
    as_of: timeOf(reading.certainty === 'never' ? undefined : reading.at),
  };
}

/**
 * Until when what is believed of a charger may be taken for what it does, epoch ms: for good while it is
 * current, and where a look has failed for as long as the last reading speaks for the charger, so that
 * one lost answer is nothing to react to. After that only its age is told.
 */
export function availableUntil({ reading, validForMs = 0 }: ChargerRecord): number {
  if (reading.certainty === 'current') return Number.POSITIVE_INFINITY;
  return reading.certainty === 'outdated' && !reading.away ? reading.at + validForMs : 0;
}

const blind: ReadonlySet<ChargerStateName> = new Set(['offline', 'unknown']);

const mayCharge: ReadonlyMap<ChargerStateName, 'ON' | 'OFF'> = new Map([
  ['charging', 'ON'],
  ['discharging', 'ON'],
  ['transferring', 'ON'],
  ['waiting', 'ON'],
  ['queued', 'ON'],
  ['complete', 'ON'],
  ['paused', 'OFF'],
  ['scheduled', 'OFF'],
  ['locked', 'OFF'],
  ['lockedCar', 'OFF'],
]);

function energyOf({ session }: ChargerRecord): number | null {
  // As it was measured, whatever its owner corrects afterwards: a meter that steps back counts anew.
  const wh = session && !isDeleted(session) ? sessionEnergyWh(session) : undefined;
  return wh === undefined ? null : Math.round(wh) / 1000;
}

function pluggedIn({ plugged }: Observation): 'ON' | 'OFF' | null {
  return plugged === 'unknown' ? null : onOff(plugged === 'yes');
}

function lockOf(observation: Observation): ChargerMessage['lock'] {
  if (isLocked(observation)) return 'LOCKED';
  return observation.locked === undefined ? null : 'UNLOCKED';
}

/** What lies outside of what can be set is no value for who offers to set it. */
function limitOf({ limitA }: Observation, range: Abilities['limit']): number | null {
  const { minA = Number.NEGATIVE_INFINITY, maxA = Number.POSITIVE_INFINITY } = range ?? {};
  return limitA === undefined || limitA < minA || limitA > maxA ? null : number(limitA);
}

function nextStart(
  observation: Observation | undefined,
  plan: PlanView | undefined,
  now: number,
): number | undefined {
  const ahead = plan?.blocks.find(({ from }) => from > now)?.from;
  if (plan) return ahead;
  const status = observation?.status;
  return status?.state === 'scheduled' ? status.nextStartAt : undefined;
}

function onOff(is: boolean): 'ON' | 'OFF' {
  return is ? 'ON' : 'OFF';
}

function number(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1000) / 1000;
}

function timeOf(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}
