import { build } from 'vite';
import { bundles } from './entries.ts';

/** Builds the code of the app into a folder: `start.cjs`, `main.cjs`, `preload.cjs`, `renderer/`. */
export async function bundle(outDir: string): Promise<void> {
  await Promise.all(bundles(outDir).map((config) => build(config)));
}
