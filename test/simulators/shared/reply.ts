import type { ServerResponse } from 'node:http';

/** An answer before it is put on the wire. A string body is sent as it is, anything else as JSON. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent: no body and no content type, as some endpoints do. */
  readonly body?: unknown;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** The bytes and headers of a reply. */
export function render(reply: Reply): { headers: Record<string, string>; text: string } {
  if (reply.body === undefined) return { headers: { ...reply.headers }, text: '' };
  const raw = typeof reply.body === 'string';
  return {
    headers: { 'content-type': raw ? 'text/plain; charset=utf-8' : JSON_TYPE, ...reply.headers },
    text: raw ? String(reply.body) : JSON.stringify(reply.body),
  };
}

/** Sends a reply whole. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  const { headers, text } = render(reply);
  response.writeHead(reply.status, { ...headers, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
