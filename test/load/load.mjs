// @ts-check
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run test:requests`: the tests of this folder, with days and a million installations. */
const { values } = parseArgs({
  options: {
    report: { type: 'boolean', default: false },
    hours: { type: 'string', default: '24' },
    clients: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
  },
});
const { LOAD_REPORT: _any, ...environment } = process.env;
const { status } = spawnSync('npx', ['vitest', 'run', 'test/load'], {
  stdio: 'inherit',
  env: {
    ...environment,
    LOAD_HOURS: values.hours,
    LOAD_CLIENTS: values.clients,
    LOAD_SEED: values.seed,
    ...(values.report ? { LOAD_REPORT: 'yes' } : {}),
  },
});
process.exitCode = status ?? 1;
