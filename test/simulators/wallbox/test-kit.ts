import { type ManualClock, manualClock } from '../clock.ts';
import type { WallboxSettings } from './settings.ts';
import { startWallboxSimulator, type WallboxSimulator } from './simulator.ts';
import type { AccountSpec, ChargerSpec } from './types.ts';

/** Serial number of the charger most tests use. */
export const GARAGE = 700_123;
export const OWNER = { email: 'owner@example.com', password: 'correct hørse' } as const;
/** Friday, 20 November 2026, 07:00 UTC. */
export const START = Date.UTC(2026, 10, 20, 7);

/** A decoded answer; `body` is whatever the JSON was, or undefined. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A simulator on a manual clock and the shortest possible client for it. */
export interface Bench {
  readonly sim: WallboxSimulator;
  readonly clock: ManualClock;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Signs in with Basic and returns the attributes of the reply. */
  signIn(who?: { email: string; password: string }): Promise<SignedIn>;
  /** The status payload, asked with a fresh token. */
  status(id?: number): Promise<Record<string, unknown>>;
  /** Posts a remote action and returns the status code of the answer. */
  act(action: number, id?: number): Promise<number>;
}

export interface CallOptions {
  readonly token?: string;
  readonly basic?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

export interface SignedIn {
  readonly token: string;
  readonly refresh_token: string;
  readonly ttl: number;
}

/** One owner with one charger unless told otherwise; limits are off unless asked for. */
export async function startBench(
  charger: Partial<ChargerSpec> = {},
  settings: Partial<WallboxSettings> = {},
  others: readonly AccountSpec[] = [],
): Promise<Bench> {
  const clock = manualClock(START);
  const spec = { id: GARAGE, name: 'Garage', ...charger };
  const owner: AccountSpec = { ...OWNER, groups: [{ name: 'Home', chargers: [spec] }] };
  const sim = await startWallboxSimulator({
    accounts: [owner, ...others],
    clock,
    settings: { getLimit: null, writeLimit: null, accessTtlMs: 1e12, ...settings },
  });
  return benchOn(sim, clock);
}

/** The same, on a simulator that was made elsewhere. */
export function benchOn(sim: WallboxSimulator, clock: ManualClock): Bench {
  let token: string | undefined;
  const call: Bench['call'] = (method, path, options = {}) => send(sim.url, method, path, options);
  const signIn: Bench['signIn'] = async (who = OWNER) => {
    const answer = await call('GET', '/users/signin', {
      basic: `${who.email}:${who.password}`,
      headers: { Partner: 'wallbox' },
    });
    return signedIn(answer.body);
  };
  const signedCall: Bench['call'] = async (method, path, options) => {
    token ??= (await signIn()).token;
    return call(method, path, { token, ...options });
  };
  return {
    sim,
    clock,
    call: (method, path, options) =>
      options?.basic === undefined && options?.token === undefined && options?.headers === undefined
        ? signedCall(method, path, options)
        : call(method, path, options),
    signIn,
    status: async (id = GARAGE) => record((await signedCall('GET', statusPath(id))).body),
    act: async (action, id = GARAGE) =>
      (await signedCall('POST', actionPath(id), { json: { action } })).status,
  };
}

export const statusPath = (id = GARAGE) => `/chargers/status/${id}`;
export const actionPath = (id = GARAGE) => `/v3/chargers/${id}/remote-action`;

/** Any JSON object as a record; an empty one for anything else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** Follows keys and positions into JSON. */
export function dig(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => record(inner)[String(key)], value);
}

export function signedIn(body: unknown): SignedIn {
  const attributes = record(dig(body, 'data', 'attributes'));
  return {
    token: String(attributes.token),
    refresh_token: String(attributes.refresh_token),
    ttl: Number(attributes.ttl),
  };
}

async function send(
  url: string,
  method: string,
  path: string,
  options: CallOptions,
): Promise<Answer> {
  const headers = new Headers(options.headers);
  if (options.token !== undefined) headers.set('Authorization', `Bearer ${options.token}`);
  if (options.basic !== undefined) {
    headers.set('Authorization', `Basic ${Buffer.from(options.basic).toString('base64')}`);
  }
  const body = options.json === undefined ? null : JSON.stringify(options.json);
  const response = await fetch(`${url}${path}`, { method, headers, body, redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, body: decode(text), headers: response.headers };
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text;
  }
}
