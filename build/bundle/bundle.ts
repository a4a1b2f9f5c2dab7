import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { bundles } from './entries.ts';
import { licencesOf } from './licences.ts';

type Made = Awaited<ReturnType<typeof build>>;

/**
 * Builds the code of the app into a folder: `start.cjs`, `main.cjs`, `terminal.cjs`,
 * `history-thread.cjs`, `keychain-process.cjs`, `preload.cjs`, `renderer/`, and `licences.json` about everything
 * that came into it.
 */
export async function bundle(outDir: string): Promise<void> {
  const made = await Promise.all(bundles(outDir).map((config) => build(config)));
  const licences = licencesOf(made.flatMap(modulesIn));
  await writeFile(join(outDir, 'licences.json'), JSON.stringify(licences));
}

/** Ids of all modules that are in what was made, in the bundler's form. */
export function modulesIn(made: Made): readonly string[] {
  const outputs = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  return outputs
    .filter((part): part is Rolldown.OutputChunk => part.type === 'chunk')
    .flatMap(({ moduleIds }) => moduleIds);
}
