import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printed } from './made.ts';

const own = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--propagation', 'private'];

/**
 * Runs a script of this folder as root, in a root that is thrown away afterwards.
 * @returns what it has told, as one line of JSON
 */
export function inFreshRoot(script: string, ...args: readonly string[]): unknown {
  const place = mkdtempSync(join(tmpdir(), 'life-'));
  try {
    const inside = ['sh', join(import.meta.dirname, 'fresh-root.sh'), place];
    const lived = [process.execPath, '--import', 'tsx', join(import.meta.dirname, script), ...args];
    return JSON.parse(printed('unshare', ...own, ...inside, ...lived));
  } finally {
    rmSync(place, { recursive: true });
  }
}
