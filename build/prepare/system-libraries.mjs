// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';
import { appNeeds, desktopNeeds, librariesIn, packagesFor } from './system-needs.mjs';

/** @typedef {import('./system-needs.mjs').Need} Need */

const installVerb = 'apt-get install -y --no-install-recommends';

/**
 * Makes sure that Linux brings what Electron, and a virtual desktop, ask of it.
 * @param {{ desktop: boolean }} scope
 */
export async function prepareSystemLibraries({ desktop }) {
  if (process.platform !== 'linux') return;
  const isThere = lookAround();
  const needs = desktop ? [...appNeeds, ...desktopNeeds] : appNeeds;
  const missing = needs.filter((need) => !isThere(need));
  if (missing.length === 0) return;
  if (!programPath('apt-get')) {
    const names = missing.map(({ name }) => name).join(', ');
    throw new Stop(`these are missing, please install the packages that hold them: ${names}`);
  }
  if (process.getuid?.() !== 0) {
    const names = packagesFor(missing, isOffered).join(' ');
    throw new Stop(`some system packages are missing:\n  sudo ${installVerb} ${names}`);
  }
  await installAsRoot(missing);
}

/** @param {readonly Need[]} missing */
async function installAsRoot(missing) {
  say(`installing system packages for ${missing.map(({ name }) => name).join(', ')} …`);
  // A failed update alone is no reason to stop: the lists may be good enough.
  await apt(['update']);
  const packages = packagesFor(missing, isOffered);
  const { code, output } = await apt(['install', '-y', '--no-install-recommends', ...packages]);
  if (code !== 0) throw new Stop(`${installVerb} ${packages.join(' ')} failed.\n${output}`, code);
}

/** @param {readonly string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-qq', ...args], { quiet: true, env });
}

/** @param {string} name */
function isOffered(name) {
  const policy = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '';
  return /Candidate: (?!\(none\))/.test(policy);
}

/** @returns {(need: Need) => boolean} */
function lookAround() {
  // For other users than root it is often not on the path.
  const ldconfig = programPath('ldconfig') ?? '/sbin/ldconfig';
  const libraries = librariesIn(spawnSync(ldconfig, ['-p'], { encoding: 'utf8' }).stdout ?? '');
  return ({ kind, name }) => {
    if (kind === 'program') return programPath(name) !== undefined;
    if (kind === 'folder') return existsSync(name) && readdirSync(name).length > 0;
    // Without the linker's list nothing can be said, and Electron itself will.
    return libraries.size === 0 || libraries.has(name);
  };
}

/** @param {string} name */
function programPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
