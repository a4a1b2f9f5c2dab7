// @ts-check

/** @typedef {import('../../test/desktop/packages.mjs').SystemPackage} SystemPackage */

/** Newer Debian and Ubuntu releases hold the same libraries under other names. */
export const renamed = new Map([
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libasound2', 'libasound2t64'],
]);

/**
 * What to ask this system's package lists for.
 * @param {readonly SystemPackage[]} missing
 * @param {(name: string) => boolean} isOffered whether the lists hold a package of that name
 */
export function packageNames(missing, isOffered) {
  return missing.map((need) => {
    const newer = renamed.get(need.package);
    return newer && isOffered(newer) ? newer : need.package;
  });
}

/**
 * The names of the libraries the linker knows.
 * @param {string} cache what `ldconfig -p` prints
 */
export function librariesIn(cache) {
  return new Set([...cache.matchAll(/^\s+(\S+) \(/gm)].map(([, name]) => name));
}

/**
 * What is missed, in the words of systems that name their packages otherwise.
 * @param {SystemPackage} need
 */
export function needName(need) {
  return need.library ?? need.program ?? need.file ?? need.package;
}
