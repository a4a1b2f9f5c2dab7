import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '../fixtures.ts';

/** Mounts a disk of its own at a folder; the test is skipped where this machine makes none. */
export function mountDisk(folder: string, size = '32m'): { remove(): void } {
  mkdirSync(folder, { recursive: true });
  try {
    mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
  } catch {
    test.skip(true, 'this machine lets no file system be mounted');
  }
  return { remove: () => execFileSync('umount', ['--lazy', folder]) };
}

/** How a disk comes to take nothing more, and what makes it take everything again. */
export const refusals: Readonly<Record<string, (folder: string) => () => void>> = {
  full(folder) {
    const file = join(folder, 'of somebody else');
    fill(file);
    return () => rmSync(file);
  },
  /** As an administrator does it, or a file system that has found a fault in itself. */
  'not to be changed': (folder) => {
    const names = ['settings.json', 'memory.json'].map((name) => join(folder, name));
    const change = (how: string) => execFileSync('chattr', [how, folder, ...names]);
    change('+i');
    return () => change('-i');
  },
};

function mount(...args: readonly string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' });
}

/** Writes until there is room for nothing more. */
export function fill(file: string): void {
  const handle = openSync(file, 'w');
  for (let bytes = 1 << 20; bytes >= 1; ) {
    try {
      writeSync(handle, Buffer.alloc(bytes));
    } catch {
      bytes = Math.floor(bytes / 2);
    }
  }
  closeSync(handle);
}
