// @ts-check
import { runEntry } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

/** Every operation with every fault. `--report` prints what was seen and writes it into docs/reliability.md. */
await runEntry(async () => {
  await prepare();
  process.env.FAULTS = 'all';
  if (process.argv.includes('--report')) process.env.FAULTS_REPORT = 'kept';
  const { runStages, stages } = await import('./stages.mjs');
  return runStages([stages.faults]);
});
