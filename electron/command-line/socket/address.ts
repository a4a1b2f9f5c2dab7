import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { jsonOf } from '../../integrations/kit/json-of.ts';
import { readPlain } from '../../platform/files/plain-file.ts';

/** What decides where the app can be reached by command lines of the same user. */
export interface SocketPlace {
  /** The data folder: one app runs in each. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  /** A folder of short path for sockets whose own would be too long, such as `$XDG_RUNTIME_DIR`. */
  readonly temporary: string;
}

/** That of a data folder on this computer. */
export function ownPlace(folder: string): SocketPlace {
  return { folder, platform: process.platform, temporary: process.env.XDG_RUNTIME_DIR || tmpdir() };
}

const socketName = 'control.sock';
const pointerName = 'control.address';
/** In bytes: what fits into the address of a socket on macOS; Linux has room for four more. */
const longestAddress = 103;

interface Pointer {
  /** The data folder that it is of: copied to another one, it says nothing there. */
  readonly folder: string;
  readonly address: string;
}

/** Where the app of this folder can be reached, if it runs; undefined where nobody has said. */
export async function knownAddress(place: SocketPlace): Promise<string | undefined> {
  return directAddress(place) ?? (await readPointer(place));
}

/**
 * Decides on an address and writes down where others find it. Rejects where the disk refuses.
 *
 * A named pipe has no rights that Node could set: on Windows its name is the secret, random and new
 * with each start, and only who may read the data folder learns it.
 */
export async function newAddress(place: SocketPlace): Promise<string> {
  const direct = directAddress(place);
  if (direct !== undefined) return direct;
  const address =
    place.platform === 'win32'
      ? `\\\\.\\pipe\\chargetray-${randomBytes(16).toString('hex')}`
      : join(await shortFolder(place), socketName);
  if (Buffer.byteLength(address) > longestAddress) throw new Error('No path is short enough');
  await writePointer(place, { folder: place.folder, address });
  return address;
}

/** Takes away what `newAddress` has left. The socket itself goes with whoever listens. */
export async function forgetAddress(place: SocketPlace, address: string): Promise<void> {
  if (directAddress(place) !== undefined) return;
  await rm(join(place.folder, pointerName), { force: true });
  if (place.platform !== 'win32') await rm(dirname(address), { force: true, recursive: true });
}

function directAddress({ folder, platform }: SocketPlace): string | undefined {
  const path = join(folder, socketName);
  return platform === 'win32' || Buffer.byteLength(path) > longestAddress ? undefined : path;
}

/** That of the last start, where it is still ours alone; else a new one. */
async function shortFolder(place: SocketPlace): Promise<string> {
  const before = await readPointer(place);
  if (before !== undefined && (await isOursAlone(dirname(before)))) return dirname(before);
  const folder = await mkdtemp(join(place.temporary, 'chargetray-'));
  await chmod(folder, 0o700);
  return folder;
}

async function isOursAlone(folder: string): Promise<boolean> {
  try {
    const { mode, uid, isDirectory } = await lstat(folder).then((found) => ({
      mode: found.mode,
      uid: found.uid,
      isDirectory: found.isDirectory(),
    }));
    return isDirectory && uid === process.getuid?.() && (mode & 0o077) === 0;
  } catch {
    return false;
  }
}

async function readPointer({ folder }: SocketPlace): Promise<string | undefined> {
  try {
    const found = jsonOf(await readPlain(join(folder, pointerName)));
    return isPointer(found) && found.folder === folder ? found.address : undefined;
  } catch {
    return undefined;
  }
}

function isPointer(found: unknown): found is Pointer {
  if (typeof found !== 'object' || found === null) return false;
  const { folder, address } = found as Partial<Record<keyof Pointer, unknown>>;
  return typeof folder === 'string' && typeof address === 'string';
}

async function writePointer({ folder }: SocketPlace, pointer: Pointer): Promise<void> {
  const path = join(folder, pointerName);
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  await writeFile(beside, JSON.stringify(pointer), { mode: 0o600, flag: 'wx' });
  await rename(beside, path);
}
