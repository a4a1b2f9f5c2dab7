import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { bundles } from '../../../build/bundle/entries.ts';
import { root } from '../../../build/prepare/places.mjs';

/** Where `node_modules` is in reach, and git does not look. */
const outDir = join(root, '.cache/bench');

/** Bundles a TypeScript file as the main process of the app is bundled; gives where it lies. */
export async function bundleSubject(name: string, entry: string): Promise<string> {
  const folder = join(outDir, name);
  const [mainProcess] = bundles(folder);
  if (!mainProcess) throw new Error('The main process is no longer bundled');
  await build(inPlaceOf(mainProcess, entry));
  return join(folder, 'subject.cjs');
}

function inPlaceOf(config: InlineConfig, entry: string): InlineConfig {
  const { rolldownOptions: how, ...rest } = config.build ?? {};
  const output = { ...how?.output, entryFileNames: '[name].cjs' };
  const rolldownOptions = { ...how, input: { subject: entry }, output };
  return { ...config, build: { ...rest, ssr: true, emptyOutDir: true, rolldownOptions } };
}
