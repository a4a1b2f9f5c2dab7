// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** `npm run test:disk`: what is done to the disk, as often as there is time for. Needs Linux, root and strace. */
const { values } = parseArgs({ options: { report: { type: 'boolean', default: false } } });
const figures = '.cache/disk-figures.jsonl';
mkdirSync('.cache', { recursive: true });
rmSync(figures, { force: true });

const env = {
  ...process.env,
  DISK_ALL: 'yes',
  DISK_CUTS: '300',
  DISK_FIGURES: figures,
  DISK_KILLS: '40',
  DISK_RACES: '10',
};
/** @param {string[]} args */
const run = (...args) => spawnSync('npx', args, { stdio: 'inherit', env }).status ?? 1;

// What the page says is compared with it in every other run: here it is about to be written.
const units = ['vitest', 'run', 'test/disk', '--exclude', 'test/disk/rows.test.ts'];
const failed = run(...units) + run('playwright', 'test', 'e2e/disk/', '--workers=1');
process.exitCode = failed || (values.report ? run('tsx', 'test/disk/report.ts', figures) : 0);
