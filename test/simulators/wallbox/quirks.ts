import { asObject } from '../shared/read-body.ts';
import type { Payload } from './payload-style.ts';

/** Oddities of real payloads that a charger can be given. */
export type Quirk = keyof typeof QUIRKS;

/** Each changes a status payload; a parser has to survive every one of them. */
const QUIRKS = {
  /** Numbers sent as text, as the monthly totals are (WD, DUT). */
  'numbers-as-strings': (status: Payload) =>
    mapLeaves(status, (value) => (typeof value === 'number' ? String(value) : value)),
  /** Flags as true and false (HA-t) where others send 1 and 0. */
  booleans: (status: Payload) =>
    inConfig(status, (config) => ({
      ...config,
      locked: Boolean(config.locked),
      auto_lock: Boolean(config.auto_lock),
    })),
  /** Powers and energies with a long binary tail. */
  'long-decimals': (status: Payload) => ({
    ...status,
    charging_power: justBelow(status.charging_power),
    added_energy: justBelow(status.added_energy),
  }),
  /** A connected time below zero, as one capture shows. */
  'negative-time': (status: Payload) => ({ ...status, charging_time: -1_795_223_400 }),
  'no-config': (status: Payload) => without(status, ['config_data']),
  'no-eco-smart': (status: Payload) => inConfig(status, (config) => without(config, ['ecosmart'])),
  'eco-smart-null-mode': (status: Payload) =>
    inConfig(status, (config) => ({
      ...config,
      ecosmart: { enabled: false, mode: null, percentage: 0 },
    })),
  /** A state that is not reported at all, or as null (PY, HO). */
  'no-status': (status: Payload) => without(status, ['status_id']),
  'null-status': (status: Payload) => ({ ...status, status_id: null }),
  /** Counters that go back to zero when the car leaves (PRE); on others they stay (HZ). */
  'counters-reset': (status: Payload) =>
    status.status_id === 161 || status.status_id === 162
      ? { ...status, added_energy: 0, added_grid_energy: 0, charging_time: 0, added_range: 0 }
      : status,
  /** A bidirectional unit that reports a tenth of its power (HA#79824). */
  'tenth-of-power': (status: Payload) => ({
    ...status,
    charging_power: typeof status.charging_power === 'number' ? status.charging_power / 10 : null,
  }),
  /** The list of chargers uses a number of its own: 200 (PY#18). Nothing changes here. */
  'list-status-200': (status: Payload) => status,
  /** The limit is null in the list and in the charger's record. Nothing changes here. */
  'null-limit': (status: Payload) => status,
} as const satisfies Record<string, (status: Payload) => Payload>;

/** The status payload with the charger's oddities. */
export function withQuirks(status: Payload, quirks: readonly Quirk[] = []): Payload {
  return quirks.reduce<Payload>((payload, quirk) => QUIRKS[quirk](payload), status);
}

/** The payload without some keys; a dot leads into an object, e.g. `config_data.ecosmart`. */
export function without(payload: Payload, keys: readonly string[]): Payload {
  return keys.reduce(withoutKey, payload);
}

function withoutKey(payload: Payload, key: string): Payload {
  const [head = '', ...rest] = key.split('.');
  const { [head]: inner, ...others } = payload;
  if (rest.length === 0) return others;
  const nested = asObject(inner);
  return nested === undefined
    ? payload
    : { ...payload, [head]: withoutKey(nested, rest.join('.')) };
}

function inConfig(status: Payload, change: (config: Payload) => Payload): Payload {
  const config = asObject(status.config_data);
  return config === undefined ? status : { ...status, config_data: change(config) };
}

function justBelow(value: unknown): unknown {
  return typeof value === 'number' ? value * (1 - 2 ** -53) : value;
}

function mapLeaves(payload: Payload, change: (value: unknown) => unknown): Payload {
  return Object.fromEntries(
    Object.entries(payload).map(([key, value]) => {
      const nested = asObject(value);
      return [key, nested === undefined ? change(value) : mapLeaves(nested, change)];
    }),
  );
}
