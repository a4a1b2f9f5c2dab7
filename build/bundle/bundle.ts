import { build } from 'vite';
import { bundles } from './entries.ts';

/** Builds the code of the app into a folder: `main.cjs`, `preload.cjs` and `renderer/`. */
export async function bundle(outDir: string): Promise<void> {
  await Promise.all(bundles(outDir).map((config) => build(config)));
}
