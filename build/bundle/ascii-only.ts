import type { Plugin } from 'vite';

/**
 * Writes every other character as an escape. V8 keeps a script in one byte for each character if it
 * can, and in two as soon as there is a single dash or euro sign in it.
 */
export function asciiOnly(): Plugin {
  return {
    name: 'ascii-only',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk') part.code = escaped(part.code);
      }
    },
  };
}

/** Valid in strings, templates, expressions and names alike, as far as no template is taken raw. */
export function escaped(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => {
    const number = unit.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${number}`;
  });
}
