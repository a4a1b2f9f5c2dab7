// @ts-check
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fallback } from './fallback-package.mjs';
import { root, userCache } from './places.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} folder
 * @property {string} executablePath
 * @property {string} version
 * @property {boolean} official false for the stand-in, which must never be packed for others
 */

/** Where the stand-in is kept; named after all that decides its content. */
export const fallbackFolder = join(
  userCache,
  `electron-${fallback.electronVersion}-${fallback.revision}-linux-x64`,
);

const markerName = '.chargetray-files.json';

/**
 * Finds an Electron that is ready to run; fetches nothing.
 * @returns {Runtime | undefined}
 */
export function locateRuntime() {
  return chosenRuntime() ?? officialRuntime() ?? fallbackRuntime();
}

/** The version of Electron this project asks for. */
export function wantedElectronVersion() {
  return JSON.parse(readFileSync(electronPackage(), 'utf8')).version;
}

/** Remembers every file, so that a later look can tell a damaged copy. @param {string} folder */
export function writeMarker(folder) {
  writeFileSync(join(folder, markerName), JSON.stringify(filesOf(folder)));
}

function electronPackage() {
  return createRequire(join(root, 'package.json')).resolve('electron/package.json');
}

/** The folder a person chose, by the variable that Electron's own package obeys. */
function chosenRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  return existing(folder, { executable: executableName(), official: false });
}

function officialRuntime() {
  const folder = join(dirname(electronPackage()), 'dist');
  const found = existing(folder, { executable: executableName(), official: true });
  // After an upgrade the folder still holds the version before.
  return found?.version === wantedElectronVersion() ? found : undefined;
}

function fallbackRuntime() {
  if (!existsSync(join(fallbackFolder, markerName))) return undefined;
  const marked = readFileSync(join(fallbackFolder, markerName), 'utf8');
  if (marked !== JSON.stringify(filesOf(fallbackFolder))) return undefined;
  return existing(fallbackFolder, { executable: 'electron', official: false });
}

/**
 * @param {string} folder
 * @param {{ executable: string, official: boolean }} kind
 * @returns {Runtime | undefined}
 */
function existing(folder, { executable, official }) {
  const executablePath = join(folder, executable);
  const versionFile = join(folder, 'version');
  if (!existsSync(executablePath) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  return { folder, executablePath, version, official };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * Every file with its size and time; reading all of it at every start would be felt.
 * @param {string} folder
 */
function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  return names
    .filter((name) => name !== markerName)
    .map((name) => ({ name, stat: statSync(join(folder, name)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ name, stat }) => [name, stat.size, Math.round(stat.mtimeMs)]);
}
