import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { launch, sayWhatIsUnusual } from '../launch.mjs';
import { bundles } from './entries.ts';

/** Long enough for the three bundles to finish together when a file of `shared/` was saved. */
const settleMs = 150;

await watch(process.argv.slice(2));

/** Builds whatever changes and starts the app anew: the real bundles, the real content policy. */
async function watch(appArgs: readonly string[]): Promise<void> {
  const how = launch(appArgs);
  sayWhatIsUnusual(how);
  const app = restartable(() => spawn(how.executablePath, how.args, { stdio: 'inherit' }));
  let settled: NodeJS.Timeout | undefined;
  const onBuilt = () => {
    clearTimeout(settled);
    settled = setTimeout(app.restart, settleMs);
  };
  const outDir = join(import.meta.dirname, '../../out');
  await Promise.all(bundles(outDir).map((config) => watchOne(forDevelopment(config), onBuilt)));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => app.stop(() => process.exit(0)));
  }
}

async function watchOne(config: InlineConfig, onBuilt: () => void): Promise<void> {
  const watcher = await build(config);
  if (!('on' in watcher)) throw new Error('Vite did not watch.');
  watcher.on('event', (event) => {
    if (event.code === 'END') onBuilt();
    if (event.code === 'ERROR') console.error(event.error.message);
    if ('result' in event) void event.result.close();
  });
}

function forDevelopment(config: InlineConfig): InlineConfig {
  return {
    ...config,
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { ...config.build, watch: {}, minify: false, sourcemap: true },
  };
}

/** A process of which there is never more than one: it holds the lock of the data folder. */
function restartable(start: () => ChildProcess) {
  let child: ChildProcess | undefined;
  const stop = (then: () => void) => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return then();
    child.once('exit', then);
    child.kill();
  };
  const restart = () =>
    stop(() => {
      child = start();
    });
  return { restart, stop };
}
