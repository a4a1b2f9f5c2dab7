import type { IncomingMessage } from 'node:http';

/** What a request carried: nothing, JSON, or something that is not JSON. */
export type RequestBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed' };

/** Reads the whole body. Rejects when the sender goes away in the middle. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') return { kind: 'none' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'malformed' };
  }
}

/** The body as an object, or undefined for anything else. */
export function objectBody(body: RequestBody): Readonly<Record<string, unknown>> | undefined {
  return body.kind === 'json' ? asObject(body.value) : undefined;
}

/** A plain JSON object, or undefined. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}
