import type { FcspIdentity } from './identity.ts';

/** A JSON object on its way out. */
export type Payload = Readonly<Record<string, unknown>>;

/** Changes to an answer: a value per field, or `undefined` to leave the field out. */
export type FieldChanges = Readonly<Record<string, unknown>>;

/** The answer of `chargerinfo`, with the fields of real stations (FCA, LF). */
export function chargerPayload(
  { inverterSerial: _, ssid: _ssid, ...told }: FcspIdentity,
  state: string,
): Payload {
  return { state, ...told };
}

/** The answer of `networkinfo`. The shape is invented: none is public. */
export function networkPayload({ ssid, ipAddr, wifiAddr }: FcspIdentity): Payload {
  return {
    ssid,
    ipAddr,
    netmask: '255.255.255.0',
    gateway: '192.0.2.1',
    dns: '192.0.2.1',
    wifiAddr,
    rssi: -58,
    dhcp: 1,
  };
}

/** The payload with changed, added and missing fields. JSON leaves `undefined` out by itself. */
export function changed(payload: Payload, changes: FieldChanges): Payload {
  return { ...payload, ...changes };
}

/** All texts followed by blanks and NULs, as fixed-width buffers give them (LF). */
export function padded(payload: Payload): Payload {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => [
      key,
      typeof value === 'string' ? `${value}  \u0000\u0000\u0000` : value,
    ]),
  );
}
