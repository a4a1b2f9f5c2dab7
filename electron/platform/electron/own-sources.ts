import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import type { Sources } from '../../ports/sources.ts';

/** Settings are small; whatever is larger is something else. */
const mostBytes = 64 * 1024;

/** The files and the environment of whoever runs the app. Read only, and only when asked. */
export function ownSources(): Sources {
  const underWay = new Map<string, Promise<string | undefined>>();
  return {
    // A disk that hangs keeps one of the few threads for each question, so none is asked twice.
    readText(path) {
      const reading = underWay.get(path) ?? textOf(path).finally(() => underWay.delete(path));
      underWay.set(path, reading);
      return reading;
    },
    environment: process.env,
    home: homedir(),
    folder: process.cwd(),
  };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    return size <= mostBytes ? await readFile(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
