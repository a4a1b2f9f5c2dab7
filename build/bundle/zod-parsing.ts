import type { Plugin } from 'vite';

/** Where zod describes schemas to others, as JSON Schema. */
const describing = /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/;
/** Where zod decides whether it writes a function for a schema and has it compiled. */
const deciding = /\/zod\/v4\/core\/schemas\.js$/;
const decision = '!core.globalConfig.jitless';
/** Where a string offers to be an e-mail address, a CUID and two dozen other things. */
const offering = /\/zod\/v4\/classic\/schemas\.js$/;
const offer =
  /^ {4}(\w+)\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},\n/gm;

/**
 * Takes of zod what parses. Each of its schemas also knows how to describe itself, which we never
 * ask and no bundler can shake off: a tenth of what the main process reads at a start. The function
 * that it would write for a schema makes parsing faster by microseconds, and takes a millisecond to
 * compile: most of ours parse a few things a minute, and in a terminal a single one. A string names
 * each format that it could be held to, and so has all of them made; ours are `z.iso.date()`, not
 * `z.string().date()`.
 */
export function zodParsing(): Plugin {
  return {
    name: 'zod-parsing',
    enforce: 'pre',
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      if (describing.test(path)) return { code: undescribed(code), map: null };
      if (deciding.test(path)) return { code: decided(code), map: null };
      if (offering.test(path)) return { code: withoutOffers(code), map: null };
      return undefined;
    },
  };
}

function undescribed(code: string): string {
  const told = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  const renamed = [...code.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name]) => name);
  // Schemas keep a function for later; nobody calls it.
  const none = `const none = () => { throw new Error('Schemas describe themselves to nobody'); };`;
  const makers = [...told, ...renamed].map((name) => `export const ${name} = () => none;`);
  return [none, ...makers].join('\n');
}

function decided(code: string): string {
  if (!code.includes(decision)) throw new Error('zod decides elsewhere whether it compiles');
  return code.replaceAll(decision, 'false');
}

/** What a string of ours cannot be asked to be, by the source of zod's schemas. */
export function leftOut(code: string): readonly string[] {
  return [...code.matchAll(offer)].flatMap(([, name]) => name ?? []);
}

function withoutOffers(code: string): string {
  const without = code.replaceAll(offer, '');
  if (without === code) throw new Error('zod offers the formats of strings elsewhere');
  return without;
}
