import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { locateRuntime } from '../../build/prepare/runtime-place.mjs';

export const root = join(import.meta.dirname, '../..');

/** Where packages lie, depending on whether they may be given to others. */
const output = join(root, 'dist', locateRuntime()?.official ? '' : 'not-for-publishing');

/** The one package of a kind that was made. */
export function madePackage(ending: 'deb' | 'rpm'): string {
  const found = readdirSync(output).filter((name) => name.endsWith(`.${ending}`));
  const [name] = found;
  if (name === undefined || found.length > 1) throw new Error(`Not one ${ending}: ${found}`);
  return join(output, name);
}

/** The folder of which the packages were made. */
export const unpackedFolder = join(output, 'linux-unpacked');

/** What a program prints; throws with its complaint where it fails. */
export function printed(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe', maxBuffer: 64_000_000 });
}
