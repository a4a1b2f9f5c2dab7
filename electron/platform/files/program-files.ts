import { access, constants, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ProgramFiles } from '../../ports/updater.ts';

/** What the disk says of the files that this copy of the app is made of. */
export const programFiles: ProgramFiles = {
  isThere: (path) => can(path, constants.F_OK),
  isReplaceable: async (path) =>
    (await can(path, constants.W_OK)) && can(dirname(path), constants.W_OK),
  realPath: (path) => realpath(path).catch(() => undefined),
};

function can(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
