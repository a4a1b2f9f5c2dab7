// @ts-check
import { join } from 'node:path';
import { runEntry } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

await runEntry(async () => {
  await prepare({ runtime: true, app: true, desktop: process.platform === 'linux' });
  const { runTypeScript } = await import('./prepare/run.mjs');
  const driver = join(import.meta.dirname, 'bench/bench.ts');
  return (await runTypeScript(driver, process.argv.slice(2))).code;
});
