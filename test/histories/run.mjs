// @ts-check
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from 'vite';

/**
 * `npm run test:histories`: lives through as many histories of the test of this folder as there is
 * time for, and says which are wrong. Other ones each time, unless `--seed` says which (several with commas). `--path`
 * makes a single one of them as short as it can be.
 */
const { values } = parseArgs({
  options: {
    report: { type: 'boolean', default: false },
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    processes: { type: 'string', default: String(cpus().length) },
    path: { type: 'string' },
  },
});

process.exitCode = values.path === undefined ? await liveThrough() : shorten(values.path);

/** As one plain program: what vitest does to each module takes half of the time. */
async function liveThrough() {
  const outDir = 'node_modules/.cache/histories';
  const ssr = 'test/histories/long-run.ts';
  await build({ configFile: false, logLevel: 'warn', build: { ssr, outDir, emptyOutDir: true } });
  const { processes, report, runs, seed } = values;
  const told = ['--runs', runs, '--seed', seed, '--processes', processes];
  const roomy = '--max-semi-space-size=64';
  const asked = [roomy, `${outDir}/long-run.js`, ...told, ...(report ? ['--report'] : [])];
  return spawnSync(process.execPath, asked, { stdio: 'inherit' }).status ?? 1;
}

/** @param {string} path */
function shorten(path) {
  const env = { ...process.env, PROPERTY_SEED: values.seed, HISTORY_PATH: path, HISTORY_RUNS: '1' };
  const { status } = spawnSync('npx', ['vitest', 'run', 'test/histories'], {
    stdio: 'inherit',
    env,
  });
  return status ?? 1;
}
