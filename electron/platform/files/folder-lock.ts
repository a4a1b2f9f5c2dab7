import { readlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { FolderTrouble } from '../../../shared/domain/app/folder-trouble.ts';
import { folderTrouble } from './data-folder.ts';

/** Chromium's names for what keeps a second process out of the data folder, where links exist. */
const lockNames = { lock: 'SingletonLock', socket: 'SingletonSocket' };

export interface LockedOut {
  readonly folder: string;
  /** Where the app that runs has its socket. */
  readonly temporary: string;
  readonly platform: NodeJS.Platform;
}

/**
 * Why the data folder could not be had for this process; undefined when the app runs already, and
 * was told of us. To Electron a lock that cannot be made looks the same.
 */
export async function lockTrouble(out: LockedOut): Promise<FolderTrouble | undefined> {
  const { folder, temporary, platform } = out;
  if (await answers(linkAt(join(folder, lockNames.socket)))) return undefined;
  const ours = folderTrouble(folder);
  if (ours) return ours;
  const theirs = folderTrouble(temporary);
  if (theirs) return { ...theirs, temporary: true };
  return platform === 'win32' ? undefined : { kind: 'unusable', path: folder };
}

/** Whether whoever locked the folder is still there, as far as can be seen from here. */
export function isHolderAlive(folder: string, computer: string): boolean {
  const [, itsComputer, pid] =
    /^(.*)-(\d+)$/.exec(linkAt(join(folder, lockNames.lock)) ?? '') ?? [];
  return itsComputer === computer ? isAlive(Number(pid)) : itsComputer !== undefined;
}

/** Whether there is a process of that number on this computer. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function answers(path: string | undefined): Promise<boolean> {
  if (path === undefined) return Promise.resolve(false);
  return new Promise((done) => {
    const socket = connect({ path });
    const end = (does: boolean) => (): void => {
      socket.destroy();
      done(does);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });
}
