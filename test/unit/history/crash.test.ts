import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asked } from './history-bench.ts';

const root = join(import.meta.dirname, '../../..');
const lanes = 4;
const killsInLane = 15;
/** Samples that are reported before the kill; the kill itself falls anywhere in the next ones. */
const mostReported = 6;

let folder = '';

/** Started dozens of times, the writer must not be compiled each time. */
beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  folder = mkdtempSync(join(root, '.cache', 'history-writer-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'], target: 'node' },
    build: { ssr: join(import.meta.dirname, 'writer.ts'), outDir: folder, minify: false },
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Numbers that reading random and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Lets a process write until so many samples were reported, kills it, gives the last reported. */
async function writtenUntilKilled(file: string, random: () => number): Promise<number> {
  const child = spawn(process.execPath, [join(folder, 'writer.js'), file]);
  const gone = once(child, 'close');
  const wanted = Math.ceil(random() * mostReported);
  const turns = Math.floor(random() * 2000);
  let reported = 0;
  let last = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    reported += 1;
    if (reported !== wanted) continue;
    // Where within the next write it is struck is left to how fast this loop is.
    for (let turn = 0; turn < turns; turn += 1) Math.sqrt(turn * random());
    child.kill('SIGKILL');
  }
  const [code, signal] = await gone;
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
  return last;
}

describe('a history whose process is killed', () => {
  const seeds = Array.from({ length: lanes }, (_, lane) => lane + 1);

  it.concurrent.each(seeds)(
    'again and again loses nothing that was kept (%i)',
    async (seed) => {
      const random = seeded(seed);
      const file = join(mkdtempSync(join(folder, 'files-')), 'history.db');
      let before = 0;
      for (let kill = 0; kill < killsInLane; kill += 1) {
        const last = await writtenUntilKilled(file, random);
        expect(last).toBeGreaterThan(before);
        before = last;
        expect(await asked(file, 'PRAGMA integrity_check')).toMatchObject([
          { integrity_check: 'ok' },
        ]);
        const [found] = await asked(
          file,
          `SELECT count(*) AS samples, min(at) AS first FROM samples WHERE at <= ${last}`,
        );
        expect(found).toMatchObject({ samples: last, first: 1 });
      }
    },
    300_000,
  );
});
