import type { Readable } from 'node:stream';

/** An answer went over its limit. */
export class TooLarge extends Error {}

/**
 * Reads a body of at most `maxBytes` whole. Throws `TooLarge` as soon as more is announced or comes,
 * and hangs up on the sender then.
 */
export async function boundedBytes(
  body: Readable,
  announced: number,
  maxBytes: number,
): Promise<Uint8Array> {
  if (announced > maxBytes) {
    // Hanging up makes the stream complain that it was hung up on.
    body.on('error', () => {});
    body.destroy();
    throw new TooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The text of a body, or undefined when it is packed although we asked for plain, or not UTF-8. */
export function utf8(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (encoding !== undefined && encoding !== '' && encoding !== 'identity') return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
