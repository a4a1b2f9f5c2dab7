import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** As `atomically` calls the file beside the one it writes: its time and six random digits. */
const besideKept = /^[a-z-]+\.json\.tmp-\d{10}[0-9a-f]{6}$/;
/** A write takes no second; whatever is as old as this is from a process that is gone. */
const oldMs = 10 * 60_000;

/**
 * Removes what writes have left in the data folder that were cut short by a crash or a power cut.
 * A file that cannot be removed stays for the next start. Never rejects.
 */
export async function clearLeftovers(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.filter((name) => besideKept.test(name)).map(removeIfOld));

  async function removeIfOld(name: string): Promise<void> {
    const path = join(folder, name);
    try {
      const found = await stat(path);
      if (found.isFile() && now - found.mtimeMs >= oldMs) await unlink(path);
    } catch {
      // Somebody else was faster, or it is not ours to remove.
    }
  }
}
