import { z } from 'zod';
import { harmless } from '../../../shared/domain/harmless.ts';
import {
  amperes,
  count,
  flag,
  identifier,
  instant,
  kilowattHours,
  kilowatts,
  limitAmperes,
  number,
  percent,
  pricePerKwh,
  seconds,
  wattHours,
  words,
} from '../kit/coerce.ts';
import { jsonOf } from '../kit/json-of.ts';

/**
 * The number that says what a charger does, as text. Null stands beside 0 in every table (PY, HO);
 * nothing does not.
 */
const code = z.unknown().transform(toCode).optional();

/** The same in the reply to a write: none, or one that cannot be read, says nothing against what was seen. */
const repliedCode = z
  .unknown()
  .transform((value) => (/^(number|string)$/.test(typeof value) ? toCode(value) : undefined))
  .optional();

const software = z
  .object({ updateAvailable: flag, currentVersion: words, latestVersion: words })
  .optional()
  .catch(undefined);

const configShape = {
  name: words,
  serial_number: identifier,
  part_number: words,
  locked: flag,
  auto_lock: flag,
  /** Seconds after which it locks itself again. */
  auto_lock_time: seconds,
  /** The set limit, A; below zero where a bidirectional unit gives power back (HES#20). */
  max_charging_current: limitAmperes,
  max_charging_value: limitAmperes,
  /** The most that can be set, A (HO). */
  max_available_current: limitAmperes,
  /** What the mains bear, A, for Power Boost; 0 where that is not set up. */
  icp_max_current: amperes,
  /** For a kWh, in `currency`; `energyCost.value` is the same. */
  energy_price: pricePerKwh,
  energyCost: z.object({ value: pricePerKwh }).optional().catch(undefined),
  currency: z.object({ code: words }).optional().catch(undefined),
  /** `wallbox` or `ocpp`. */
  operation_mode: words,
  connection_type: words,
  /** By its name in the IANA's list. */
  timezone: words,
  software,
  ecosmart: z.object({ enabled: flag, mode: number }).optional().catch(undefined),
};

/** `config_data` of a status, and the whole of `GET` and `POST /chargers/config/{id}`. */
const config = z.object(configShape);

const status = z.object({
  status_id: code,
  status: code,
  name: words,
  /** kW. */
  charging_power: kilowatts,
  /** Amperes, in spite of its name (HA, PRE). */
  max_available_power: limitAmperes,
  /** kWh of this charge, or of the last one: it stays after the car has left (HZ). */
  added_energy: kilowattHours,
  /** kWh: what of it the sun gave (HA). */
  added_green_energy: kilowattHours,
  /** kWh that a bidirectional unit gave back. */
  added_discharged_energy: kilowattHours,
  /** Seconds connected, not only charging (HA#54695). */
  charging_time: seconds,
  /** When the charger last reported: text in UTC without a zone (HZ). */
  last_sync: instant,
  /** Phases, 1 or 3. */
  current_mode: number,
  config_data: config.optional().catch(undefined),
});

/** `id` is what the path of every other call wants. */
const listedCharger = z.object({
  id: identifier.pipe(z.string().regex(/^\d{1,20}$/)),
  name: words,
  chargerType: words,
});

/** Groups without chargers are usual for those who are not super-admin (HO#21). */
const group = z.object({ name: words, chargers: z.array(z.unknown()).nullish() });

/** `data.chargerData` of `/v2/charger/{id}` (HB, WD, DUT). Limits in A. */
const record = z.object({
  name: words,
  serialNumber: identifier,
  chargerType: words,
  softwareVersion: words,
  status: repliedCode,
  locked: flag,
  maxChargingCurrent: limitAmperes,
  maxChgCurrent: limitAmperes,
  maxAvailableCurrent: limitAmperes,
  connectionType: words,
  /** Percent. */
  wifiSignal: percent,
  /** An object with a text in UTC (WD, DUT). */
  lastSync: instant,
  lastConnection: instant,
  resume: z
    .object({
      totalSessions: count,
      /** Wh, although the unit beside it says kWh (WD). */
      totalEnergy: wattHours,
    })
    .optional()
    .catch(undefined),
});

/** An element of `data.users[]`: `profile` is all that tells of somebody's rights (WD, DUT). */
const user = z.object({ email: words, profile: words });

