// @ts-check
import { join } from 'node:path';
import { runEntry } from '../../build/prepare/say.mjs';
import { prepare } from '../../build/prepare.mjs';

await runEntry(async () => {
  const isLinux = process.platform === 'linux';
  await prepare({ runtime: true, app: true, desktop: isLinux, broker: isLinux });
  const { runTypeScript } = await import('../../build/prepare/run.mjs');
  const driver = join(import.meta.dirname, 'bench.ts');
  return (await runTypeScript(driver, process.argv.slice(2))).code;
});
