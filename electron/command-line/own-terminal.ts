import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { realClock } from '../platform/real-clock.ts';
import type { Log } from '../ports/log.ts';
import type { Terminal } from './tell.ts';

/** Nothing the command line does is worth a line in the app's log. */
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The terminal that the app was started from, and the folder in which it keeps its memory. */
export function ownTerminal(
  folder: string,
  system: Pick<Terminal, 'isRunning' | 'locales' | 'zone'>,
): Terminal {
  const file = 'memory.json';
  return {
    record: () => remembered(join(folder, file)),
    clock: realClock,
    log: silent,
    ...system,
    // The file is replaced whole at each write, so it is the folder that has to be watched.
    onChange: (heard) => {
      watch(folder, (_event, name) => {
        if (name === file || name === null) heard();
      });
    },
    say: (line) => void process.stdout.write(`${line}\n`),
    mutter: (line) => void process.stderr.write(`${line}\n`),
  };
}

/** The app's settings as they lie on the disk; undefined where they cannot be read. */
export function ownSettings(folder: string): unknown {
  try {
    return remembered(join(folder, 'settings.json'));
  } catch {
    return undefined;
  }
}

function remembered(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
