import { Agent, request } from 'node:https';
import { type ManualClock, manualClock } from '../clock.ts';
import { BASE_PATH } from './endpoints.ts';
import { sharedKey } from './shared-key.ts';
import { type FcspSimulator, type FcspSimulatorOptions, startFcspSimulator } from './simulator.ts';
import type { ViolationKind } from './violations.ts';

/** Friday, 20 November 2026, 07:00 UTC. */
export const START = Date.UTC(2026, 10, 20, 7);
export const MINUTE = 60_000;

/** A decoded answer; `body` is JSON where it is some, else text. */
export interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly body: unknown;
}

/** What goes into a request. `json` also sets the content type, unless `headers` do. */
export interface CallOptions {
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Origin, for a second address. */
  readonly at?: string;
  readonly agent?: Agent;
}

/** The pair of tokens that a login gives. */
export interface Pair {
  readonly access: string;
  readonly refresh: string;
}

/** A station on a manual clock and the shortest possible client for it. */
export interface Bench {
  readonly sim: FcspSimulator;
  readonly clock: ManualClock;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Calls an endpoint by its name, signed in. */
  ask(method: string, endpoint: string, options?: CallOptions): Promise<Answer>;
  logIn(devkey?: string): Promise<Pair>;
  refresh(token: string): Promise<Answer>;
  /** The body of `chargerinfo`. */
  charger(): Promise<Record<string, unknown>>;
  /** The rows of `inverterinfo`. */
  inverters(): Promise<readonly Record<string, unknown>[]>;
  /** Violations of one kind. */
  blamed(kind: ViolationKind): number;
  close(): Promise<void>;
}

/** Tokens live for ever and there is no floor unless asked for. */
export async function startBench(options: FcspSimulatorOptions = {}): Promise<Bench> {
  const clock = manualClock(START);
  const settings = {
    floorMs: 0,
    serviceMs: 0,
    accessLifeMs: 1e12,
    refreshLifeMs: 1e12,
    ...options.settings,
  };
  const certificate = { keys: sharedKey() };
  const sim = await startFcspSimulator({ clock, certificate, ...options, settings });
  const agent = new Agent({ keepAlive: true, maxSockets: 4, rejectUnauthorized: false });
  let token: string | undefined;
  const call: Bench['call'] = (method, path, more = {}) =>
    send(method, `${more.at ?? sim.url}${path}`, { agent, ...more });
  const logIn: Bench['logIn'] = async (devkey = sim.settings.devkey) =>
    pairOf((await call('POST', `${BASE_PATH}access`, { json: { devkey } })).body);
  const ask: Bench['ask'] = async (method, endpoint, more = {}) => {
    token ??= (await logIn()).access;
    return call(method, BASE_PATH + endpoint, {
      ...more,
      headers: { authorization: `Bearer ${token}`, ...more.headers },
    });
  };
  return {
    sim,
    clock,
    call,
    ask,
    logIn,
    refresh: (refresh) => call('POST', `${BASE_PATH}refresh`, { json: { refresh } }),
    charger: async () => record((await ask('GET', 'chargerinfo')).body),
    inverters: async () => rows((await ask('GET', 'inverterinfo')).body),
    blamed: (kind) => sim.violations().filter((violation) => violation.kind === kind).length,
    async close() {
      agent.destroy();
      await sim.close();
    },
  };
}

/** One request with `agent`; rejects as Node's client does. */
export function send(method: string, url: string, options: CallOptions): Promise<Answer> {
  const { json, text = json === undefined ? undefined : JSON.stringify(json) } = options;
  const typed = json === undefined ? {} : { 'content-type': 'application/json' };
  const headers = { ...typed, ...options.headers };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: options.agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'],
          body: decoded(Buffer.concat(chunks).toString('utf8')),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

/** Any JSON object as a record; an empty one for anything else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** The payload of a token. */
export function claims(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.');
  return record(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}

export function pairOf(body: unknown): Pair {
  const { access, refresh } = record(body);
  return { access: String(access), refresh: String(refresh) };
}

function rows(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(record) : [];
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
