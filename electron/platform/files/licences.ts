import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Licence, LicenceList } from '../../../shared/domain/app/licence.ts';
import { licenceSchema } from '../../../shared/schema/app/licence.ts';

export interface LicencePlaces {
  /** Where the build left what it found in the bundles. */
  readonly app: string;
  /** Where the file of the browser that Electron brings may lie, by the system. */
  readonly browser: readonly string[];
}

/** The licences of a list, read when somebody asks for them; null where the file is not there. */
export async function readLicences(
  list: LicenceList,
  places: LicencePlaces,
): Promise<readonly Licence[] | null> {
  if (list === 'app') {
    const text = await firstOf([join(places.app, 'licences.json')]);
    return text === undefined ? null : z.array(licenceSchema).parse(JSON.parse(text));
  }
  const page = await firstOf(places.browser.map((folder) => join(folder, browserFile)));
  return page === undefined ? null : onPage(page);
}

const browserFile = 'LICENSES.chromium.html';

async function firstOf(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    try {
      return await readFile(path, 'utf8');
    } catch {
      // It lies elsewhere on this system.
    }
  }
  return undefined;
}

/** Chromium writes its licences as a page with styles and scripts, of which ours allows none. */
function onPage(page: string): readonly Licence[] {
  const entries = page.matchAll(/<span class="title">(.*?)<\/span>[\s\S]*?<pre>([\s\S]*?)<\/pre>/g);
  return [...entries]
    .map(([, name = '', text = '']) => ({ name: unescaped(name), text: unescaped(text) }))
    .filter(({ name, text }) => name !== '' && text !== '');
}

const marks: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
  ['&#39;', "'"],
  ['&#34;', '"'],
]);

function unescaped(text: string): string {
  return text.replaceAll(/&#?\w+;/g, (mark) => marks.get(mark) ?? mark).trim();
}
