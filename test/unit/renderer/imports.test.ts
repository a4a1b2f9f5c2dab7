import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const main = join(root, 'renderer/main.tsx');

test('the window loads neither schemas nor anything of Node or Electron', () => {
  // The schema library probes for code generation when it loads, which the content policy reports.
  const packages = [...loadedFrom(main)].filter((name) => !name.startsWith('/')).sort();
  expect(packages.filter((name) => /^(zod|electron|node:)/.test(name))).toEqual([]);
  expect(packages).toContain('react');
});

test('only the bridge touches what preload exposed', () => {
  const touching = sources(join(root, 'renderer')).filter((file) =>
    /chargetray['"\]]|\.chargetray\b|bridgeName/.test(readFileSync(file, 'utf8')),
  );
  expect(touching).toEqual([join(root, 'renderer/bridge.ts')]);
});

/** Files and packages that a module pulls in when it runs; imports of types are gone by then. */
function loadedFrom(file: string, observation = new Set<string>()): Set<string> {
  if (observation.has(file)) return observation;
  observation.add(file);
  if (!/\.tsx?$/.test(file)) return observation;
  for (const from of importsOf(readFileSync(file, 'utf8'))) {
    if (from.startsWith('.')) loadedFrom(resolve(dirname(file), from), observation);
    else observation.add(from);
  }
  return observation;
}

function importsOf(source: string): readonly string[] {
  const statements = source.matchAll(/^import (?!type )(?:([^;]*?) from )?'([^']+)';/gm);
  return [...statements].flatMap(([, names, from]) =>
    from === undefined || onlyTypes(names) ? [] : [from],
  );
}

/** `{ type A, type B }` vanishes like `import type`. */
function onlyTypes(names: string | undefined): boolean {
  const inside = names?.match(/^\{([\s\S]*)\}$/)?.[1];
  const parts = inside?.split(',').map((part) => part.trim());
  return parts?.filter(Boolean).every((part) => part.startsWith('type ')) ?? false;
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}
