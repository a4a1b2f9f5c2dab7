import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readPlain } from '../files/plain-file.ts';
import { replaceFile } from '../files/replace-file.ts';

/**
 * The file by which a desktop starts a program at login. What is asked is done in the order of
 * asking, however slow the disk is: the last word counts. Each call rejects when the disk refuses.
 */
export interface AutostartFile {
  write(entry: string): Promise<void>;
  /** Writes what is to follow on what is found; undefined leaves the file as it is. */
  follow(following: (found: string | undefined) => string | undefined): Promise<void>;
  remove(): Promise<void>;
  /** Resolves when nothing is under way. Never rejects. */
  settled(): Promise<void>;
}

export function openAutostartFile(path: string): AutostartFile {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const mine = last.then(change);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    write: (entry) => inTurn(() => put(path, entry)),
    follow: (following) =>
      inTurn(async () => {
        const entry = following(await foundAt(path));
        if (entry !== undefined) await put(path, entry);
      }),
    remove: () => inTurn(() => rm(path, { force: true })),
    settled: () => last,
  };
}

async function put(path: string, entry: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, entry);
}

/** What cannot be read counts as not there: what is to be said about that is said by the write. */
function foundAt(path: string): Promise<string | undefined> {
  return readPlain(path).catch(() => undefined);
}
