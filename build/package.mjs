// @ts-check

import { runEntry } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

await runEntry(async () => {
  const asked = process.argv.slice(2);
  await prepare({ runtime: true, app: true, installers: asked.includes('--installers') });
  const { pack } = await import('./package/pack.mjs');
  return pack(asked);
});
