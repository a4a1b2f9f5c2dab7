import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** Looks into the main processes of a test's apps for moments in which nothing else could run there. */
export interface Watch {
  /** What an app is started with and in, to be watched. */
  readonly starter: string;
  readonly env: Readonly<Record<string, string>>;
  /**
   * The longest of these moments, for the report; none where no app was watched. Fails when somebody
   * was waited for.
   */
  notes(): readonly { readonly type: string; readonly description: string }[];
}

/** What the note is called in the report of the tests. */
export const longestBlock = 'longest block, ms';

/**
 * Whatever stands still in these tests does so for five seconds or more, and whoever waits for it
 * waits as long. What our own work takes is far less, and is measured on a computer that has nothing
 * else to do (`npm run test:desktops`).
 */
const somebodyWaitedMs = 1000;

/** Keeps its book in a folder. */
export function watchIn(folder: string): Watch {
  const file = join(folder, 'watched');
  return {
    starter: join(import.meta.dirname, 'watched.sh'),
    env: { WATCHDOG_FILE: file },
    notes() {
      const moments = momentsIn(file);
      if (moments.length === 0) return [];
      const longestMs = Math.max(...moments);
      expect(longestMs, 'ms in which the main process did nothing else').toBeLessThan(
        somebodyWaitedMs,
      );
      return [{ type: longestBlock, description: longestMs.toFixed(0) }];
    },
  };
}

function momentsIn(file: string): readonly number[] {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').map(Number);
  } catch {
    // No app was started this way.
    return [];
  }
}
