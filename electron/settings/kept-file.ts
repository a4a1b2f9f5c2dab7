import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statfsSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeFileSync } from 'atomically';
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
  const setAside = (): { keptAside?: string } => {
    const aside = keptAside(path, place.now());
    place.log.warn('a kept file was broken', { file: basename(path), ...aside });
    return aside;
  };
  return {
    read() {
      const found = look(path);
      if (found === 'broken') return { value: undefined, ...setAside() };
      return { value: found === 'nothing' ? undefined : found.value };
    },
    write(value) {
      if (!isContent(value)) throw new TypeError('A kept file holds an object');
      const before = look(path, written);
      // Whatever cannot be read is not ours to replace.
      if (before === 'broken') setAside();
      mkdirSync(place.folder, { recursive: true });
      written = undefined;
      const text = serialize(value);
      writeWhole(path, text, typeof before === 'string' ? serialize({}) : before.text);
      syncFolder(dirname(path));
      written = text;
    },
  };
}

function serialize(value: Content): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const spareBytes = 64 * 1024;

/**
 * The library writes beside the file, syncs and renames, but does not look whether the disk took
 * all of it: on a full disk half a file replaces a whole one. So there must be room before, and
 * afterwards the file must say what it was told; else it says again what it said before.
 */
function writeWhole(path: string, text: string, before: string): void {
  const { bavail, bsize } = statfsSync(dirname(path));
  if (bavail * bsize < Buffer.byteLength(text) + spareBytes) throw noRoom();
  writeFileSync(path, text, { mode: 0o600 });
  if (readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, before, { mode: 0o600 });
  throw noRoom();
}

function noRoom(): Error {
  return Object.assign(new Error('The disk is full'), { code: 'ENOSPC' });
}

/**
 * What is there; without its value when it is word for word what is `known`. A file that cannot even
 * be read is as broken as one without sense.
 */
function look(path: string, known?: string): Found {
  try {
    const text = readFileSync(path, 'utf8');
    if (text === known) return { text };
    const value: unknown = JSON.parse(text);
    return isContent(value) ? { text, value } : 'broken';
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? 'nothing' : 'broken';
  }
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
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
