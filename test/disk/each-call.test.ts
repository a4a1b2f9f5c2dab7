import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChildren, type Children, started } from './built-children.ts';
import { tried } from './figures.ts';

let children: Children;
let used: string;
beforeAll(async () => {
  children = await buildChildren('start');
  used = mkdtempSync(join(tmpdir(), 'chargetray-call-'));
  await started(children, used);
});
afterAll(() => {
  children.remove();
  rmSync(used, { recursive: true });
});

/** The calls by which SQLite, and everything else, changes what is on the disk. */
const calls = ['pwrite64', 'fsync', 'ftruncate', 'unlink', 'rename'];

/** Whether the process was killed before that call, the how-many-th it may be. */
function killedAt(folder: string, call: string, when: number): boolean {
  const inject = `inject=${call}:signal=KILL:when=${when}`;
  const program = [process.execPath, join(children.folder, 'start.js'), folder];
  const args = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', inject, ...program];
  const { error, signal, status } = spawnSync('strace', args, { encoding: 'utf8' });
  if (error) throw error;
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(`${call} ${when}: ${status}`);
  return signal === 'SIGKILL';
}

describe('a start that is killed before each call that changes the disk', () => {
  const cases = calls.flatMap((call) => ['first', 'later'].map((which) => ({ call, which })));
  it.each(cases)(
    '$which start, $call: the next one finds all or nothing',
    { timeout: 600_000 },
    async ({ call, which }) => {
      const before = which === 'later' ? 1 : 0;
      for (let when = 1, isKilled = true; isKilled; when += 1) {
        const folder = mkdtempSync(join(tmpdir(), 'chargetray-call-'));
        if (which === 'later') cpSync(used, folder, { recursive: true });
        isKilled = killedAt(folder, call, when);
        const { samples, theme, told, ...rest } = await started(children, folder);
        expect({ ...rest, when }).toEqual({ accounts: 0, when });
        expect([before, before + 1]).toContain(samples);
        expect(which === 'later' ? ['dark'] : ['system', 'dark']).toContain(theme);
        expect(which === 'later' ? [['b']] : [[], ['b']]).toContainEqual(told);
        const again = await started(children, folder);
        expect(again).toEqual({ theme: 'dark', accounts: 0, told: ['b'], samples: samples + 1 });
        rmSync(folder, { recursive: true });
        if (isKilled) tried('calls', 1);
      }
    },
  );
});
