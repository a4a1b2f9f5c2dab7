import { stat } from 'node:fs/promises';
import { extractFile, listPackage } from '@electron/asar';

/** What a package holds besides Electron. */
export interface PackedFiles {
  /** In bytes; native modules lie beside it. */
  readonly archiveBytes: number;
  /** Paths of files and folders in it, with forward slashes. */
  readonly paths: readonly string[];
  /** The text of one of them. */
  text(path: string): string;
}

/** Reads the archive of a packed app. */
export async function packedFiles(archive: string): Promise<PackedFiles> {
  const { size } = await stat(archive);
  const paths = listPackage(archive, { isPack: false }).map((path) =>
    path.replaceAll('\\', '/').replace(/^\//, ''),
  );
  return {
    archiveBytes: size,
    paths,
    text: (path) => extractFile(archive, path).toString('utf8'),
  };
}
