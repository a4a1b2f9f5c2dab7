import { homedir } from 'node:os';
import type { Sources } from '../../ports/sources.ts';
import { readPlain } from '../files/plain-file.ts';

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

function textOf(path: string): Promise<string | undefined> {
  return readPlain(path, mostBytes).catch(() => undefined);
}
