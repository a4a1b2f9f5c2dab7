// @ts-check
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumSwitches } from '../launch.mjs';
import { checkoutCache, root } from '../prepare/places.mjs';
import { run } from '../prepare/run.mjs';
import { Stop } from '../prepare/say.mjs';

/** Where the packer looks for it. Not `out/`: an app that is run from there may be built anew. */
const place = join(checkoutCache, 'compiled-code');
const limitMs = 60_000;
/** What `start.cjs` loads, and the language that is spoken then. */
const started = /^(main|terminal|language-\w\w)\.cjs$/;

/**
 * Has the Electron that is packed compile the app's code, so that no start has to.
 * @param {{ executablePath: string }} runtime
 */
export async function compileCode({ executablePath }) {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const switches = chromiumSwitches({
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasGpu: existsSync('/dev/dri'),
  });
  const out = join(root, 'out');
  const scripts = readdirSync(out).filter((name) => started.test(name));
  const args = [...switches, join(import.meta.dirname, 'compile')];
  const env = {
    ...process.env,
    COMPILE_SCRIPTS: scripts.map((name) => join(out, name)).join(delimiter),
    COMPILE_INTO: place,
  };
  const { code, output } = await run(executablePath, args, {
    quiet: true,
    timeoutMs: limitMs,
    env,
  });
  if (code !== 0 || readdirSync(place).length < scripts.length) {
    throw new Stop(`the app's code was not compiled.\n${output.trim()}`, code || 1);
  }
}
