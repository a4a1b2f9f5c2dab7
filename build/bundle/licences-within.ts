import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Licence } from '../../shared/domain/app/licence.ts';

/** Work of others within a package whose own licence text does not speak of it. */
export function partsWithin(folder: string): readonly Licence[] {
  if (folder.endsWith('/@photostructure/sqlite')) return [sqliteOf(folder), node];
  return folder.endsWith('/undici') ? [llhttp] : [];
}

/**
 * The text of a package that names its licence and its author and brings no copy; empty where it does
 * not do that either.
 */
export function textUnsaid({ license, author }: { license?: unknown; author?: unknown }): string {
  return license === 'MIT' && typeof author === 'string' ? expat(`Copyright ${author}`) : '';
}

/** SQLite is in the public domain; its authors ask to pass this on instead of a licence. */
function sqliteOf(folder: string): Licence {
  const header = readFileSync(join(folder, 'src/upstream/sqlite3.h'), 'utf8');
  const version = /^#define SQLITE_VERSION\s+"([^"]+)"/m.exec(header)?.[1];
  const blessing = /^\*\* The author disclaims[\s\S]*?(?=^\*{9,}$)/m.exec(header)?.[0];
  if (!version || !blessing) throw new Error('SQLite no longer says what it said');
  const text = blessing.replaceAll(/^\*\* ?/gm, '').trim();
  return { name: 'SQLite', version, terms: 'blessing', text };
}

/** From which the interface around SQLite is taken, as its README says. */
const node: Licence = {
  name: 'Node.js (its interface to SQLite)',
  terms: 'MIT',
  text: expat(`Copyright Node.js contributors. All rights reserved.
Copyright Joyent, Inc. and other Node contributors. All rights reserved.`),
};

/** The parser of HTTP that undici carries as WebAssembly. */
const llhttp: Licence = {
  name: 'llhttp',
  terms: 'MIT',
  text: expat('Copyright Fedor Indutny, 2018.'),
};

/** The MIT licence, for work that comes without a copy of it. */
function expat(copyright: string): string {
  return `${copyright}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
}
