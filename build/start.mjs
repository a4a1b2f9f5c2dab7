// @ts-check
import process from 'node:process';
import { runEntry, Stop } from './prepare/say.mjs';
import { prepare } from './prepare.mjs';

await runEntry(async () => {
  const { env, platform } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) {
    throw new Stop('there is no display here; `npm run demo` brings its own.');
  }
  await prepare({ runtime: true, app: true });
  const { launch, sayWhatIsUnusual } = await import('./launch.mjs');
  const { run } = await import('./prepare/run.mjs');
  const how = launch(process.argv.slice(2));
  sayWhatIsUnusual(how);
  return (await run(how.executablePath, how.args)).code;
});
