import { execFile, spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../../electron/history/store/engine.ts';
import {
  asked,
  HistoryBench,
  key,
  minute,
  outside,
  ownFolder,
  sampleAt,
  sessionAt,
  start,
} from './history-bench.ts';

const writer = join(import.meta.dirname, 'writer.ts');
const tsx = join(import.meta.dirname, '../../../node_modules/tsx/dist/cli.mjs');
const hasLimits = spawnSync('prlimit', ['--version']).status === 0;

describe('a history on a disk that refuses', { timeout: 60_000 }, () => {
  it('writes what waited when there is room again, and tells of it once', async () => {
    const bench = new HistoryBench();
    bench.history.know({ key, brand: 'wallbox', name: 'Garage' });
    await bench.history.flush();
    bench.limitTo(1);
    for (let count = 0; count < 3; count += 1) {
      for (let one = 0; one < 400; one += 1) {
        bench.history.record(key, sampleAt(start + (count * 400 + one) * minute));
      }
      bench.history.saveSession(key, sessionAt(start));
      expect(await bench.history.flush()).toEqual({ kind: 'diskFull' });
      expect(bench.history.trouble()).toEqual({ kind: 'diskFull' });
    }
    bench.limitTo(100000);
    expect(await bench.history.flush()).toBeUndefined();
    expect(await bench.allSamples()).toHaveLength(1200);
    expect(bench.heard).toEqual([{ kind: 'diskFull' }, undefined]);
    expect(bench.log.lines.map(({ level }) => level)).toEqual(['error', 'info']);
  });

  it('tries again by itself', async () => {
    const bench = new HistoryBench();
    await bench.allSamples();
    bench.limitTo(1);
    for (let one = 0; one < 400; one += 1) bench.history.record(key, sampleAt(start + one));
    await bench.history.flush();
    bench.limitTo(100000);
    await bench.clock.advance(minute);
    expect(bench.history.trouble()).toBeUndefined();
    expect(bench.clock.waiting).toBe(0);
    expect(await bench.allSamples()).toHaveLength(400);
  });

  it.skipIf(!hasLimits)('goes on in a process that may write no larger files', async () => {
    const file = join(ownFolder(), 'history.db');
    const limited = [process.execPath, tsx, writer, file, 'until-full'];
    const { stdout } = await promisify(execFile)('prlimit', ['--fsize=200000', ...limited]);
    const { kept, lost, trouble } = JSON.parse(stdout);
    expect(trouble).toBe('diskFull');
    expect(lost).toBe(0);
    const [count] = await asked(file, 'SELECT count(*) AS samples FROM samples');
    expect(count?.samples).toBe(kept);
    expect(kept).toBeGreaterThan(10);
  });

  it('waits for another program that holds the file', async () => {
    const bench = new HistoryBench();
    bench.history.record(key, sampleAt(start));
    await bench.history.flush();
    const Engine = await loadEngine();
    const other = new Engine(bench.file);
    other.exec('BEGIN IMMEDIATE');
    bench.history.record(key, sampleAt(start + 1));
    expect(await bench.history.flush()).toEqual({ kind: 'busy' });
    other.exec('ROLLBACK');
    other.close();
    await bench.clock.advance(minute);
    expect(bench.heard).toEqual([{ kind: 'busy' }, undefined]);
    expect(await bench.allSamples()).toHaveLength(2);
  });

  it('begins a new file when somebody takes the old one away', async () => {
    const bench = new HistoryBench();
    bench.history.record(key, sampleAt(start));
    await bench.history.flush();
    renameSync(bench.file, `${bench.file}.taken`);
    bench.history.record(key, sampleAt(start + 1));
    expect(await bench.history.flush()).toBeUndefined();
    expect(await bench.allSamples()).toEqual([sampleAt(start + 1)]);
  });

  it('says so when the engine cannot be loaded', async () => {
    const bench = new HistoryBench(undefined, { load: () => Promise.reject(new Error('no such')) });
    bench.history.record(key, sampleAt(start));
    expect(await bench.history.flush()).toEqual({ kind: 'unusable' });
    expect(await bench.history.session(1)).toBeUndefined();
    expect(bench.heard).toEqual([{ kind: 'unusable' }]);
    const chunks = bench.history.sessionChunks({ from: 0, to: start })[Symbol.asyncIterator]();
    await expect(chunks.next()).rejects.toThrow('cannot be read');
  });

  it('keeps a bounded number of samples in memory, and every session', async () => {
    const load = { fails: true };
    const bench = new HistoryBench(undefined, {
      load: () => (load.fails ? Promise.reject(new Error('not yet')) : loadEngine()),
    });
    bench.history.saveSession(key, sessionAt(start));
    for (let one = 0; one < 10_100; one += 1) bench.history.record(key, sampleAt(start + one));
    await bench.history.flush();
    load.fails = false;
    expect(await bench.history.flush()).toBeUndefined();
    const samples = await bench.allSamples();
    expect(samples).toHaveLength(10_079);
    expect(samples.at(-1)?.at).toBe(start + 10_099);
    expect(await bench.history.sessions({ from: 0, to: 9e12 })).toHaveLength(1);
    expect(bench.log.lines.at(-2)?.facts).toEqual({ dropped: 21 });
  });

  it('drops only the write that can never be written', async () => {
    const bench = new HistoryBench();
    await bench.allSamples();
    await outside(
      bench.file,
      `CREATE TRIGGER never BEFORE INSERT ON samples WHEN NEW.at = ${start + 1}
       BEGIN SELECT raise(ABORT, 'never'); END`,
    );
    for (const one of [0, 1, 2]) bench.history.record(key, sampleAt(start + one));
    expect(await bench.history.flush()).toBeUndefined();
    expect((await bench.allSamples()).map(({ at }) => at - start)).toEqual([0, 2]);
    expect(bench.log.lines).toMatchObject([{ level: 'error', facts: { kind: 'sample' } }]);
  });
});
