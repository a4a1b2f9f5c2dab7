// @ts-check

import { runEntry } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

await runEntry(async () => {
  await prepare({ broker: process.platform === 'linux' });
  const { runStages, stages } = await import('./stages.mjs');
  return runStages([stages.lint, stages.types, stages.units]);
});
