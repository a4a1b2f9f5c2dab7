import { mkdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FolderTrouble } from '../../../shared/domain/app/folder-trouble.ts';

/** What decides where the data folder is. */
export interface FolderOptions {
  /** What `--user-data-dir` says; empty without it. */
  readonly asked: string;
  /** Where Electron puts it. Throws when it cannot be made. */
  readonly given: () => string;
  /** Where it would be if it could be made. */
  readonly customary: string;
}

/** Where Electron puts what an app of this name keeps. */
export function customaryFolder(
  name: string,
  { platform, environment, home }: Whereabouts,
): string {
  switch (platform) {
    case 'win32':
      return join(environment.APPDATA || join(home, 'AppData/Roaming'), name);
    case 'darwin':
      return join(home, 'Library/Application Support', name);
    default:
      return join(environment.XDG_CONFIG_HOME || join(home, '.config'), name);
  }
}

export interface Whereabouts {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The data folder, or why there is none. When the one that was asked for cannot be made, Chromium
 * takes another without a word, and the app would seem to have forgotten everything.
 */
export function findDataFolder({ asked, given, customary }: FolderOptions): string | FolderTrouble {
  const folder = whatIsGiven(given);
  const wanted = asked === '' ? customary : resolve(asked);
  if (folder !== undefined && (asked === '' || isSame(folder, wanted))) return folder;
  return folderTrouble(wanted) ?? wanted;
}

function whatIsGiven(given: () => string): string | undefined {
  try {
    return given();
  } catch {
    return undefined;
  }
}

function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

const kinds: ReadonlyMap<string, 'readOnly' | 'full' | 'noPermission'> = new Map([
  ['EROFS', 'readOnly'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EACCES', 'noPermission'],
  ['EPERM', 'noPermission'],
]);

/** Makes the folder and writes into it, to see whether that can be done. */
export function folderTrouble(path: string): FolderTrouble | undefined {
  try {
    make(path);
    const trial = join(path, `trial-${process.pid}`);
    try {
      writeFileSync(trial, 'trial');
    } finally {
      rmSync(trial, { force: true });
    }
    return undefined;
  } catch (error) {
    const file = fileAbove(path);
    if (file !== undefined) return { kind: 'notAFolder', path: file };
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { kind: kinds.get(code) ?? 'unusable', path };
  }
}

/** Step by step: all at once, Node loses the reason, and below /proc it never ends. */
function make(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) return;
  if (dirname(path) !== path) make(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

/** The file that stands where a folder must be: the path itself or part of it. */
function fileAbove(path: string): string | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found) return found.isDirectory() ? undefined : path;
  } catch {
    // What lies below a file, or cannot be looked into: one further up may say why.
  }
  const above = dirname(path);
  return above === path ? undefined : fileAbove(above);
}
