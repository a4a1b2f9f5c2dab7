import { type Breach, places, type Source } from './sources.ts';
import { withoutComments } from './words.ts';

/** A place that may hold everybody up, and why nobody minds. */
export interface MayWait {
  readonly path: RegExp;
  /** The only calls that it may make; absent, all of them. */
  readonly calls?: readonly string[];
  readonly why: string;
}

/** Calls of Node by the name that they all have, and those of Electron that do the same. */
const called = /(?<![\w$])\w*[a-z]Sync\b(?=\s*(\?\.)?\()|\b(createFromPath|safeStorage)\b/g;
/** Under whatever name they are called later. */
const imported = /(?<=\bimport\b[^;'"]*[{,\s])\w*[a-z]Sync\b(?=[^;'"]*\}\s*from\b)/g;
/** Passed on to somebody who calls them. */
const passedOn = /(?<=\b(fs|childProcess)\.)\w+Sync\b(?!\s*\()/g;

/**
 * Where the process stands still until the disk, another program or the keychain has answered. A
 * field that happens to be called so is none.
 */
export function waitsIn(files: readonly Source[]): readonly Breach[] {
  const bare = files.map(withoutComments);
  return [called, imported, passedOn].flatMap((pattern) => places(pattern, bare));
}

/** Those that nothing on the list allows. */
export function forbiddenWaits(
  waits: readonly Breach[],
  allowed: readonly MayWait[],
): readonly Breach[] {
  return waits.filter((wait) => !allowed.some((one) => allows(one, wait)));
}

/** What is on the list for nothing. */
export function needlessLeave(
  waits: readonly Breach[],
  allowed: readonly MayWait[],
): readonly string[] {
  return allowed
    .filter((one) => !waits.some((wait) => allows(one, wait)))
    .map(({ path }) => path.source);
}

function allows({ path, calls }: MayWait, wait: Breach): boolean {
  return path.test(wait.path) && (calls === undefined || calls.includes(wait.what));
}
