import { lstatSync, readFileSync, renameSync, statSync } from 'node:fs';
import { type Found, understood, unread } from '../../settings/kept-found.ts';
import { mustBePlain } from './plain-file.ts';

/** What is there, at once: a start cannot draw a tray before it knows, and nothing else is held up. */
export function lookNow(path: string): Found {
  try {
    return understood(readPlainNow(path));
  } catch (error) {
    return unread(error);
  }
}

/** As `readPlain`, waiting for the disk. */
export function readPlainNow(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) lstatSync(path);
  mustBePlain(found);
  return readFileSync(path, 'utf8');
}

/** Moves a broken file, where it can be moved: in a folder that cannot be changed it stays. */
export function setAsideNow(path: string, aside: string): boolean {
  try {
    renameSync(path, aside);
    return true;
  } catch {
    return false;
  }
}
