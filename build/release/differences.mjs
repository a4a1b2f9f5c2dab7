// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { getRawHeader } from '@electron/asar';

/**
 * Paths of the files that only one of two folders has, or whose content differs. Of an archive that
 * differs, those within it follow, after its name and a colon.
 * @param {string} one
 * @param {string} other
 * @returns {readonly string[]}
 */
export function differences(one, other) {
  const [here, there] = [filesBelow(one), filesBelow(other)];
  return unequal(here, there, (file) => {
    const [a, b] = [join(one, file), join(other, file)];
    if (readFileSync(a).equals(readFileSync(b))) return [];
    if (!file.endsWith('.asar')) return [file];
    const [packed, alsoPacked] = [hashesIn(a), hashesIn(b)];
    const within = unequal([...packed.keys()], [...alsoPacked.keys()], (path) =>
      packed.get(path) === alsoPacked.get(path) ? [] : [path],
    );
    return [file, ...within.map((path) => `${file}: ${path}`)];
  });
}

/**
 * @param {readonly string[]} here
 * @param {readonly string[]} there
 * @param {(path: string) => readonly string[]} compare what to say of one that both have
 */
function unequal(here, there, compare) {
  const common = new Set(there.filter((path) => here.includes(path)));
  return [...new Set([...here, ...there])]
    .sort()
    .flatMap((path) => (common.has(path) ? compare(path) : [path]));
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** @typedef {import('@electron/asar').DirectoryRecord | import('@electron/asar').FileRecord} Entry */

/**
 * What the header of an archive says of each file, but for its place: that of all others moves with one.
 * @param {string} archive
 * @returns {Map<string, string>}
 */
function hashesIn(archive) {
  /** @type {Map<string, string>} */
  const found = new Map();
  /** @type {(entry: Entry, path: string) => void} */
  const walk = (entry, path) => {
    if (!('files' in entry)) found.set(path, JSON.stringify({ ...entry, offset: undefined }));
    else for (const [name, one] of Object.entries(entry.files)) walk(one, join(path, name));
  };
  walk(getRawHeader(archive).header, '');
  return found;
}
