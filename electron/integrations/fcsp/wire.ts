import { z } from 'zod';
import { jsonOf } from '../kit/json-of.ts';
import { code, identifier, limitAmperes, signalDbm, words } from '../kit/lenient.ts';

/** Text as it came: raw bytes may stand in it. See `firmwareVersion` for what is made of it. */
const rawText = z
  .unknown()
  .transform((value) => (typeof value === 'string' ? value.slice(0, longestRaw) : undefined))
  .optional();

const longestRaw = 200;

const charger = z.object({
  /** What it does: a code of two letters and two digits. */
  state: code,
  /** Limit of the installation, A: set inside the unit, never the present current. */
  maxAmps: limitAmperes,
  vSystem: words,
  vWiFi: words,
  vHw: words,
  ipAddr: words,
  wifiAddr: identifier,
  bleAddr: identifier,
  catalogNo: words,
  /** The station id: text, since whatever else stood here would be taken for another station. */
  traceNo: words,
  /** The station password. Secret. */
  passcode: words,
});

const inverter = z.object({
  vendor: words,
  model: words,
  /** A number in text; words in old firmware. */
  state: identifier,
  /** A version, or raw bytes. */
  firmware: rawText,
  slno: identifier,
});

/** `status` is a set-up code, never what the charger does. */
const setUp = z.object({ status: words });

/** No public source has the shape: these are names that such answers usually have. */
const network = z.object({ ssid: words, SSID: words, rssi: signalDbm });

/** A token travels in a header, so it is plain ASCII without blanks or it is none. */
const token = z
  .string()
  .max(16_384)
  .regex(/^[\x21-\x7e]+$/);

const tokens = z.object({ access: token, refresh: token.optional().catch(undefined) });

export type WireCharger = z.infer<typeof charger>;
export type WireInverter = z.infer<typeof inverter>;
export type WireTokens = z.infer<typeof tokens>;

export interface WireNetwork {
  readonly name: string | undefined;
  /** Signal, dBm. */
  readonly rssi: number | undefined;
}

/** The answer of `chargerinfo`, or undefined when it tells nothing that a station would tell. */
export function readCharger(body: string): WireCharger | undefined {
  const read = parsed(charger, jsonOf(body));
  return read && Object.values(read).some((value) => value !== undefined) ? read : undefined;
}

/** The answer of `inverterinfo`, without rows that tell nothing; undefined when it is no list. */
export function readInverters(body: string): readonly WireInverter[] | undefined {
  const rows = parsed(z.array(z.unknown()), jsonOf(body));
  return rows
    ?.map((row) => parsed(inverter, row))
    .filter((row) => row !== undefined)
    .filter((row) => Object.values(row).some((value) => value !== undefined));
}

/** The code in the answer of `configstatus`. */
export function readSetUpCode(body: string): string | undefined {
  return parsed(setUp, jsonOf(body))?.status;
}

/** What is known of the answer of `networkinfo`; undefined when it is no object. */
export function readNetwork(body: string): WireNetwork | undefined {
  const read = parsed(network, jsonOf(body));
  return read && { name: read.ssid ?? read.SSID, rssi: read.rssi };
}

/** The answer of a login or a refresh, or undefined when it holds no token, whatever its status. */
export function readTokens(body: string): WireTokens | undefined {
  return parsed(tokens, jsonOf(body));
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}
