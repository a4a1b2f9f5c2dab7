// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * One hash over files and folders, by content: a checkout gives every file a new time, and
 * nothing that did not change should be made again because of it.
 * @param {string} base the folder names are told relative to
 * @param {readonly string[]} entries files and folders below it; one that is missing counts as such
 * @returns {string}
 */
export function hashOf(base, entries) {
  const hash = createHash('sha256');
  for (const entry of entries) {
    for (const file of filesBelow(join(base, entry))) {
      hash.update(`${relative(base, file).split(sep).join('/')}\0`);
      hash.update(readFileSync(file));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

/** Whether the stamp says that exactly this was made. @param {string} file @param {string} hash */
export function isStamped(file, hash) {
  return existsSync(file) && readFileSync(file, 'utf8').trim() === hash;
}

/** Remembers what was made. @param {string} file @param {string} hash */
export function writeStamp(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${hash}\n`);
}

/** @param {string} path @returns {string[]} */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
