import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { breakReply } from '../shared/break-reply.ts';
import { type FailureBook, isApplied } from '../shared/failures.ts';
import type { Overlap } from '../shared/overlap.ts';
import { readBody } from '../shared/read-body.ts';
import { type Reply, sendReply } from '../shared/reply.ts';
import type { RequestRecord } from '../shared/request-log.ts';
import { answerApi } from './api-desk.ts';
import { type Credentials, readCredentials } from './credentials.ts';
import { AccountLimits } from './limits.ts';
import type { Route } from './route-kit.ts';
import type { AuthKind, SessionBook } from './sessions.ts';
import { answerSignIn } from './sign-in-desk.ts';
import type { Account, World } from './world.ts';

/** Wall time that every answer takes. Instant answers would hide requests sent side by side. */
const SERVICE_MS = 3;

/** A request in the simulator's log; only the status is filled in later. */
export type LoggedRequest = RequestRecord<AuthKind>;
type OpenRecord = { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] };

/** What the front door needs. The origins are asked late, when the ports are known. */
export interface FrontDoorParts {
  readonly world: World;
  readonly sessions: SessionBook;
  readonly routes: readonly Route[];
  readonly failures: FailureBook;
  readonly overlap: Overlap;
  readonly log: LoggedRequest[];
  readonly origin: () => string;
  readonly trapOrigin: () => string;
}

/** Where both hosts' requests come in. */
export class FrontDoor {
  readonly #parts: FrontDoorParts;
  readonly #limits = new Map<Account, AccountLimits>();

  constructor(parts: FrontDoorParts) {
    this.#parts = parts;
  }

  /** Logs, counts, answers, or goes wrong as it was told to. */
  async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { world, sessions, failures } = this.#parts;
    const credentials = readCredentials(request.headers.authorization, sessions);
    const url = new URL(request.url ?? '/', 'http://simulator.invalid');
    const record = openRecord(request, url, credentials, world);
    this.#parts.log.push(record);
    const rule = failures.take(record.method, record.path);
    await this.#countOverlap(credentials, response);
    const right =
      rule === undefined || isApplied(rule)
        ? await this.#answer(request, url, credentials)
        : undefined;
    if (rule === undefined) {
      record.status = right?.status ?? null;
      sendReply(response, right ?? { status: 500 });
      return;
    }
    const breakage = {
      response,
      sameHost: this.#parts.origin(),
      otherHost: this.#parts.trapOrigin(),
    };
    record.status = await breakReply(rule.failure, breakage, right);
  }

  async #answer(request: IncomingMessage, url: URL, credentials: Credentials): Promise<Reply> {
    const { world, sessions, routes } = this.#parts;
    const method = request.method ?? 'GET';
    const path = url.pathname;
    const body = await readBody(request);
    const partner = request.headers.partner;
    const limitsOf = (account: Account) => this.#limitsOf(account);
    const signIn = answerSignIn(
      { world, sessions, limitsOf },
      { method, path, credentials, partner: Array.isArray(partner) ? partner[0] : partner },
    );
    if (signIn !== undefined) return signIn;
    return answerApi(
      { world, sessions, routes, limitsOf },
      { method, path, query: url.searchParams, body, credentials },
    );
  }

  async #countOverlap({ email }: Credentials, response: ServerResponse): Promise<void> {
    const { world, overlap } = this.#parts;
    if (email === null || !world.accounts.some((account) => account.email === email)) return;
    const request = overlap.enter(email, response);
    await setTimeout(SERVICE_MS);
    const count = await overlap.measure(request);
    if (count > 1) world.blame('parallel-requests', email, `${count} at the same time`);
  }

  #limitsOf(account: Account): AccountLimits {
    const known = this.#limits.get(account);
    if (known !== undefined) return known;
    const limits = new AccountLimits(this.#parts.world.settings);
    this.#limits.set(account, limits);
    return limits;
  }
}

function openRecord(
  request: IncomingMessage,
  url: URL,
  credentials: Credentials,
  world: World,
): OpenRecord {
  return {
    at: world.wall.now(),
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.search.slice(1),
    auth: credentials.kind,
    account: credentials.email,
    userAgent: request.headers['user-agent'] ?? null,
    status: null,
  };
}
