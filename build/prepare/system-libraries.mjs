// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  brokerPackages,
  desktopPackages,
  imagePackages,
  installerPackages,
  runtimePackages,
} from '../../test/desktop/packages.mjs';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';
import { librariesIn, needName, packageNames } from './system-needs.mjs';

/**
 * @typedef {import('../../test/desktop/packages.mjs').SystemPackage} SystemPackage
 * @typedef {object} Scope
 * @property {boolean} runtime
 * @property {boolean} [desktop]
 * @property {boolean} [broker]
 * @property {boolean} [installers]
 * @property {boolean} [image]
 */

const installVerb = ['install', '-y', '--no-install-recommends'];

/**
 * Makes sure that Linux brings what Electron, and a virtual desktop, ask of it.
 * @param {Scope} scope
 */
export async function prepareSystemLibraries(scope) {
  const missing = missingNeeds(scope);
  if (missing.length === 0) return;
  const names = missing.map(needName).join(', ');
  if (!programPath('apt-get')) {
    throw new Stop(`please install the packages of this system that hold: ${names}`);
  }
  if (process.getuid?.() !== 0) {
    const install = [...installVerb, ...packageNames(missing, isOffered)].join(' ');
    const command = `sudo apt-get update && sudo apt-get ${install}`;
    throw new Stop(`some system packages are missing; please run:\n  ${command}`);
  }
  say(`installing system packages for ${names} …`);
  await installAsRoot(missing);
}

/**
 * The Debian packages this machine lacks.
 * @param {Scope} scope
 */
export function missingPackages(scope) {
  return packageNames(missingNeeds(scope), isOffered);
}

/** @param {Scope} scope */
function missingNeeds({ runtime, desktop, broker, installers, image }) {
  if (process.platform !== 'linux') return [];
  const isThere = lookAround();
  const needs = [
    ...(runtime ? runtimePackages : []),
    ...(desktop ? desktopPackages : []),
    ...(broker ? brokerPackages : []),
    ...(installers ? installerPackages : []),
    ...(image ? imagePackages : []),
  ];
  return needs.filter((need) => !isThere(need));
}

/** @param {readonly SystemPackage[]} missing */
async function installAsRoot(missing) {
  // A failed update alone is no reason to stop: the lists may be good enough.
  await apt(['update']);
  const packages = packageNames(missing, isOffered);
  const { code, output } = await apt([...installVerb, ...packages]);
  if (code !== 0) throw new Stop(`${packages.join(' ')} cannot be installed.\n${output}`, code);
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

/** @returns {(need: SystemPackage) => boolean} */
function lookAround() {
  // For other users than root it is often not on the path.
  const ldconfig = programPath('ldconfig') ?? '/sbin/ldconfig';
  const libraries = librariesIn(spawnSync(ldconfig, ['-p'], { encoding: 'utf8' }).stdout ?? '');
  return ({ program, library, file }) => {
    if (program) return programPath(program) !== undefined;
    if (file) return existsSync(file);
    // Without the linker's list nothing can be said, and Electron itself will.
    return !library || libraries.size === 0 || libraries.has(library);
  };
}

/** @param {string} name */
function programPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
