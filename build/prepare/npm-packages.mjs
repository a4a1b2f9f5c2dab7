// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';
import { isStamped, writeStamp } from './stamp.mjs';

const stampFile = join(root, 'node_modules', '.chargetray-stamp');

/** Installs the npm packages when they are missing or no longer the ones asked for. */
export async function prepareNpmPackages() {
  const wanted = wantedHash(readText('package.json'), readText('package-lock.json'));
  if (isStamped(stampFile, wanted)) return;
  // npm keeps its own record: packages a person has just installed by hand need no second round.
  const installed = readText('node_modules/.package-lock.json');
  if (!holdsAll(readText('package.json'), readText('package-lock.json'), installed))
    await install();
  writeStamp(stampFile, wantedHash(readText('package.json'), readText('package-lock.json')));
}

/**
 * What decides which packages are needed; a changed script or description does not.
 * @param {string} manifest the text of package.json
 * @param {string} lock the text of package-lock.json
 */
export function wantedHash(manifest, lock) {
  const decisive = JSON.stringify([dependenciesOf(JSON.parse(manifest)), lock]);
  return createHash('sha256').update(decisive).digest('hex');
}

/**
 * Whether npm's record of the installed packages covers the lock file, and that the manifest.
 * Optional packages are left out: most of them belong to other platforms.
 * @param {string} manifest the text of package.json
 * @param {string} lock the text of package-lock.json
 * @param {string} installed the text of npm's record inside node_modules
 */
export function holdsAll(manifest, lock, installed) {
  if (lock === '' || installed === '') return false;
  const asked = JSON.parse(lock).packages ?? {};
  const present = JSON.parse(installed).packages ?? {};
  if (dependenciesOf(asked['']) !== dependenciesOf(JSON.parse(manifest))) return false;
  /** @type {[string, { version?: string, optional?: boolean, devOptional?: boolean }][]} */
  const needed = Object.entries(asked);
  return needed
    .filter(([path, entry]) => path !== '' && !entry.optional && !entry.devOptional)
    .every(([path, entry]) => present[path]?.version === entry.version);
}

/** @param {{ dependencies?: object, devDependencies?: object }} [manifest] */
function dependenciesOf({ dependencies = {}, devDependencies = {} } = {}) {
  return JSON.stringify([dependencies, devDependencies].map((map) => Object.entries(map).sort()));
}

async function install() {
  say('installing npm packages …');
  const verb = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
  const { code, output } = await npm([verb, '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) throw new Stop(`npm ${verb} failed.\n${output.trim()}`, code);
}

/**
 * Runs npm quietly, the very npm that started this script where there is one.
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js')) {
    return run(process.execPath, [own, ...args], { quiet: true, ...options });
  }
  // On Windows npm is a batch file, which only its shell can start.
  const [command, first] = process.platform === 'win32' ? ['cmd', ['/c', 'npm']] : ['npm', []];
  return run(command, [...first, ...args], { quiet: true, ...options });
}

/** @param {string} name */
function readText(name) {
  const path = join(root, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
