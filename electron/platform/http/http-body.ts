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
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    // Listeners, since an iterator over a stream costs more than all the rest of an answer.
    body.on('data', (chunk: Uint8Array) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > maxBytes) body.destroy(new TooLarge());
    });
    body.on('error', reject);
    body.on('end', () =>
      resolve(chunks.length === 1 ? (chunks[0] ?? none) : Buffer.concat(chunks)),
    );
    // Hung up before the end, without a word of why.
    body.on('close', () => reject(new Error('Closed')));
  });
}

const none = new Uint8Array();

const strict = new TextDecoder('utf-8', { fatal: true });

/** The text of a body, or undefined when it is packed although we asked for plain, or not UTF-8. */
export function utf8(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  if (encoding !== undefined && encoding !== '' && encoding !== 'identity') return undefined;
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
