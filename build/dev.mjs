// @ts-check
import { join } from 'node:path';
import { runEntry } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

await runEntry(async () => {
  await prepare({ runtime: true, app: true });
  const { forgetAppBuild } = await import('./prepare/app-build.mjs');
  const { runTypeScript } = await import('./prepare/run.mjs');
  // What is watched is built for development; the next real start has to build anew.
  forgetAppBuild();
  const watcher = join(import.meta.dirname, 'bundle/watch.ts');
  return (await runTypeScript(watcher, process.argv.slice(2))).code;
});
