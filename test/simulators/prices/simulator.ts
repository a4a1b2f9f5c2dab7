import type { IncomingMessage, ServerResponse } from 'node:http';
import { realClock, type SimClock } from '../clock.ts';
import { breakReply } from '../shared/break-reply.ts';
import { FailureBook, type FailureRule, isApplied } from '../shared/failures.ts';
import { startLoopbackServer } from '../shared/loopback-server.ts';
import { readBody } from '../shared/read-body.ts';
import { type Reply, sendReply } from '../shared/reply.ts';
import type { RequestRecord } from '../shared/request-log.ts';
import { Market, type PriceSpoil } from './market.ts';
import { priceRoutes } from './routes.ts';

/** A request as it came, with the host that its sender meant. */
export interface PriceRequestRecord extends RequestRecord<'bearer' | 'none'> {
  readonly host: string;
}
type OpenRecord = { -readonly [Key in keyof PriceRequestRecord]: PriceRequestRecord[Key] };

/** Every source of prices on one loopback port, in front of one made-up market. */
export interface PriceSimulator {
  readonly url: string;
  readonly market: Market;
  readonly requests: readonly PriceRequestRecord[];
  /** Requests to the host at which a redirect points: none may ever come. */
  readonly strayed: readonly string[];
  /** Spoils prices until `mend`. */
  spoil(...kinds: readonly PriceSpoil[]): void;
  /** Makes requests go wrong; the path is that of the source. */
  fail(rule: FailureRule): void;
  /** Undoes `spoil` and `fail`. */
  mend(): void;
  close(): Promise<void>;
}

/**
 * Starts on 127.0.0.1 at a free port. The `Host` of a request says which source is meant; where it
 * is the simulator's own address, the first whose path fits.
 */
export async function startPriceSimulator(clock: SimClock = realClock()): Promise<PriceSimulator> {
  const market = new Market(clock);
  const failures = new FailureBook();
  const requests: OpenRecord[] = [];
  const strayed: string[] = [];
  const trap = await startLoopbackServer((request, response) => {
    strayed.push(`${request.method} ${request.url}`);
    sendReply(response, { status: 200, body: {} });
  });
  const origins = { sameHost: '', otherHost: `http://localhost:${trap.port}` };

  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origins.sameHost);
    const record = openRecord(request, url, clock.now());
    requests.push(record);
    const rule = failures.take(record.method, record.path);
    const right = !rule || isApplied(rule) ? await answerOf(request, url, market) : undefined;
    if (rule) {
      record.status = await breakReply(rule.failure, { response, ...origins }, right);
      return;
    }
    record.status = right?.status ?? null;
    sendReply(response, right ?? { status: 500 });
  };
  const server = await startLoopbackServer((request, response) => {
    receive(request, response).catch((error: unknown) => {
      // A sender that went away is no fault; anything else must be seen in the answer.
      if (!response.headersSent) response.writeHead(500).end(`Simulator fault: ${String(error)}`);
    });
  });
  origins.sameHost = server.url;
  return {
    url: server.url,
    market,
    requests,
    strayed,
    spoil: (...kinds) => {
      for (const kind of kinds) market.spoils.add(kind);
    },
    fail: (rule) => void failures.add(rule),
    mend: () => {
      failures.clear();
      market.spoils.clear();
    },
    async close() {
      await Promise.all([server.close(), trap.close()]);
    },
  };
}

async function answerOf(request: IncomingMessage, url: URL, market: Market): Promise<Reply> {
  const { headers, method } = request;
  const host = headers.host ?? '';
  const route = priceRoutes.find(
    (one) =>
      one.method === method &&
      one.path.test(url.pathname) &&
      (host === url.host || one.hosts.includes(host)),
  );
  if (!route) return { status: 404, body: 'No such page' };
  const body = await readBody(request);
  const { pathname: path, searchParams: query, origin } = url;
  return route.answer({ path, query, headers, body, host, origin, market });
}

function openRecord(request: IncomingMessage, url: URL, at: number): OpenRecord {
  return {
    at,
    method: request.method ?? 'GET',
    host: request.headers.host ?? '',
    path: url.pathname,
    query: url.search.slice(1),
    auth: request.headers.authorization === undefined ? 'none' : 'bearer',
    account: null,
    userAgent: request.headers['user-agent'] ?? null,
    status: null,
  };
}
