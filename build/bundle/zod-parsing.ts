import type { Plugin } from 'vite';

/** Where zod describes schemas to others, as JSON Schema. */
const describing = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;

/**
 * Takes of zod what parses. Each of its schemas also knows how to describe itself, which we never
 * ask and no bundler can shake off: a tenth of what the main process reads at a start.
 */
export function zodParsing(): Plugin {
  return {
    name: 'zod-parsing',
    enforce: 'pre',
    transform(code, id) {
      if (!describing.test(id.replaceAll('\\', '/'))) return undefined;
      const told = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
      const renamed = [...code.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name]) => name);
      // Schemas keep a function for later; nobody calls it.
      const none = `const none = () => { throw new Error('Schemas describe themselves to nobody'); };`;
      const makers = [...told, ...renamed].map((name) => `export const ${name} = () => none;`);
      return { code: [none, ...makers].join('\n'), map: null };
    },
  };
}
