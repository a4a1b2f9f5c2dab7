// @ts-check
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { checkoutCache, root } from '../prepare/places.mjs';
import { runNode } from '../prepare/run.mjs';
import { locateRuntime } from '../prepare/runtime-place.mjs';
import { Stop, say } from '../prepare/say.mjs';
import { compileCode } from './compiled-code.mjs';

/** @typedef {import('../prepare/runtime-place.mjs').Runtime} Runtime */

/**
 * Packs the built app: a folder to run it from, or installers for those who asked for them.
 * @param {readonly string[]} asked the arguments of `npm run package`
 * @returns {Promise<number>} the exit code
 */
export async function pack(asked) {
  const runtime = locateRuntime();
  if (!runtime) throw new Stop('no Electron is ready to be packed.');
  mkdirSync(checkoutCache, { recursive: true });
  await compileCode(runtime);
  const work = mkdtempSync(join(checkoutCache, 'package-'));
  try {
    const folder = runtime.official ? runtime.folder : bareCopy(runtime.folder, work);
    const { output, args } = packing({ ...runtime, folder }, asked.includes('--installers'));
    await runPacker(output, args);
    say(`packed into ${output}/.`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  if (!runtime.official) {
    say(`NOT TO BE PUBLISHED: packed with Electron ${runtime.version}, a stand-in for tests.`);
  }
  return 0;
}

/**
 * Where it goes and what the packer is told.
 * @param {Pick<Runtime, 'folder' | 'version' | 'official'>} runtime
 * @param {boolean} installers
 */
export function packing({ folder, version, official }, installers) {
  if (installers && !official) {
    throw new Stop('installers are made from the official Electron only, which is not here.');
  }
  const output = official ? 'dist' : 'dist/not-for-publishing';
  const args = ['--publish', 'never', `-c.directories.output=${output}`];
  // Installers may be for another processor, so the packer fetches what each of them needs.
  if (installers) return { output, args };
  return {
    output,
    args: [...args, '--dir', `-c.electronDist=${folder}`, `-c.electronVersion=${version}`],
  };
}

/**
 * @param {string} output
 * @param {readonly string[]} args
 */
async function runPacker(output, args) {
  rmSync(join(root, output), { recursive: true, force: true });
  const manifest = createRequire(join(root, 'package.json')).resolve(
    'electron-builder/package.json',
  );
  const cli = join(dirname(manifest), 'cli.js');
  const { code, output: said } = await runNode(cli, args, { quiet: true });
  if (code !== 0) throw new Stop(`packing failed.\n${said.trim()}`, code);
}

/**
 * The stand-in without what makes it run an app in development; the packer trips over that folder.
 * @param {string} folder
 * @param {string} work
 */
function bareCopy(folder, work) {
  const copy = join(work, 'electron');
  const left = new Set(['default_app.asar', '.chargetray-files.json']);
  cpSync(folder, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  return copy;
}
