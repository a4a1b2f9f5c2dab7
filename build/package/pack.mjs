// @ts-check
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { checkoutCache, root } from '../prepare/places.mjs';
import { runNode, runTypeScript } from '../prepare/run.mjs';
import { locateRuntime } from '../prepare/runtime-place.mjs';
import { Stop, say } from '../prepare/say.mjs';
import { imageArgs, imageLeftOut, imageNotMade } from './app-image.mjs';
import { compileCode } from './compiled-code.mjs';
import { signing } from './signing.mjs';

/** @typedef {import('../prepare/runtime-place.mjs').Runtime} Runtime */

/**
 * Packs the built app: a folder to run it from, or installers for those who asked for them.
 * @param {readonly string[]} asked the arguments of `npm run package`
 * @returns {Promise<number>} the exit code
 */
export async function pack(asked) {
  const runtime = locateRuntime();
  if (!runtime) throw new Stop('no Electron is ready to be packed.');
  const installers = asked.includes('--installers');
  const way = { installers, platform: process.platform };
  mkdirSync(checkoutCache, { recursive: true });
  await compileCode(runtime);
  const work = mkdtempSync(join(checkoutCache, 'package-'));
  try {
    const folder = runtime.official ? runtime.folder : bareCopy(runtime.folder, work);
    const { output, args } = packing({ ...runtime, folder }, way);
    rmSync(join(root, output), { recursive: true, force: true });
    const signed = signing(installers ? process.platform : '', process.env);
    await runPacker([...args, ...signed.args], signed.env);
    for (const what of signed.lacks) say(what);
    if (installers && process.platform === 'linux') await makeForLinux(output, runtime);
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
 * @param {{ installers: boolean, platform: string }} way
 */
export function packing({ folder, version, official }, { installers, platform }) {
  const output = official ? 'dist' : 'dist/not-for-publishing';
  const args = ['--publish', 'never', `-c.directories.output=${output}`];
  // Packages for Linux are made of the unpacked folder. Elsewhere installers may be for another
  // processor as well, so the packer fetches what each of them needs.
  if (installers && platform !== 'linux') {
    if (official) return { output, args };
    throw new Stop('installers are made from the official Electron only, which is not here.');
  }
  return {
    output,
    args: [...args, '--dir', `-c.electronDist=${folder}`, `-c.electronVersion=${version}`],
  };
}

/**
 * The deb and the rpm with the system's own tools, and an AppImage where its runtime can be had.
 * @param {string} output
 * @param {Runtime} runtime
 */
async function makeForLinux(output, { official, version }) {
  const name = readdirSync(join(root, output)).find((one) => /^linux.*-unpacked$/.test(one));
  if (!name) throw new Stop('the packer has left no folder to make packages of.');
  const unpacked = join(root, output, name);
  const maker = join(import.meta.dirname, 'linux/make.ts');
  const { code, output: said } = await runTypeScript(maker, [unpacked, output], { quiet: true });
  if (code !== 0) throw new Stop(`the packages were not made.\n${said.trim()}`, code);
  process.stdout.write(said);
  const leftOut = imageLeftOut({ official, environment: process.env });
  if (leftOut) {
    say(leftOut);
    return;
  }
  try {
    await runPacker(imageArgs({ unpacked, output, version }));
  } catch (reason) {
    throw reason instanceof Stop ? new Stop(imageNotMade(reason.message)) : reason;
  }
}

/**
 * Runs the packer; throws a `Stop` with its words where it fails.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runPacker(args, env = process.env) {
  const manifest = createRequire(join(root, 'package.json')).resolve(
    'electron-builder/package.json',
  );
  const cli = join(dirname(manifest), 'cli.js');
  const { code, output: said } = await runNode(cli, args, { quiet: true, env });
  if (code !== 0) throw new Stop(`packing failed.\n${said.trim()}`, code);
}

/**
 * The stand-in without what makes it run an app in development; the packer trips over that folder. Nor
 * does a package need to know where the app it comes from has its releases.
 * @param {string} folder
 * @param {string} work
 */
function bareCopy(folder, work) {
  const copy = join(work, 'electron');
  const left = new Set(['default_app.asar', '.chargetray-files.json', 'app-update.yml']);
  cpSync(folder, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  return copy;
}
