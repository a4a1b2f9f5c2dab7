import { copyFile, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { KeptFile } from '../../ports/kept-file.ts';
import type { Log } from '../../ports/log.ts';
import {
  asideOf,
  type Content,
  type Found,
  isContent,
  understood,
  unread,
} from '../../settings/kept-found.ts';
import { lookNow, setAsideNow } from './kept-at-start.ts';
import { readPlain } from './plain-file.ts';
import { replaceFile } from './replace-file.ts';

/** Where a kept file lies. */
export interface KeptPlace {
  readonly folder: string;
  /** Without its ending, which is always `.json`. */
  readonly name: string;
  /** For the name of a file that is kept aside. Epoch ms. */
  readonly now: () => number;
  /** Hears of every broken file, and nothing of what is in it. */
  readonly log: Log;
}

/**
 * A kept file over `atomically`, the part of electron-store that writes. Not electron-store itself:
 * its `set` writes, syncs and renames before it returns, so a disk that hangs holds up the tray.
 */
export function openKeptFile(place: KeptPlace): KeptFile {
  const path = join(place.folder, `${place.name}.json`);
  /** What the last write left there: as long as it is there, it need not be understood anew. */
  let written: string | undefined;
  /** One after the other, in the order of asking. */
  let turn = Promise.resolve();
  /** Where what is there is kept before the next write. */
  let asideNext: string | undefined;
  const told = (aside: string): { keptAside: string } => {
    const keptAside = basename(aside);
    place.log.warn('a kept file was broken', { file: basename(path), keptAside });
    return { keptAside };
  };
  async function replace(text: string): Promise<void> {
    const before = await look(path, written);
    // Whatever cannot be read is not ours to replace.
    if (before === 'broken') await setAside(asideNext ?? asideOf(path, place.now()));
    else if (before !== 'nothing' && asideNext) await copySynced(path, asideNext);
    asideNext = undefined;
    await mkdir(place.folder, { recursive: true });
    written = undefined;
    await mustHaveRoom(place.folder, text);
    await replaceFile(path, text, options);
    await syncFolder(dirname(path));
    written = text;
  }
  async function setAside(aside: string): Promise<void> {
    await rename(path, aside);
    told(aside);
  }
  return {
    read() {
      const found = lookNow(path);
      if (found !== 'broken') return { value: found === 'nothing' ? undefined : found.value };
      const aside = asideOf(path, place.now());
      // Who could not read it may be able to by then, and must not take the place of it unread.
      if (!setAsideNow(path, aside)) asideNext = aside;
      return { value: undefined, ...told(aside) };
    },
    keepAside() {
      asideNext ??= asideOf(path, place.now(), 'unknown');
      return basename(asideNext);
    },
    async write(value) {
      if (!isContent(value)) throw new TypeError('A kept file holds an object');
      const text = serialize(value);
      const mine = turn.then(() => replace(text));
      turn = mine.catch(() => undefined);
      return mine;
    },
    settled: () => turn,
  };
}

function serialize(value: Content): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const spareBytes = 64 * 1024;
/** The library tries again what may be over in a moment, such as a scanner that holds the file. */
const options = { mode: 0o600, timeout: 1000 };

/** With less than a little to spare nothing is begun: others need that room as well. */
async function mustHaveRoom(folder: string, text: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < Buffer.byteLength(text) + spareBytes) {
    throw Object.assign(new Error('The disk is full'), { code: 'ENOSPC' });
  }
}

/** What is there; without its value when it is word for word what is `known`. */
function look(path: string, known: string | undefined): Promise<Found> {
  return readPlain(path).then(
    (text) => (text === known ? { text } : understood(text)),
    (error: unknown) => unread(error),
  );
}

/** The copy has the rights of the file. Half of one is worth nothing. */
async function copySynced(path: string, copy: string): Promise<void> {
  try {
    await copyFile(path, copy);
    await sync(copy, 'r+');
  } catch (error) {
    await rm(copy, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Only then does the new name survive a power cut. Windows has no such thing for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await sync(folder, 'r');
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