/** A token travels in a header, so it is plain ASCII without spaces or it is none. */
const token = z
  .string()
  .max(16_384)
  .regex(/^[\x21-\x7e]+$/);

const signedIn = z.object({
  data: z.object({
    attributes: z.object({
      token,
      refresh_token: token.optional().catch(undefined),
      /** When the token ends: epoch ms, seconds until late 2022 (PY). */
      ttl: number,
    }),
  }),
});

/**
 * What is read of a status, in the cloud's units: kW, kWh, A, seconds; instants in epoch ms. Here
 * as in all replies a field that is missing, or cannot be true, is undefined.
 */
export type WireStatus = z.infer<typeof status>;
/** What is read of a charger's settings: A, seconds, and a price for a kWh. */
export type WireConfig = z.infer<typeof config>;
/** What is read of a charger's record: A, percent, Wh; instants in epoch ms. */
export type WireRecord = z.infer<typeof record>;
/** Somebody who may use the charger. Personal: read to find the signed-in person's own rights. */
export type WireUser = z.infer<typeof user>;
/** The tokens of a sign-in. Secret. `ttl` is as it came: see `tokenLifeMs`. */
export type WireTokens = z.infer<typeof signedIn>['data']['attributes'];

/** A charger of the account's list, with the group it stands in. */
export interface WireListed extends z.infer<typeof listedCharger> {
  readonly groupName: string | undefined;
}

/** The account's chargers, each once. */
export interface WireListing {
  readonly chargers: readonly WireListed[];
  /** Elements that named no usable charger. */
  readonly skipped: number;
}

/** The reply of `GET /chargers/status/{id}` (PY, HA), or undefined when it is none. */
export function readStatus(body: string): WireStatus | undefined {
  const json = jsonOf(body);
  // Any object would pass as a status of a charger that says nothing; a stray one must not.
  return hasAny(json, ['status_id', 'config_data', 'charging_power'])
    ? parsed(status, json)
    : undefined;
}

/** The reply of `GET` or `POST /chargers/config/{id}` (HB, HA-t), or undefined when it is none. */
export function readConfig(body: string): WireConfig | undefined {
  const json = jsonOf(body);
  return hasAny(json, Object.keys(configShape)) ? parsed(config, json) : undefined;
}

/**
 * The reply of `GET /v3/chargers/groups`, every group walked (PY, HO). Undefined when it is none,
 * or when nothing in it can be used.
 */
export function readGroups(body: string): WireListing | undefined {
  const outer = z.object({ result: z.object({ groups: z.array(z.unknown()) }) });
  const reply = parsed(outer, jsonOf(body));
  if (!reply) return undefined;
  const read = reply.result.groups.flatMap(membersOf);
  const usable = read.filter((charger) => charger !== undefined);
  const skipped = read.length - usable.length;
  // A list of which nothing can be used is nonsense, not an owner without chargers.
  if (usable.length === 0 && skipped > 0) return undefined;
  const byId = new Map(usable.map((charger) => [charger.id, charger]));
  return { chargers: [...byId.values()], skipped };
}

function membersOf(raw: unknown): readonly (WireListed | undefined)[] {
  const found = parsed(group, raw);
  if (!found) return [undefined];
  return (found.chargers ?? []).map((element) => {
    const charger = parsed(listedCharger, element);
    return charger && { ...charger, groupName: found.name };
  });
}

/** The reply of `GET` and `PUT /v2/charger/{id}` (HB, HA), or undefined when it is none. */
export function readRecord(
  body: string,
): { readonly record: WireRecord; readonly users: readonly WireUser[] } | undefined {
  const outer = z.object({
    data: z.object({ chargerData: record, users: z.array(z.unknown()).optional().catch([]) }),
  });
  const data = parsed(outer, jsonOf(body))?.data;
  if (!data) return undefined;
  const users = (data.users ?? []).map((raw) => parsed(user, raw));
  return { record: data.chargerData, users: users.filter((found) => found !== undefined) };
}

/** The reply of `/users/signin` or `/users/refresh-token` (PY, HB); undefined without a token. */
export function readTokens(body: string): WireTokens | undefined {
  return parsed(signedIn, jsonOf(body))?.data.attributes;
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}

function hasAny(value: unknown, keys: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && keys.some((key) => key in value);
}

function toCode(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return '0';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? harmless(value, 40) : '?';
}
