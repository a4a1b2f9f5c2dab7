import { errors, request as undiciRequest } from 'undici';
import { failed, type Result, success } from '../../shared/result.ts';
import type { Clock } from '../system/clock.ts';
import type { Http, HttpAnswer, HttpFailure, HttpRequest } from './http.ts';
import { boundedBytes, TooLarge, utf8 } from './http-body.ts';
import { type ProxyFor, Routes } from './http-routes.ts';
import { joinedUrl } from './http-target.ts';

export interface UndiciHttpOptions {
  readonly clock: Clock;
  /** Our own version, for the honest `User-Agent`. */
  readonly version: string;
  readonly proxyFor: ProxyFor;
}

const timeUp = Symbol('time up');

/**
 * Http over undici. Failures: `timedOut` when the whole exchange took too long, `notUnderstood` when
 * the answer is too large or not readable text, `unreachable` for all else, an abort or a path that
 * leaves its base included. None holds any part of a request or an answer.
 */
export function undiciHttp(options: UndiciHttpOptions): Http {
  const routes = new Routes(options.proxyFor);
  const agentName = `ChargeTray/${options.version}`;
  return {
    async send(request) {
      const url = joinedUrl(request.base, request.path);
      if (!url) return failed({ kind: 'unreachable' });
      const limit = timeLimit(options.clock, request);
      try {
        return await exchange(request, { url, routes, agentName, signal: limit.signal });
      } catch (error) {
        return failed({ kind: limit.signal.reason === timeUp ? 'timedOut' : kindOf(error) });
      } finally {
        limit.end();
      }
    },
    close: () => routes.close(),
  };
}

interface Way {
  readonly url: URL;
  readonly routes: Routes;
  readonly agentName: string;
  readonly signal: AbortSignal;
}

async function exchange(request: HttpRequest, way: Way): Promise<Result<HttpAnswer, HttpFailure>> {
  const response = await undiciRequest(way.url, {
    dispatcher: await abortable(way.routes.dispatcherFor(way.url), way.signal),
    method: request.method,
    headers: headersOf(request, way.agentName),
    body: request.json === undefined ? null : JSON.stringify(request.json),
    signal: way.signal,
    // One limit for the whole exchange is ours; the library's own would run on another clock.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const headers = flat(response.headers);
  const length = Number(headers['content-length'] ?? 0);
  const bytes = await boundedBytes(response.body, length, request.maxBytes);
  const body = utf8(bytes, headers['content-encoding']);
  const status = response.statusCode;
  // An error page is judged by its status: what cannot be read of it is no loss.
  if (body === undefined && status < 300) return failed({ kind: 'notUnderstood' });
  return success({ status, headers, body: body ?? '' });
}

/** A signal that aborts when the time is up or the asker gives up. */
function timeLimit(clock: Clock, request: HttpRequest) {
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  const timer = clock.after(request.timeoutMs, () => controller.abort(timeUp));
  if (request.signal.aborted) giveUp();
  request.signal.addEventListener('abort', giveUp, { once: true });
  return {
    signal: controller.signal,
    end: () => {
      timer.cancel();
      request.signal.removeEventListener('abort', giveUp);
    },
  };
}

/** Looking up the system's proxy may hang like anything else, and takes no signal itself. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

function headersOf(request: HttpRequest, agentName: string): Record<string, string> {
  const json = request.json === undefined ? {} : { 'content-type': 'application/json' };
  const given = Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    ...json,
    ...Object.fromEntries(given),
    'user-agent': agentName,
    // Answers are small, and a packed one could unfold to any size.
    'accept-encoding': 'identity',
  };
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

const timeoutCodes: ReadonlySet<unknown> = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']);

function kindOf(error: unknown): HttpFailure['kind'] {
  const isGarbled =
    error instanceof TooLarge ||
    error instanceof errors.HTTPParserError ||
    error instanceof errors.HeadersOverflowError ||
    error instanceof errors.ResponseContentLengthMismatchError;
  if (isGarbled) return 'notUnderstood';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return timeoutCodes.has(code) ? 'timedOut' : 'unreachable';
}
