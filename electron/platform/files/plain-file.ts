import { createReadStream, type Stats } from 'node:fs';
import { lstat, readFile, stat } from 'node:fs/promises';

/** Far more than any file of ours holds, and little enough to be read before there is a tray. Bytes. */
const mostOfOurs = 64 * 1024 * 1024;

/**
 * Reads a text that lies in a plain file. Whoever opens a pipe waits until somebody writes into it, a
 * device never ends, and gigabytes fill the memory: none of these is read, and this throws. So it does
 * for whatever the system refuses; `ENOENT` only where there is nothing, not even a link to nowhere.
 */
export async function readPlain(path: string, mostBytes = mostOfOurs): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found) await lstat(path);
  mustBePlain(found, mostBytes);
  return readFile(path, 'utf8');
}

/** A file of any size, bit by bit; nothing at all of what is no plain file. */
export async function* plainParts(path: string): AsyncGenerator<string> {
  if ((await stat(path)).isFile()) yield* createReadStream(path, 'utf8');
}

/** Throws for what is not to be read; for nothing at all its reader has thrown. */
export function mustBePlain(found: Stats | undefined, mostBytes = mostOfOurs): void {
  if (!found) throw new Error('A link to nowhere');
  if (!found.isFile()) throw new Error('No plain file');
  if (found.size > mostBytes) throw new Error('Too large to be read');
}
