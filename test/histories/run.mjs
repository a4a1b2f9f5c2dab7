// @ts-check
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run test:histories`: the test of this folder with as many histories as there is time for. */
const { values } = parseArgs({
  options: {
    report: { type: 'boolean', default: false },
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '503205330' },
  },
});
const { HISTORY_REPORT: _any, ...environment } = process.env;
const { status } = spawnSync('npx', ['vitest', 'run', 'test/histories'], {
  stdio: 'inherit',
  env: {
    ...environment,
    HISTORY_RUNS: values.runs,
    PROPERTY_SEED: values.seed,
    ...(values.report ? { HISTORY_REPORT: 'yes' } : {}),
  },
});
process.exitCode = status ?? 1;
