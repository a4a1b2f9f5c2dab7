import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { secretForms } from '../../electron/platform/log/secret-forms.ts';

/** What a search of all files came to. */
export interface Searched {
  readonly files: number;
  /** Files and what they hold of what must not be there. */
  readonly found: readonly string[];
}

/**
 * Looks for secrets in all files below a folder, byte by byte, also where they are written in base64
 * or for a URL, or packed in a PDF.
 */
export async function filesHolding(folder: string, secrets: readonly string[]): Promise<Searched> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const forms = secrets.flatMap((secret) => [...secretForms(secret)]);
  const found: string[] = [];
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name));
    const parts = [bytes, ...streamsOf(bytes)];
    for (const form of forms) {
      if (parts.some((part) => part.includes(form))) found.push(`${file.name}: ${form}`);
    }
  }
  return { files: files.length, found };
}

/** What is packed in a PDF. */
function streamsOf(bytes: Buffer): readonly Buffer[] {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return [];
  const streams: Buffer[] = [];
  for (const match of bytes.toString('latin1').matchAll(/(?<!end)stream\r?\n/g)) {
    const from = match.index + match[0].length;
    try {
      streams.push(inflateSync(bytes.subarray(from, bytes.indexOf('endstream', from))));
    } catch {
      // A picture or font that is packed in another way, and holds no text.
    }
  }
  return streams;
}
