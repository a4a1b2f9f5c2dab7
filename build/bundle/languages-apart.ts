import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const folder = join(import.meta.dirname, '../../shared/languages');
const isLanguage = /^\w\w\.ts$/;
const isApart = /^\.\/language-\w\w\.cjs$/;
const table = join(folder, 'languages.ts').replaceAll('\\', '/');

/** Each language, by the name of the file that is made of it. */
export function languageEntries(): Record<string, string> {
  const files = readdirSync(folder).filter((name) => isLanguage.test(name));
  return Object.fromEntries(
    files.map((name) => [`language-${basename(name, '.ts')}`, join(folder, name)]),
  );
}

/**
 * Leaves languages in those files: the app and what answers in a terminal speak the same ones, and each
 * would bring its own copy of all of them. What is imported from outside, the bundler would wrap.
 */
export function languagesApart(): Plugin {
  return {
    name: 'languages-apart',
    enforce: 'pre',
    resolveId: (source) => (isApart.test(source) ? { id: source, external: true } : null),
    transform(code, id) {
      if (id.replaceAll('\\', '/') !== table) return undefined;
      const apart = code.replace(
        /\bimport\(['"]\.\/(\w\w)\.ts['"]\)/g,
        "require('./language-$1.cjs')",
      );
      if (apart === code) throw new Error('Languages are loaded in another way');
      return { code: apart, map: null };
    },
  };
}
