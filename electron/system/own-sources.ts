import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import type { Sources } from '../chargers/charger.ts';

/** Settings are small; whatever is larger is something else. */
const mostBytes = 64 * 1024;

/** The files and the environment of whoever runs the app. Read only, and only when asked. */
export function ownSources(): Sources {
  return { readText, environment: process.env, home: homedir(), folder: process.cwd() };
}

function readText(path: string): string | undefined {
  try {
    const { size } = statSync(path);
    return size <= mostBytes ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
