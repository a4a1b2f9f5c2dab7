import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../../build/prepare/places.mjs';
import { type Chapter, figures } from '../figures.ts';

const page = join(root, 'out/renderer');

/** What is packed: `program` is our packed app. */
export async function sizeChapter(program: string): Promise<Chapter> {
  const asar = await stat(join(dirname(program), 'resources/app.asar'));
  const scripts = (await readdir(join(page, 'assets'))).filter((name) => name.endsWith('.js'));
  const html = await readFile(join(page, 'index.html'), 'utf8');
  const atStart = scripts.filter((name) => html.includes(name));
  const [all, first] = [await gzippedKb(scripts), await gzippedKb(atStart)];
  const sizes = {
    'packed-code': asar.size / 1000,
    'page-scripts': all,
    'page-scripts-first': first,
  };
  return {
    title: 'Sizes',
    how: 'kB are 1,000 bytes. No source maps are packed.',
    figures: figures([sizes], {
      'packed-code': ['app.asar', { unit: 'kB', atMost: 4000 }],
      'page-scripts': ["the window's JavaScript, gzipped", { unit: 'kB', atMost: 150 }],
      'page-scripts-first': ['of it before the first paint', { unit: 'kB' }],
    }),
  };
}

async function gzippedKb(names: readonly string[]): Promise<number> {
  const files = await Promise.all(names.map((name) => readFile(join(page, 'assets', name))));
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000;
}
