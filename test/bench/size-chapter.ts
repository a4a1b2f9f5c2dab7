import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../build/prepare/places.mjs';
import type { Chapter, Figure } from './figures.ts';

const page = join(root, 'out/renderer');

/** What is packed: `program` is our packed app. */
export async function sizeChapter(program: string): Promise<Chapter> {
  const asar = await stat(join(dirname(program), 'resources/app.asar'));
  const scripts = (await readdir(join(page, 'assets'))).filter((name) => name.endsWith('.js'));
  const html = await readFile(join(page, 'index.html'), 'utf8');
  const atStart = scripts.filter((name) => html.includes(name));
  return {
    title: 'Sizes',
    how: 'kB are 1,000 bytes. No source maps are packed.',
    figures: [
      {
        ...size('packed-code', 'app.asar', asar.size),
        goals: [{ kind: 'value', atMost: 4000 }],
      },
      {
        ...size('page-scripts', "the window's JavaScript, gzipped", await gzipped(scripts)),
        goals: [{ kind: 'value', atMost: 150 }],
      },
      {
        ...size('page-scripts-first', 'of it before the first paint', await gzipped(atStart)),
        goals: [],
      },
    ],
  };
}

function size(id: string, what: string, bytes: number): Omit<Figure, 'goals'> {
  return { id, what, unit: 'kB', ours: [bytes / 1000] };
}

async function gzipped(names: readonly string[]): Promise<number> {
  const files = await Promise.all(names.map((name) => readFile(join(page, 'assets', name))));
  return files.reduce((sum, file) => sum + gzipSync(file).length, 0);
}
