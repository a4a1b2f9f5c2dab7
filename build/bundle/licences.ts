import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Licence } from '../../shared/domain/app/licence.ts';
import { partsWithin, textUnsaid } from './licences-within.ts';

const root = resolve(import.meta.dirname, '../..');
/** Not in the bundles: packed beside them, or compiled into what is packed there, or the runtime. */
const beside = ['electron', 'keytar', '@photostructure/sqlite', 'node-gyp-build', 'node-addon-api'];
/** Tools that leave code of their own in what they make, by the names of those modules. */
const leftBy = { '\0rolldown/': 'rolldown', '\0vite/': 'vite' } as const;
/** Modules without a file that are ours. */
const ownModules = ['\0undici-core', '\0mqtt-core', '\0mqtt-timers'];
const licenceFile = /^(licen[cs]e|copying|notice)(\.|$)/i;
/** What follows in a tool's file was built into the tool, not into what it makes. */
const insideTheTool = '\n# Licenses of bundled dependencies';

/**
 * The licence of everything that is packed: ours first, then by name. Throws where a package has
 * none, so that nothing is shipped without.
 * @param moduleIds all modules of all bundles, as the bundler names them
 */
export function licencesOf(moduleIds: readonly string[]): readonly Licence[] {
  const folders = new Set([...moduleIds.flatMap(folderOf), ...beside.map(installed)]);
  const others = [...folders].flatMap((folder) => [licenceIn(folder), ...partsWithin(folder)]);
  const sorted = others.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [own(), ...sorted];
}

/** The folder of the package that a module is from; none for our own. */
function folderOf(moduleId: string): readonly string[] {
  const id = moduleId.replaceAll('\\', '/');
  const tool = Object.entries(leftBy).find(([start]) => id.startsWith(start));
  if (tool) return [installed(tool[1])];
  if (id.startsWith('\0') && !ownModules.includes(id) && !id.includes('/node_modules/')) {
    throw new Error(`Nobody knows whose code the module ${id.slice(1)} is`);
  }
  // The innermost: a package may bring its own copy of another.
  const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
  return folder === undefined ? [] : [folder];
}

function installed(name: string): string {
  return join(root, 'node_modules', name).replaceAll('\\', '/');
}

function own(): Licence {
  return { ...licenceIn(root), name: 'ChargeTray' };
}

function licenceIn(folder: string): Licence {
  const said = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = said;
  const texts = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').split(insideTheTool)[0]?.trim() ?? '');
  const text = texts.filter(Boolean).join('\n\n') || textUnsaid(said);
  if (text === '') throw new Error(`${name} has no licence text`);
  return { name, version, terms: license, text };
}
