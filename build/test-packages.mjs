// @ts-check
import process from 'node:process';
import { runEntry, Stop } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

await runEntry(async () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Stop('this test installs packages, in a root of its own; run it as root on Debian.');
  }
  await prepare({ runtime: true, app: true, desktop: true, installers: true, image: true });
  const { pack } = await import('./package/pack.mjs');
  const code = await pack(['--installers']);
  const { runStages, stages } = await import('./stages.mjs');
  return code || runStages([stages.packages]);
});
