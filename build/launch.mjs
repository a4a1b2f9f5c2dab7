// @ts-check
import { existsSync } from 'node:fs';
import { root } from './prepare/places.mjs';
import { locateRuntime } from './prepare/runtime-place.mjs';
import { Stop, say } from './prepare/say.mjs';

/**
 * How the built app is started in development.
 * @typedef {object} Launch
 * @property {string} executablePath
 * @property {readonly string[]} args
 */

/**
 * @param {readonly string[]} [appArgs] what the app itself is told
 * @returns {Launch}
 */
export function launch(appArgs = []) {
  const runtime = locateRuntime();
  if (!runtime) throw new Stop('no Electron is ready; `npm start` fetches one.');
  const switches = chromiumSwitches({
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasGpu: existsSync('/dev/dri'),
  });
  return { executablePath: runtime.executablePath, args: [...switches, root, ...appArgs] };
}

/**
 * What Chromium has to be told on this machine.
 * @param {{ platform: string, isRoot: boolean, hasGpu: boolean }} machine
 * @returns {readonly string[]}
 */
export function chromiumSwitches({ platform, isRoot, hasGpu }) {
  if (platform !== 'linux') return [];
  return [...(isRoot ? ['--no-sandbox'] : []), ...(hasGpu ? [] : ['--disable-gpu'])];
}

/** Says so when the app runs with less protection than it will have. @param {Launch} how */
export function sayWhatIsUnusual({ args }) {
  if (args.includes('--no-sandbox')) say('running as root, so without the Chromium sandbox.');
}
