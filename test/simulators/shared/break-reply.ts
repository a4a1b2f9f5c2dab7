import type { ServerResponse } from 'node:http';
import type { Failure } from './failures.ts';
import { type Reply, render, sendReply } from './reply.ts';
import { wrongTypes } from './wrong-types.ts';

/** Where a failing answer goes wrong: the socket, and the two places a redirect may name. */
export interface Breakage {
  readonly response: ServerResponse;
  readonly sameHost: string;
  readonly otherHost: string;
}

const HTML = '<!doctype html><html><body><h1>Service unavailable</h1></body></html>';
const HUGE_BYTES = 50 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, ' ');
const OK: Reply = { status: 200, body: {} };

/**
 * Answers wrongly. `right` is the answer that the service would have given, if it was asked.
 * Resolves to the status that was sent, or null when none was.
 */
export async function breakReply(
  failure: Failure,
  breakage: Breakage,
  right: Reply = OK,
): Promise<number | null> {
  const { response } = breakage;
  switch (failure.kind) {
    case 'hang':
      failure.reached?.();
      return null;
    case 'huge':
      await sendHuge(response, failure.bytes ?? HUGE_BYTES);
      return 200;
    case 'drip':
      drip(response, right, failure.everyMs ?? 20);
      failure.reached?.();
      return right.status;
    case 'drip-headers':
      dripHeaders(response);
      failure.reached?.();
      return right.status;
    case 'cut-chunks':
      cutChunks(response, right);
      return right.status;
    case 'bytes':
      sendBytes(response, right, failure.of);
      return right.status;
    case 'reset':
      if (failure.before === 'reply') {
        response.socket?.resetAndDestroy();
        return null;
      }
      resetMidBody(response, right);
      return right.status;
    case 'hold':
      await failure.until;
      sendReply(response, right);
      return right.status;
    default: {
      const reply = spoil(failure, breakage, right);
      sendReply(response, reply);
      return reply.status;
    }
  }
}

type OnTheWire =
  | 'hang'
  | 'huge'
  | 'drip'
  | 'drip-headers'
  | 'cut-chunks'
  | 'bytes'
  | 'reset'
  | 'hold';
type Spoiling = Exclude<Failure, { kind: OnTheWire }>;

function spoil(failure: Spoiling, breakage: Breakage, right: Reply): Reply {
  switch (failure.kind) {
    case 'status': {
      const { status, headers = {}, body } = failure;
      return { status, headers, body };
    }
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: HTML };
    case 'half-json': {
      const { headers, text } = render(right);
      return { status: 200, headers, body: half(text) };
    }
    case 'empty':
      return { status: 200 };
    case 'redirect': {
      const base = failure.to === 'same-host' ? breakage.sameHost : breakage.otherHost;
      const location = `${base}${failure.path ?? '/elsewhere'}`;
      return { status: failure.status ?? 302, headers: { location } };
    }
    case 'content-type':
      return { ...right, headers: { ...right.headers, 'content-type': failure.type } };
    case 'wrong-types':
      return { ...right, body: wrongTypes(right.body) };
    case 'rewrite':
      return { ...right, body: failure.body(right.body) };
  }
}

function half(text: string): string {
  return text.slice(0, Math.ceil(text.length / 2));
}

/** Respects back-pressure: 50 MB belong on the wire, not in this process's memory. */
async function sendHuge(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"filler":"');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += CHUNK.length) {
    if (!response.write(CHUNK)) await drained(response);
  }
  if (!response.destroyed) response.end('"}');
}

function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

function drip(response: ServerResponse, right: Reply, everyMs: number): void {
  const { headers, text } = render(right);
  const bytes = Buffer.from(text);
  response.writeHead(right.status, { ...headers, 'content-length': bytes.length });
  response.flushHeaders();
  if (bytes.length === 0) {
    response.end();
    return;
  }
  let sent = 0;
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1));
    sent += 1;
    if (sent < bytes.length) return;
    clearInterval(timer);
    response.end();
  }, everyMs);
  response.once('close', () => clearInterval(timer));
}

function dripHeaders(response: ServerResponse): void {
  const { socket } = response;
  socket?.write('HTTP/1.1 200 OK\r\nx-filler: ');
  const timer = setInterval(() => socket?.write('x'), 1000);
  response.once('close', () => clearInterval(timer));
}

function cutChunks(response: ServerResponse, right: Reply): void {
  const { headers, text } = render(right);
  response.writeHead(right.status, headers);
  response.write(half(text), () => response.socket?.end());
}

function sendBytes(
  response: ServerResponse,
  right: Reply,
  of: Extract<Failure, { kind: 'bytes' }>['of'],
): void {
  const { headers, text } = render(right);
  const { bytes, headers: others } = of(text);
  const body = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  response.writeHead(right.status, { ...headers, ...others, 'content-length': body.length });
  response.end(body);
}

function resetMidBody(response: ServerResponse, right: Reply): void {
  const { headers, text } = render(right);
  response.writeHead(right.status, { ...headers, 'content-length': Buffer.byteLength(text) + 1 });
  response.write(half(text), () => response.socket?.resetAndDestroy());
}
