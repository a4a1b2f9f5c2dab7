import { dirname } from 'node:path';
import type { Ports } from '../../ports/app-ports.ts';

/** Licences as they lie in this app; nothing about them is loaded before somebody asks. */
export function lazyLicences(outFolder: string): Ports['licences'] {
  return async (list) => {
    const { readLicences } = await import('./licences.ts');
    const { execPath, resourcesPath } = process;
    return readLicences(list, { app: outFolder, browser: [dirname(execPath), resourcesPath] });
  };
}
