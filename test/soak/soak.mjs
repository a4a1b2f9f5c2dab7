// @ts-check
import { join } from 'node:path';
import { runEntry } from '../../build/prepare/say.mjs';
import { prepare } from '../../build/prepare.mjs';

/** `npm run soak`: the real app lives through hours of faults, and may not grow. Linux only. */
await runEntry(async () => {
  await prepare({ runtime: true, app: true, desktop: true, broker: true });
  const { runTypeScript } = await import('../../build/prepare/run.mjs');
  const driver = join(import.meta.dirname, 'soak.ts');
  return (await runTypeScript(driver, process.argv.slice(2))).code;
});
