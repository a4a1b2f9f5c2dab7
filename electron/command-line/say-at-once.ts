import { writeSync } from 'node:fs';

/** Long enough for somebody who reads slowly, short enough that nobody notices. */
const againMs = 5;

/**
 * Writes to a stream by its number before anything else is done: 1 is what is said, 2 what is muttered
 * beside it. False where nobody listens any more, or never did. Throws where it goes into a file that
 * takes no more: what is missing there would be taken for all.
 */
export function sayAtOnce(stream: 1 | 2, text: string): boolean {
  let rest: Uint8Array = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(stream, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE' || code === 'EBADF') return false;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, againMs);
    }
  }
  return true;
}

/** Says why something ends that nobody foresaw, if that can be said. */
export function complain(error: unknown): void {
  try {
    sayAtOnce(2, `${error instanceof Error ? error.message : String(error)}\n`);
  } catch {
    // The exit code says it as well.
  }
}
