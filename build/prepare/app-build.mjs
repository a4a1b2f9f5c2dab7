// @ts-check
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutCache, root } from './places.mjs';
import { runTypeScript } from './run.mjs';
import { Stop, say } from './say.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const out = join(root, 'out');
const stampFile = join(checkoutCache, 'app-build.stamp');
const sources = ['electron', 'shared', 'renderer', 'build/bundle', 'build/icons'];
const settings = ['package.json', 'package-lock.json', 'tsconfig.base.json'];
const results = ['main.cjs', 'preload.cjs', 'renderer/index.html', 'icons'];

/** Builds the app into `out/` when its sources are not the ones it was last built from. */
export async function prepareAppBuild() {
  const hash = hashOf(root, [...sources, ...settings]);
  const complete = results.every((name) => existsSync(join(out, name)));
  if (complete && isStamped(stampFile, hash)) return;
  say('building …');
  mkdirSync(checkoutCache, { recursive: true });
  const fresh = mkdtempSync(join(checkoutCache, 'out-'));
  try {
    const script = join(root, 'build/bundle/build-app.ts');
    const { code, output } = await runTypeScript(script, [fresh], { quiet: true });
    if (code !== 0) throw new Stop(`the build failed.\n${output.trim()}`, code);
    replace(out, fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  writeStamp(stampFile, hash);
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
