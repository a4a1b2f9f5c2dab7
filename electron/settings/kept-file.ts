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
import Conf from 'conf';
import type { KeptFile } from '../shells.ts';

/** Where a kept file lies. */
export interface KeptPlace {
  readonly folder: string;
  /** Without its ending, which is always `.json`. */
  readonly name: string;
  /** For the name of a file that is kept aside. Epoch ms. */
  readonly now: () => number;
}

type Content = Record<string, unknown>;
type Found = 'nothing' | 'broken' | { readonly value: Content };

/**
 * A kept file over `conf`, which is what electron-store is made of. Not electron-store itself: that
 * needs a running Electron, and answers any page that asks it for the data folder, synchronously.
 */
export function openKeptFile(place: KeptPlace): KeptFile {
  const path = join(place.folder, `${place.name}.json`);
  // Opened at the first write only: opening it reads the file, and a broken one makes it throw.
  let store: Conf<Content> | undefined;
  return {
    read() {
      const found = look(path);
      if (found === 'broken') return { value: undefined, ...keptAside(path, place.now()) };
      return { value: found === 'nothing' ? undefined : found.value };
    },
    write(value) {
      if (!isContent(value)) throw new TypeError('A kept file holds an object');
      const before = look(path);
      // conf refuses to replace what it cannot read, so that has to be out of its way.
      if (before === 'broken') keptAside(path, place.now());
      mkdirSync(place.folder, { recursive: true });
      store ??= openStore(place);
      writeWhole(store, value, typeof before === 'string' ? {} : before.value);
      syncFolder(dirname(path));
    },
  };
}

function openStore({ folder, name }: KeptPlace): Conf<Content> {
  return new Conf<Content>({ cwd: folder, configName: name, configFileMode: 0o600, serialize });
}

function serialize(value: Content): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const spareBytes = 64 * 1024;

/**
 * conf writes beside the file, syncs and renames, but does not look whether the disk took all of
 * it: on a full disk half a file replaces a whole one. So there must be room before, and afterwards
 * the file must say what it was told; else it says again what it said before.
 */
function writeWhole(store: Conf<Content>, value: Content, before: Content): void {
  const text = serialize(value);
  const { bavail, bsize } = statfsSync(dirname(store.path));
  if (bavail * bsize < Buffer.byteLength(text) + spareBytes) throw noRoom();
  store.store = value;
  if (readFileSync(store.path, 'utf8') === text) return;
  store.store = before;
  throw noRoom();
}

function noRoom(): Error {
  return Object.assign(new Error('The disk is full'), { code: 'ENOSPC' });
}

/** What is there. A file that cannot even be read is as broken as one without sense. */
function look(path: string): Found {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isContent(value) ? { value } : 'broken';
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
