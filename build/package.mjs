// @ts-check

import { runEntry } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

await runEntry(async () => {
  await prepare({ runtime: true, app: true });
  const { pack } = await import('./package/pack.mjs');
  return pack(process.argv.slice(2));
});
