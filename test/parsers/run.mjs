// @ts-check
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run test:parsers`: every door with as many odd documents as there is time for. */
const { values } = parseArgs({
  options: {
    report: { type: 'boolean', default: false },
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
const { PARSER_REPORT: _any, ...environment } = process.env;
console.log(`Seed ${values.seed}, ${values.runs} documents a door`);
const { status } = spawnSync('npx', ['vitest', 'run', 'test/parsers'], {
  stdio: 'inherit',
  env: {
    ...environment,
    PARSER_RUNS: values.runs,
    PROPERTY_SEED: values.seed,
    ...(values.report ? { PARSER_REPORT: 'yes' } : {}),
  },
});
process.exitCode = status ?? 1;
