// @ts-check
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkoutCache, root } from './prepare/places.mjs';
import { runNode } from './prepare/run.mjs';
import { countPlaywright, countVitest, summaryLine } from './test-counts.mjs';

/**
 * @typedef {object} Report
 * @property {string} file
 * @property {(text: string) => import('./test-counts.mjs').Counts} count
 */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly [tool: string, program: string]} bin the package and the name of its program
 * @property {readonly string[]} args
 * @property {Report} [report]
 */

const reports = join(checkoutCache, 'reports');
const unitReport = join(reports, 'vitest.json');
export const endToEndReport = join(reports, 'playwright.json');

/** The stages of a check, cheapest first. */
export const stages = {
  /** @type {Stage} */
  lint: { name: 'lint', bin: ['@biomejs/biome', 'biome'], args: ['ci', '--error-on-warnings'] },
  /** @type {Stage} */
  types: { name: 'types', bin: ['typescript', 'tsc'], args: ['-b'] },
  /** @type {Stage} */
  units: {
    name: 'unit, contract and journey tests',
    bin: ['vitest', 'vitest'],
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: { file: unitReport, count: countVitest },
  },
  /** @type {Stage} */
  faults: {
    name: 'matrix of faults',
    bin: ['vitest', 'vitest'],
    args: ['run', 'test/contract/faults'],
  },
  /** @type {Stage} */
  packages: {
    name: 'tests of the packages',
    bin: ['vitest', 'vitest'],
    args: ['run', '--config', 'test/packages/vitest.config.ts'],
  },
  /** @type {Stage} */
  degraded: {
    name: 'degraded desktops',
    bin: ['@playwright/test', 'playwright'],
    args: ['test', 'test/e2e/degraded', '--workers=1'],
    report: { file: endToEndReport, count: countPlaywright },
  },
  /** @type {Stage} */
  endToEnd: {
    name: 'end-to-end tests',
    bin: ['@playwright/test', 'playwright'],
    args: ['test'],
    report: { file: endToEndReport, count: countPlaywright },
  },
};

/**
 * Runs stages up to the first that fails and ends with one line for all tests that ran.
 * @param {readonly Stage[]} chosen
 * @returns {Promise<number>} the exit code
 */
export async function runStages(chosen) {
  rmSync(reports, { recursive: true, force: true });
  for (const stage of chosen) {
    const { code } = await runNode(programOf(stage), stage.args);
    if (code !== 0) {
      console.error(`ChargeTray: stopped, ${stage.name} failed.`);
      sayCounts(chosen);
      return code;
    }
  }
  sayCounts(chosen);
  return 0;
}

/** @param {readonly Stage[]} chosen */
function sayCounts(chosen) {
  const counts = chosen.flatMap(({ report }) =>
    report && existsSync(report.file) ? [report.count(readFileSync(report.file, 'utf8'))] : [],
  );
  if (counts.length > 0) console.log(summaryLine(counts));
}

/** @param {Stage} stage */
function programOf({ bin: [tool, program] }) {
  const manifest = createRequire(join(root, 'package.json')).resolve(`${tool}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[program]);
}
