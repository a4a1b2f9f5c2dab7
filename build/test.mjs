// @ts-check

import { runEntry } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

await runEntry(async () => {
  const isLinux = process.platform === 'linux';
  await prepare({ runtime: true, app: true, desktop: isLinux, broker: isLinux });
  const { runStages, stages } = await import('./stages.mjs');
  return runStages([stages.lint, stages.types, stages.units, stages.endToEnd]);
});
