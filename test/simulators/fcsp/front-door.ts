import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { SimClock } from '../clock.ts';
import { breakReply } from '../shared/break-reply.ts';
import { type FailureBook, isApplied } from '../shared/failures.ts';
import { objectBody, readBody } from '../shared/read-body.ts';
import { type Reply, sendReply } from '../shared/reply.ts';
import type { RequestRecord } from '../shared/request-log.ts';
import { debugReply } from './debug-page.ts';
import { endpointAt } from './endpoints.ts';
import { type AuthKind, answerCall, type GateParts, readAuth } from './gate.ts';
import { isGood, type Manners } from './manners.ts';

/** A request in the simulator's log; only the status is filled in later. */
export type LoggedRequest = RequestRecord<AuthKind>;
type OpenRecord = { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] };

/** What the front door needs. The trap's origin is asked late, when its port is known. */
export interface FrontDoorParts extends GateParts {
  readonly clock: SimClock;
  readonly manners: Manners;
  readonly failures: FailureBook;
  readonly log: LoggedRequest[];
  readonly trapOrigin: () => string;
}

/** Where requests come in, at whichever address. */
export class FrontDoor {
  readonly #parts: FrontDoorParts;

  constructor(parts: FrontDoorParts) {
    this.#parts = parts;
  }

  /** Logs, judges, answers, or goes wrong as it was told to. */
  async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { manners, failures, log, settings } = this.#parts;
    const record = this.#open(request);
    log.push(record);
    manners.judgePath(record.method, record.path);
    const endpoint = endpointAt(record.path);
    if (endpoint !== undefined) manners.judgePace(endpoint);
    const rule = failures.take(record.method, record.path);
    const served = setTimeout(settings.serviceMs);
    const judged = manners.judgeOverlap(record.path, response, served);
    const applied = rule === undefined || isApplied(rule);
    const right = applied ? await this.#answer(request, response, record) : undefined;
    await judged;
    if (rule?.failure.kind === 'hold') await rule.failure.until;
    if (endpoint !== undefined && isGood(rule?.failure, right)) manners.noteAnswer(endpoint);
    if (rule === undefined) {
      const reply = right ?? { status: 500 };
      record.status = reply.status;
      sendReply(response, reply);
      return;
    }
    const sameHost = `https://${request.headers.host ?? ''}`;
    const breakage = { response, sameHost, otherHost: this.#parts.trapOrigin() };
    record.status = await breakReply(rule.failure, breakage, right);
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    record: OpenRecord,
  ): Promise<Reply> {
    const { manners } = this.#parts;
    const { method, path, auth } = record;
    const body = await readBody(request);
    const endpoint = endpointAt(path);
    if (endpoint === undefined) return unknownPath(path);
    const token = objectBody(body)?.refresh;
    if (endpoint.kind === 'token' && typeof token === 'string') {
      manners.judgeRefresh(token, response);
    }
    const contentType = request.headers['content-type'];
    return answerCall(this.#parts, { endpoint, method, path, body, contentType, auth });
  }

  #open(request: IncomingMessage): OpenRecord {
    const { clock, tokens } = this.#parts;
    const url = new URL(request.url ?? '/', 'https://simulator.invalid');
    return {
      at: clock.now(),
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.search.slice(1),
      auth: readAuth(request.headers.authorization, tokens),
      account: null,
      userAgent: request.headers['user-agent'] ?? null,
      status: null,
    };
  }
}

/** The root and the sign-in page have one too (FOR#536019). */
function unknownPath(path: string): Reply {
  return debugReply({ status: path === '/accounts/login/' ? 200 : 404, path });
}
