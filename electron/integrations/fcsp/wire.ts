import { z } from 'zod';
import { code, identifier, limitAmperes, signalDbm, words } from '../kit/coerce.ts';
import { jsonOf } from '../kit/json-of.ts';

/** Text as it came: raw bytes may stand in it. See `firmwareVersion` for what is made of it. */
const rawText = z
  .unknown()
  .transform((value) => (typeof value === 'string' ? value.slice(0, longestRaw) : undefined))
  .optional();

const longestRaw = 200;

/** `chargerinfo` (FCA, LF). The one public sample lacks `bleAddr`, `traceNo` and `passcode`. */
const charger = z.object({
  /** What it does: a code of two letters and two digits (FCA). */
  state: code,
  /** Limit of the installation, A: set inside the unit, never the present current (LF). */
  maxAmps: limitAmperes,
  /** Version of the system. */
  vSystem: words,
  /** Versions with colons between them; of what, nobody has said. */
  vWiFi: words,
  /** Version of the hardware. */
  vHw: words,
  /** Its own idea of its address: with two interfaces it can be another than the one in use. */
  ipAddr: words,
  wifiAddr: identifier,
  bleAddr: identifier,
  /** Model number. */
  catalogNo: words,
  /** The station id: text, since whatever else stood here would be taken for another station. */
  traceNo: words,
  /** The station password (LF). Secret. */
  passcode: words,
});

/** A row of `inverterinfo` (FCA, LF). */
const inverter = z.object({
  vendor: words,
  model: words,
  /** A number in text; words in old firmware (LF). */
  state: identifier,
  /** A version, or raw bytes (LF). */
  firmware: rawText,
  /** Serial number (LF). */
  slno: identifier,
});

/** `configstatus`: `status` is a set-up code such as `CE012`, never what the charger does. */
const setUp = z.object({ status: words });

/** No public source has the shape: these are names that such answers usually have. */
const network = z.object({ ssid: words, SSID: words, rssi: signalDbm });

/** A token travels in a header, so it is plain ASCII without blanks or it is none. */
const token = z
  .string()
  .max(16_384)
  .regex(/^[\x21-\x7e]+$/);

const tokens = z.object({ access: token, refresh: token.optional().catch(undefined) });

/** What is read of `chargerinfo`. A field that is missing, or cannot be true, is undefined. */
export type WireCharger = z.infer<typeof charger>;
/** What is read of a row of `inverterinfo`, likewise. */
export type WireInverter = z.infer<typeof inverter>;
/** The tokens of a login (FCA). Secret. A refresh may bring no new `refresh`. */
export type WireTokens = z.infer<typeof tokens>;

/** What is read of `networkinfo`. */
export interface WireNetwork {
  /** Of the wireless network. */
  readonly name: string | undefined;
  /** Signal, dBm. */
  readonly rssi: number | undefined;
}

/** The answer of `GET chargerinfo`; undefined when it tells nothing that a station would tell. */
export function readCharger(body: string): WireCharger | undefined {
  const read = parsed(charger, jsonOf(body));
  return read && Object.values(read).some((value) => value !== undefined) ? read : undefined;
}

/** The answer of `GET inverterinfo`, without rows that tell nothing; undefined if it is no list. */
export function readInverters(body: string): readonly WireInverter[] | undefined {
  const rows = parsed(z.array(z.unknown()), jsonOf(body));
  return rows
    ?.map((row) => parsed(inverter, row))
    .filter((row) => row !== undefined)
    .filter((row) => Object.values(row).some((value) => value !== undefined));
}

/** The code in the answer of `GET configstatus`; undefined where there is none. */
export function readSetUpCode(body: string): string | undefined {
  return parsed(setUp, jsonOf(body))?.status;
}

/** What is known of the answer of `POST networkinfo`; undefined when it is no object. */
export function readNetwork(body: string): WireNetwork | undefined {
  const read = parsed(network, jsonOf(body));
  return read && { name: read.ssid ?? read.SSID, rssi: read.rssi };
}

/** The answer of `POST access` or `refresh`; undefined without a token, whatever its status. */
export function readTokens(body: string): WireTokens | undefined {
  return parsed(tokens, jsonOf(body));
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}
