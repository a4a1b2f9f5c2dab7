import { readFileSync, renameSync } from 'node:fs';
import { mkdir, open, readFile, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFile } from 'atomically';
import type { KeptFile } from '../shells.ts';
import type { Log } from '../system/log.ts';

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

type Content = Record<string, unknown>;
type Found = 'nothing' | 'broken' | { readonly text: string; readonly value?: Content };

/**
 * A kept file over `atomically`, the part of electron-store that writes. Not electron-store itself:
 * that needs a running Electron, answers any page that asks it for the data folder, and brings a
 * schema compiler to every start.
 */
export function openKeptFile(place: KeptPlace): KeptFile {
  const path = join(place.folder, `${place.name}.json`);
  /** What the last write left there: as long as it is there, it need not be understood anew. */
  let written: string | undefined;
  /** One after the other, in the order of asking. */
  let turn = Promise.resolve();
  /** What was asked to be written last, as long as it is not decided whether the disk takes it. */
  let underWay: { readonly text: string } | undefined;
  const setAside = (): { keptAside?: string } => {
    const aside = keptAside(path, place.now());
    place.log.warn('a kept file was broken', { file: basename(path), ...aside });
    return aside;
  };
  async function replace(text: string): Promise<void> {
    const before = await look(path, written);
    // Whatever cannot be read is not ours to replace.
    if (before === 'broken') setAside();
    await mkdir(place.folder, { recursive: true });
    written = undefined;
    await writeWhole(path, text, typeof before === 'string' ? serialize({}) : before.text);
    await syncFolder(dirname(path));
    written = text;
  }
  return {
    read() {
      const found = underWay ? understood(underWay.text) : lookNow(path);
      if (found === 'broken') return { value: undefined, ...setAside() };
      return { value: found === 'nothing' ? undefined : found.value };
    },
    async write(value) {
      if (!isContent(value)) throw new TypeError('A kept file holds an object');
      const text = serialize(value);
      const asked = { text };
      underWay = asked;
      const mine = turn
        .then(() => replace(text))
        .finally(() => {
          if (underWay === asked) underWay = undefined;
        });
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

/**
 * The library writes beside the file, syncs and renames, but does not look whether the disk took
 * all of it: on a full disk half a file replaces a whole one. So there must be room before, and
 * afterwards the file must say what it was told; else it says again what it said before.
 */
async function writeWhole(path: string, text: string, before: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(path));
  if (bavail * bsize < Buffer.byteLength(text) + spareBytes) throw noRoom();
  await writeFile(path, text, options);
  if ((await readFile(path, 'utf8')) === text) return;
  await writeFile(path, before, options);
  throw noRoom();
}

function noRoom(): Error {
  return Object.assign(new Error('The disk is full'), { code: 'ENOSPC' });
}

/** What is there; without its value when it is word for word what is `known`. */
function look(path: string, known: string | undefined): Promise<Found> {
  return readFile(path, 'utf8').then(
    (text) => (text === known ? { text } : understood(text)),
    (error: unknown) => unread(error),
  );
}

function lookNow(path: string): Found {
  try {
    return understood(readFileSync(path, 'utf8'));
  } catch (error) {
    return unread(error);
  }
}

function understood(text: string): Found {
  try {
    const value: unknown = JSON.parse(text);
    return isContent(value) ? { text, value } : 'broken';
  } catch {
    return 'broken';
  }
}

/** A file that cannot even be read is as broken as one without sense. */
function unread(error: unknown): Found {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing ? 'nothing' : 'broken';
}

function keptAside(path: string, now: number): { keptAside?: string } {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  const aside = path.replace(/\.json$/, `.broken-${stamp}.json`);
  try {
    renameSync(path, aside);
    return { keptAside: basename(aside) };
  } catch {
    // A folder that cannot be changed keeps it where it is; the next write will say why.
    return {};
  }
}

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only then does the new name survive a power cut. Windows has no such thing for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
