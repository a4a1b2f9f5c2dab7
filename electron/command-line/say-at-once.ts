import { writeSync } from 'node:fs';

/** Long enough for somebody who reads slowly, short enough that nobody notices. */
const againMs = 5;

/**
 * Writes to a stream by its number before anything else is done: 1 is what is said, 2 what is muttered
 * beside it. False where nobody listens any more, or never did.
 */
export function sayAtOnce(stream: 1 | 2, text: string): boolean {
  let rest: Uint8Array = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(stream, rest));
    } catch (error) {
      if (!isBusy(error)) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, againMs);
    }
  }
  return true;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}
