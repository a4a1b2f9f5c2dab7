import { readFileSync, renameSync } from 'node:fs';
import { basename } from 'node:path';
import { asideOf, type Found, understood, unread } from '../../settings/kept-found.ts';

/** What is there, at once: a start cannot draw a tray before it knows, and nothing else is held up. */
export function lookNow(path: string): Found {
  try {
    return understood(readFileSync(path, 'utf8'));
  } catch (error) {
    return unread(error);
  }
}

/** Moves a broken file and gives its new name; undefined where it could not be moved. */
export function setAsideNow(path: string, now: number): string | undefined {
  const aside = asideOf(path, now);
  try {
    renameSync(path, aside);
    return basename(aside);
  } catch {
    // A folder that cannot be changed keeps it where it is; the next write will say why.
    return undefined;
  }
}
