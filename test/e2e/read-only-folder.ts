import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Computer, test } from './fixtures.ts';

/** A folder that nobody may write into, root included; the test is skipped where this machine makes none. */
export function readOnlyFolder(computer: Computer): { readonly path: string; remove(): void } {
  const path = join(dirname(computer.dataFolder), 'read-only');
  mkdirSync(path);
  if (process.getuid?.() !== 0) {
    chmodSync(path, 0o500);
    return { path, remove: () => chmodSync(path, 0o700) };
  }
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro,size=64k', 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    test.skip(true, 'this machine lets no file system be mounted');
  }
  return { path, remove: () => execFileSync('umount', [path]) };
}
