import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a search of all files came to. */
export interface Searched {
  readonly files: number;
  /** Files and what they hold of what must not be there. */
  readonly found: readonly string[];
}

/** Looks for secrets in all files below a folder, byte by byte. */
export async function filesHolding(folder: string, secrets: readonly string[]): Promise<Searched> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    for (const secret of secrets) if (bytes.includes(secret)) found.push(`${file.name}: ${secret}`);
  }
  return { files: files.length, found };
}
