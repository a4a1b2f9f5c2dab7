import { Readable } from 'node:stream';
import { type WriteOptions, writeFile } from 'atomically';

/**
 * Writes a file whole or not at all: beside its place, synced, renamed. As a stream, because of what
 * it is given at once the library writes what fits, and half a file takes the place of a whole one.
 */
export async function replaceFile(
  path: string,
  content: string | Buffer,
  options: WriteOptions = {},
): Promise<void> {
  await writeFile(path, Readable.from([content]), options);
}
