// @ts-check
import { join } from 'node:path';
import { runEntry } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

await runEntry(async () => {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const isForReadme = process.argv.includes('--for-readme');
  const hasDisplay = Boolean(DISPLAY || WAYLAND_DISPLAY) && !isForReadme;
  const desktop = process.platform === 'linux' && !hasDisplay;
  await prepare({ runtime: true, app: true, desktop });
  const { runTypeScript } = await import('./prepare/run.mjs');
  const driver = join(import.meta.dirname, 'demo/demo.ts');
  return (await runTypeScript(driver, process.argv.slice(2))).code;
});
