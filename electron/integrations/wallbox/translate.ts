import type {
  Abilities,
  Observation,
  SolarMode,
} from '../../../shared/domain/charger/observation.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { isBidirectional } from './models.ts';
import { meaningOf } from './statuses.ts';
import type { WireConfig, WireRecord, WireStatus } from './wire.ts';

/** What is known about a charger from elsewhere than its status. */
export interface KnownFacts {
  readonly id: string;
  /** The name and the model in the account's list. */
  readonly name: string | undefined;
  readonly model: string | undefined;
  /** Whether the signed-in person may command it; undefined while nobody has said. */
  readonly mayCommand: boolean | undefined;
  /** The present, epoch ms. */
  readonly now: number;
}

/**
 * The least limit, A. Most sources agree on it (SKB, HA, HZ, PRE), and it is the least of the
 * cable's protocol (IEC 61851); one client offers 1 A (HO).
 */
export const leastLimitA = 6;
/** The most, A, where the cloud does not say. */
const usualMaxA = 32;

/**
 * One reply of `GET /chargers/status/{id}` in our words: W, Wh, ms, A, and the price of a kWh.
 * What it does not say is absent, and a code that nobody knows is kept as one. Never fails.
 */
export function toObservation(wire: WireStatus, known: KnownFacts): Observation {
  const config = wire.config_data;
  const vendorCode = wire.status_id ?? wire.status ?? '';
  const silenceMs = wire.last_sync === undefined ? undefined : known.now - wire.last_sync;
  const { status, plugged } = meaningOf(vendorCode, silenceMs);
  const powerW = powerOf(wire.charging_power, status.state === 'discharging');
  return {
    name: wire.name ?? config?.name ?? known.name ?? known.id,
    status,
    vendorCode,
    plugged,
    abilities: abilitiesOf(wire, known.model),
    ...omitUndefined({
      model: known.model,
      reportedAt: wire.last_sync,
      powerW,
      energyWh: wattHours(wire.added_energy),
      greenEnergyWh: wattHours(wire.added_green_energy),
      dischargedEnergyWh: wattHours(wire.added_discharged_energy) || undefined,
      durationMs: durationOf(wire.charging_time),
      // Not the current: no field says it, and without the voltage it does not follow from the power.
      phases: phasesOf(wire.current_mode),
      limitA: limitOf(wire, known.model),
      locked: config?.locked,
      solarMode: ecoSmartOf(config),
      price: priceOf(config),
      foreignControl: config?.operation_mode === 'ocpp' ? (true as const) : undefined,
      mayCommand: known.mayCommand,
    }),
  };
}

function phasesOf(mode: number | undefined): Observation['phases'] {
  return mode === 1 || mode === 3 ? mode : undefined;
}

/**
 * The last observation with what the reply of `PUT /v2/charger/{id}` says by itself: limit, lock
 * and state, all with their new values (HA).
 */
export function withRecord(observation: Observation, wire: WireRecord): Observation {
  const limitA = sameSide(wire.maxChargingCurrent ?? wire.maxChgCurrent, observation.limitA);
  if (wire.status === undefined)
    return { ...observation, ...omitUndefined({ limitA, locked: wire.locked }) };
  const { status, plugged } = meaningOf(wire.status, undefined);
  return {
    ...observation,
    status,
    vendorCode: wire.status,
    plugged,
    ...omitUndefined({ limitA, locked: wire.locked }),
  };
}

/** The last observation with the price of a kWh that `POST /chargers/config/{id}` gave (HA-t). */
export function withConfig(observation: Observation, wire: WireConfig): Observation {
  return { ...observation, ...omitUndefined({ price: priceOf(wire) }) };
}

/** The three-letter code in front of whatever else stands there, as in `EUR/kWh` (HA-t). */
function priceOf(config: WireConfig | undefined): Observation['price'] {
  // Not `depot_price`: that is the group's and differs from the charger's own (HA#81715).
  const perKwh = config?.energy_price ?? config?.energyCost?.value;
  const currency = /^[A-Z]{3}(?![A-Z])/.exec(config?.currency?.code?.toUpperCase() ?? '')?.[0];
  return perKwh === undefined || currency === undefined ? undefined : { perKwh, currency };
}

function abilitiesOf(wire: WireStatus, model: string | undefined): Abilities {
  const config = wire.config_data;
  const maxA = positive(wire.max_available_power) ?? positive(config?.max_available_current);
  const limit = limitRange(Math.floor(maxA ?? usualMaxA), wire, model);
  return {
    pause: true,
    schedule: true,
    ownSchedules: true,
    lock: true,
    price: true,
    reboot: true,
    ...omitUndefined({
      limit,
      solarMode: config?.ecosmart?.mode === undefined ? undefined : (true as const),
      update: updateOf(config),
    }),
  };
}

/**
 * A bidirectional unit takes its limit on both sides of zero, -32 to -6 and 6 to 32 A (HES#20,
 * HA#73683). Only the side that is set is offered: a limit must not turn giving into taking.
 */
function limitRange(maxA: number, wire: WireStatus, model: string | undefined): Abilities['limit'] {
  if (maxA < leastLimitA) return undefined;
  const upwards = { minA: leastLimitA, maxA };
  if (!isBidirectional(model, wire.config_data?.part_number)) return upwards;
  const setA = limitOf(wire, model);
  if (setA === undefined) return undefined;
  return setA < 0 ? { minA: -maxA, maxA: -leastLimitA } : upwards;
}

/** Below zero is no limit for a unit that only takes. */
function limitOf({ config_data }: WireStatus, model: string | undefined): number | undefined {
  const setA = config_data?.max_charging_current ?? config_data?.max_charging_value;
  return isBidirectional(model, config_data?.part_number) ? setA || undefined : positive(setA);
}

/** A limit that turned from giving to taking, or back, is for a reading to say. */
function sameSide(limitA: number | undefined, before: number | undefined): number | undefined {
  if (before === undefined || before > 0) return positive(limitA);
  return limitA !== undefined && limitA < 0 ? limitA : undefined;
}

function updateOf(config: WireConfig | undefined): Abilities['update'] {
  const { updateAvailable, currentVersion, latestVersion } = config?.software ?? {};
  if (!updateAvailable || !currentVersion || !latestVersion) return undefined;
  return { from: currentVersion, to: latestVersion };
}

/** Mode 0 is sun and grid, 1 sun alone; without a mode it is not supported (HA, PRE). */
function ecoSmartOf(config: WireConfig | undefined): SolarMode | undefined {
  const { enabled, mode } = config?.ecosmart ?? {};
  if (mode === undefined || enabled === undefined) return undefined;
  if (!enabled) return 'off';
  return mode === 0 ? 'eco' : mode === 1 ? 'solar' : undefined;
}

/** kW to W. The sign of power out of the car is not known: while it flows out, its size counts. */
function powerOf(kw: number | undefined, outwards: boolean): number | undefined {
  if (kw === undefined) return undefined;
  return Math.round(Math.max(0, outwards ? Math.abs(kw) : kw) * 1000);
}

function wattHours(kwh: number | undefined): number | undefined {
  return kwh === undefined || kwh < 0 ? undefined : Math.round(kwh * 1000);
}

/** One capture shows a time below zero: the true one is then not known, but it is no error. */
function durationOf(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.max(0, Math.round(seconds * 1000));
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}
