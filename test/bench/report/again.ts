import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../build/prepare/places.mjs';
import { runEntry } from '../../../build/prepare/say.mjs';
import { readRun } from './json.ts';
import { performanceMarkdown } from './markdown.ts';

await runEntry(again);

/** Makes the page anew from the kept values, after a reason was written or the page changed. */
async function again(): Promise<void> {
  const json = await readFile(join(root, 'docs/performance.json'), 'utf8');
  await writeFile(join(root, 'docs/performance.md'), performanceMarkdown(readRun(json)));
}
