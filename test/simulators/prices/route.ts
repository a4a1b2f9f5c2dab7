import type { IncomingHttpHeaders } from 'node:http';
import type { RequestBody } from '../shared/read-body.ts';
import type { Reply } from '../shared/reply.ts';
import type { Market } from './market.ts';

/** One request to a source, as its route sees it. */
export interface Asked {
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: RequestBody;
  /** The host as the sender named it, and the origin under which it is reached, for links. */
  readonly host: string;
  readonly origin: string;
  readonly market: Market;
}

/** What one source answers at one kind of path, in its own format. */
export interface PriceRoute {
  /** Of the real source: `api.example.com`. */
  readonly hosts: readonly string[];
  readonly path: RegExp;
  readonly method: 'GET' | 'POST';
  answer(asked: Asked): Reply;
}

/** 200 with JSON. */
export function json(body: unknown): Reply {
  return { status: 200, body };
}
