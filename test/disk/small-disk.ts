import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that can be filled to the last page. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves room for so many pages of 4 KB and no more. */
  leave(pages: number): void;
  /** Takes away what fills it. */
  empty(): void;
  remove(): void;
}

const pageBytes = 4096;

/** Undefined where this machine lets none be mounted. */
export function smallDisk(): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'chargetray-small-'));
  const mount = ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder];
  try {
    execFileSync('mount', mount, { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const filler = join(folder, 'of somebody else');
  const empty = () => rmSync(filler, { force: true });
  return {
    folder,
    empty,
    leave(pages) {
      empty();
      const handle = openSync(filler, 'w');
      const free = statfsSync(folder).bfree - pages;
      writeSync(handle, Buffer.alloc(Math.max(0, free) * pageBytes));
      closeSync(handle);
    },
    remove() {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
