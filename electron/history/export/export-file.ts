import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failed, type Result, success } from '../../../shared/result.ts';
import { isAlive } from '../../platform/files/folder-lock.ts';

/** A part of a file, and how many rows of the whole it holds. */
export interface Chunk {
  readonly text: string;
  readonly rows: number;
}

/** How far a file has come. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
}

/** What is to be written where. */
export interface WholeFile {
  readonly path: string;
  readonly chunks: AsyncIterable<Chunk>;
  readonly signal: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

export type WriteFailure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'diskFull' }
  /** The folder is gone, or may not be changed. */
  | { readonly kind: 'notWritable' }
  /** What was to be written could not be read. */
  | { readonly kind: 'unreadable' };

/**
 * Writes a file whole or not at all: beside its place, synced, renamed. Whatever stood there stays
 * until then. Gives what was written.
 */
export async function writeWhole(file: WholeFile): Promise<Result<Progress, WriteFailure>> {
  const { path, signal } = file;
  const folder = dirname(path);
  // Of this process alone, and short: names may have 255 bytes, and this one is not the owner's.
  const begin = `.${basename(path).slice(0, 40)}.`;
  const beside = join(folder, `${begin}${process.pid}${end}`);
  if (signal.aborted) return failed({ kind: 'cancelled' });
  try {
    await clearAbandoned(folder, begin);
    // Never through a link that somebody has laid there.
    await rm(beside, { force: true });
    const written = await writeBeside(beside, file);
    if (written.ok && !signal.aborted) {
      await rename(beside, path);
      await syncFolder(folder);
      return written;
    }
    return await givenUp(beside, written.ok ? { kind: 'cancelled' } : written.failure);
  } catch (error) {
    return givenUp(beside, failureOf(error));
  }
}

const end = '.part';

/** What processes have left beside the same file that ended in the middle of it. Never rejects. */
async function clearAbandoned(folder: string, begin: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(begin) || !name.endsWith(end)) continue;
    const pid = name.slice(begin.length, -end.length);
    if (!/^\d+$/.test(pid) || isAlive(Number(pid))) continue;
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

async function writeBeside(
  beside: string,
  file: WholeFile,
): Promise<Result<Progress, WriteFailure>> {
  const handle = await open(beside, 'wx', 0o600);
  try {
    const written = await writeAll(handle, file);
    if (written.ok) await handle.sync();
    return written;
  } finally {
    await handle.close();
  }
}

async function writeAll(
  handle: FileHandle,
  { chunks, signal, progress }: WholeFile,
): Promise<Result<Progress, WriteFailure>> {
  let done: Progress = { rows: 0, bytes: 0 };
  const source = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      if (signal.aborted) return failed({ kind: 'cancelled' });
      const next = await nextOf(source);
      if (next === 'unreadable') return failed({ kind: 'unreadable' });
      if (next.done) return success(done);
      const bytes = Buffer.from(next.value.text, 'utf8');
      await handle.writeFile(bytes);
      done = { rows: done.rows + next.value.rows, bytes: done.bytes + bytes.length };
      progress?.(done);
    }
  } finally {
    await source.return?.();
  }
}

/** Fails as a value, so that a fault of the source is not taken for one of the disk. */
async function nextOf(source: AsyncIterator<Chunk>): Promise<IteratorResult<Chunk> | 'unreadable'> {
  try {
    return await source.next();
  } catch {
    return 'unreadable';
  }
}

async function givenUp(
  beside: string,
  failure: WriteFailure,
): Promise<Result<Progress, WriteFailure>> {
  await rm(beside, { force: true }).catch(() => undefined);
  return failed(failure);
}

/** What stands against writing, by the code of the system. Anything else is a bug. */
export function failureOf(error: unknown): WriteFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'diskFull' };
  if (typeof code === 'string') return { kind: 'notWritable' };
  throw error;
}

/** Only then does the new name survive a power cut. Windows has no such thing for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
