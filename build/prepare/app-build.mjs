// @ts-check
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutCache, root } from './places.mjs';
import { runTypeScript } from './run.mjs';
import { Stop, say } from './say.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const out = join(root, 'out');
const stampFile = join(checkoutCache, 'app-build.stamp');
const sources = [
  'electron',
  'shared',
  'renderer',
  'build/bundle',
  'build/icons',
  'LICENSE',
  'build/release/update-key.pub',
];
const settings = ['package.json', 'package-lock.json', 'tsconfig.base.json'];
const results = [
  'start.cjs',
  'terminal.cjs',
  'main.cjs',
  'history-thread.cjs',
  'keychain-process.cjs',
  'preload.cjs',
  'renderer/index.html',
  'licences.json',
  'icons',
];

/** Builds the app into `out/` when its sources are not the ones it was last built from. */
export async function prepareAppBuild() {
  const hash = hashOf(root, [...sources, ...settings]);
  const complete = results.every((name) => existsSync(join(out, name)));
  if (complete && isStamped(stampFile, hash)) return;
  say('building …');
  mkdirSync(checkoutCache, { recursive: true });
  // A folder inside: the temporary one itself is closed to other users, and `out` must not be.
  const work = mkdtempSync(join(checkoutCache, 'build-'));
  const fresh = join(work, 'out');
  try {
    const script = join(root, 'build/bundle/build-app.ts');
    const { code, output } = await runTypeScript(script, [fresh], { quiet: true });
    if (code !== 0) throw new Stop(`the build failed.\n${output.trim()}`, code);
    replace(out, fresh);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  writeStamp(stampFile, hash);
}

/** Makes the next preparation build again, because `out/` is about to hold something else. */
export function forgetAppBuild() {
  rmSync(stampFile, { force: true });
}

/**
 * Puts a finished folder in the place of an old one at once, so that an app that starts meanwhile
 * never sees half a build.
 * @param {string} place
 * @param {string} fresh
 */
function replace(place, fresh) {
  const old = `${fresh}-old`;
  try {
    if (existsSync(place)) renameSync(place, old);
    renameSync(fresh, place);
  } catch {
    // Windows refuses to rename a folder while any of its files is open.
    cpSync(fresh, place, { recursive: true });
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}
