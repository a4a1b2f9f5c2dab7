import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../build/prepare/places.mjs';
import { performanceJson, readRun } from './json.ts';
import { performanceMarkdown } from './markdown.ts';
import type { Run } from './run.ts';

/**
 * Writes the report where it is kept, or, of a quick run, where it is in nobody's way.
 * @returns the folder, from the root of the project
 */
export async function writeReport(run: Run, project: string = root): Promise<string> {
  const folder = run.options.quick ? 'dist/bench' : 'docs';
  const json = performanceJson(run);
  // What is read back is what a later look at the file will make the page from.
  const markdown = performanceMarkdown(readRun(json));
  await writeTogether(join(project, folder), {
    'performance.json': json,
    'performance.md': markdown,
  });
  return folder;
}

/** Puts all texts in their places when each of them is whole on the disk, else none. */
async function writeTogether(
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const names = Object.keys(texts);
  const draft = (name: string) => join(folder, `${name}.new`);
  try {
    for (const [name, text] of Object.entries(texts)) await writeFile(draft(name), text);
    for (const name of names) await rename(draft(name), join(folder, name));
  } finally {
    for (const name of names) await rm(draft(name), { recursive: true, force: true });
  }
}
