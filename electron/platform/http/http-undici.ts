import type { Dispatcher } from 'undici';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Http, HttpAnswer, HttpFailure, HttpRequest } from '../../ports/http.ts';
import { boundedBytes, utf8 } from './http-body.ts';
import { failureOf } from './http-failure.ts';
import { abortable, isTimeUp, Limits, type Waiting } from './http-limits.ts';
import { PinnedLines } from './http-lines.ts';
import { type ProxyFor, Routes } from './http-routes.ts';
import { noticing } from './http-sent.ts';
import { joinedUrl } from './http-target.ts';
import { shakeHands } from './http-tls.ts';

export interface UndiciHttpOptions {
  readonly clock: Clock;
  /** Our own version, for the honest `User-Agent`. */
  readonly version: string;
  readonly proxyFor: ProxyFor;
}

/**
 * Http over undici. Failures: `timedOut` when the whole exchange took too long, `notUnderstood` when
 * the answer is too large, not readable text or not even TLS, `certificateChanged` and `oldTls` as
 * they say, `unreachable` for all else, an abort or a path that leaves its base included. None holds
 * any part of a request or an answer.
 */
export function undiciHttp(options: UndiciHttpOptions): Http {
  const routes = new Routes(options.proxyFor);
  const lines = new PinnedLines();
  const limits = new Limits(options.clock);
  const agentName = `ChargeTray/${options.version}`;
  return {
    send(request) {
      const url = joinedUrl(request.base, request.path);
      return noted(request, (sent) =>
        within(limits, request, async (signal) => {
          if (!url) return unreachable;
          const { pin } = request;
          if (pin === undefined) return viaRoute(request, { url, routes, agentName, signal, sent });
          if (url.protocol !== 'https:') return unreachable;
          return lines.use({ url, pin, signal }, (dispatcher) =>
            exchange(request, { url, dispatcher, agentName, signal, sent }),
          );
        }),
      );
    },
    certificateAt(request) {
      const url = joinedUrl(request.base, '/');
      return within(limits, request, async (signal) => {
        if (url?.protocol !== 'https:') return unreachable;
        const { socket, shown } = await shakeHands({ url, signal });
        socket.destroySoon();
        return success(shown);
      });
    },
    async close() {
      limits.close();
      lines.close();
      await routes.close();
    },
  };
}

const unreachable = failed({ kind: 'unreachable' } as const);

async function within<T>(
  limits: Limits,
  waiting: Waiting,
  work: (signal: AbortSignal) => Promise<Result<T, HttpFailure>>,
): Promise<Result<T, HttpFailure>> {
  const limit = limits.start(waiting);
  try {
    return await work(limit.signal);
  } catch (error) {
    if (isTimeUp(limit.signal)) return failed({ kind: 'timedOut' });
    return limit.signal.aborted ? unreachable : failed(failureOf(error));
  } finally {
    limit.end();
  }
}

/** Adds to a failure that the request had left, where its sender wants to know. */
async function noted(
  { tellsIfSent }: HttpRequest,
  send: (sent: (() => void) | undefined) => Promise<Result<HttpAnswer, HttpFailure>>,
): Promise<Result<HttpAnswer, HttpFailure>> {
  if (!tellsIfSent) return send(undefined);
  let left = false;
  const answer = await send(() => {
    left = true;
  });
  return answer.ok || !left ? answer : failed({ ...answer.failure, sent: true });
}

interface Way {
  readonly url: URL;
  /** Called when the request leaves. */
  readonly sent: (() => void) | undefined;
  readonly dispatcher: Dispatcher;
  readonly agentName: string;
  readonly signal: AbortSignal;
}

type UnpinnedWay = Omit<Way, 'dispatcher'> & { readonly routes: Routes };

async function viaRoute(
  request: HttpRequest,
  { routes, ...way }: UnpinnedWay,
): Promise<Result<HttpAnswer, HttpFailure>> {
  // Looking up the system's proxy may hang like anything else, and takes no signal itself.
  const route =
    routes.direct(way.url, request.isLocal) ??
    (await abortable(routes.routeFor(way.url), way.signal));
  try {
    return await exchange(request, { ...way, dispatcher: route.dispatcher });
  } catch (error) {
    // What is known then is about the proxy, and nothing about the far end.
    if (!route.isDirect && failureOf(error).kind === 'unreachable') return unreachable;
    throw error;
  }
}

async function exchange(request: HttpRequest, way: Way): Promise<Result<HttpAnswer, HttpFailure>> {
  const { origin, pathname, search } = way.url;
  const dispatcher = way.sent ? noticing(way.dispatcher, way.sent) : way.dispatcher;
  const response = await dispatcher.request({
    origin,
    path: pathname + search,
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

function headersOf(request: HttpRequest, agentName: string): Record<string, string> {
  const headers: Record<string, string> = {};
  if (request.json !== undefined) headers['content-type'] = 'application/json';
  for (const name in request.headers) headers[name.toLowerCase()] = request.headers[name] ?? '';
  headers['user-agent'] = agentName;
  // Answers are small, and a packed one could unfold to any size.
  headers['accept-encoding'] = 'identity';
  return headers;
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) plain[name.toLowerCase()] = String(headers[name]);
  return plain;
}
