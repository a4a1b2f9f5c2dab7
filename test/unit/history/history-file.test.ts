import {
  chmodSync,
  chownSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../../electron/history/store/engine.ts';
import { schemaSteps } from '../../../electron/history/store/schema.ts';
import { asked, HistoryBench, key, outside, ownFolder, sampleAt, start } from './history-bench.ts';

const version = schemaSteps.length;
const filesOf = (file: string) => readdirSync(dirname(file)).sort();

/** A history with one sample, closed again. */
async function closedHistory(): Promise<string> {
  const bench = new HistoryBench();
  bench.history.record(key, sampleAt(start));
  await bench.history.close();
  return bench.file;
}

/** Root may do everything, so what is forbidden to others is tried as one of them. */
async function asOrdinaryUser(file: string, work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  for (const name of isRoot ? ['', ...filesOf(file)] : []) {
    chownSync(join(dirname(file), name), 65_534, 65_534);
  }
  if (isRoot) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(dirname(file), 0o700);
  }
}

describe('a history file', () => {
  it("is not there before its first use, and then is its owner's alone", async () => {
    const bench = new HistoryBench(join(ownFolder(), 'deep', 'history.db'));
    expect(() => statSync(bench.file)).toThrow('ENOENT');
    bench.history.record(key, sampleAt(start));
    expect(await bench.history.flush()).toBeUndefined();
    const modes = filesOf(bench.file).map(
      (name) => statSync(join(dirname(bench.file), name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o600]);
  });

  it('is not made by a history that is closed unused', async () => {
    const bench = new HistoryBench();
    await bench.history.close();
    bench.history.record(key, sampleAt(start));
    await bench.history.flush();
    expect(filesOf(bench.file)).toEqual([]);
  });

  it('holds what it held when it is opened again', async () => {
    const bench = new HistoryBench(await closedHistory());
    expect(await bench.allSamples()).toEqual([sampleAt(start)]);
    expect(bench.heard).toEqual([]);
  });

  it('has everything in one file once it is closed', async () => {
    const file = await closedHistory();
    const copy = join(ownFolder(), 'copy.db');
    copyFileSync(file, copy);
    expect(await asked(copy, 'SELECT count(*) AS samples FROM samples')).toMatchObject([
      { samples: 1 },
    ]);
  });

  const damages: readonly [string, (file: string) => void][] = [
    ['random bytes', (file) => writeFileSync(file, Buffer.alloc(9000, 0xa5))],
    ['a JSON file', (file) => writeFileSync(file, '{"chargers":[]}')],
    ['a short file', (file) => truncateSync(file, 300)],
    ['half a file', (file) => truncateSync(file, 12_288)],
    [
      'a page of noise',
      (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0x5a, 4096, bytes.length);
        writeFileSync(file, bytes);
      },
    ],
  ];
  it.each(damages)('that holds %s is kept aside and begun anew', async (_what, damage) => {
    const file = await closedHistory();
    damage(file);
    const broken = readFileSync(file);
    const bench = new HistoryBench(file);
    expect(await bench.allSamples()).toEqual([]);
    const keptAside = 'history.broken-2026-11-21T18-00-00-000Z.db';
    expect(bench.heard).toEqual([{ kind: 'corrupt', keptAside }]);
    expect(bench.history.trouble()).toEqual({ kind: 'corrupt', keptAside });
    expect(readFileSync(join(dirname(file), keptAside)).equals(broken)).toBe(true);
    bench.history.record(key, sampleAt(start));
    expect(await bench.history.flush()).toBeUndefined();
    expect(await bench.allSamples()).toHaveLength(1);
  });

  it('that is empty is begun without a word', async () => {
    const file = join(ownFolder(), 'history.db');
    writeFileSync(file, '');
    const bench = new HistoryBench(file);
    bench.history.record(key, sampleAt(start));
    expect(await bench.history.flush()).toBeUndefined();
    expect(bench.heard).toEqual([]);
  });

  it('that is empty beside a log that is not is kept aside with it', async () => {
    const file = join(ownFolder(), 'history.db');
    writeFileSync(file, '');
    writeFileSync(`${file}-wal`, 'all that is left');
    const bench = new HistoryBench(file);
    expect(await bench.allSamples()).toEqual([]);
    const keptAside = 'history.broken-2026-11-21T18-00-00-000Z.db';
    expect(bench.heard).toEqual([{ kind: 'corrupt', keptAside }]);
    const log = join(dirname(file), `${keptAside}-wal`);
    expect(readFileSync(log, 'utf8')).toBe('all that is left');
  });

  it('that breaks while it is open is kept aside at the next try', async () => {
    const bench = new HistoryBench(await closedHistory());
    await bench.allSamples();
    truncateSync(bench.file, 4096);
    bench.history.record(key, sampleAt(start + 1));
    await bench.history.flush();
    await bench.clock.advance(60_000);
    await bench.history.flush();
    expect(bench.history.trouble()?.kind).toBe('corrupt');
    expect(await bench.allSamples()).toEqual([sampleAt(start + 1)]);
  });
});

describe('a history file of another version', () => {
  it('that is later is left alone', async () => {
    const file = await closedHistory();
    await outside(file, `PRAGMA user_version = ${version + 1}`);
    const before = readFileSync(file);
    const bench = new HistoryBench(file);
    bench.history.record(key, sampleAt(start + 1));
    expect(await bench.history.flush()).toEqual({ kind: 'tooNew' });
    expect(bench.clock.waiting).toBe(0);
    expect(await bench.allSamples()).toEqual([]);
    await bench.history.close();
    expect(bench.heard).toEqual([{ kind: 'tooNew' }]);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(filesOf(file).filter((name) => !/^history\.db(-wal|-shm)?$/.test(name))).toEqual([]);
  });

  it('that is earlier is copied, then changed', async () => {
    const file = await closedHistory();
    const steps = [...schemaSteps, 'ALTER TABLE samples ADD COLUMN voltage INTEGER'];
    const bench = new HistoryBench(file, { steps });
    expect(await bench.allSamples()).toEqual([sampleAt(start)]);
    await bench.history.close();
    const copy = join(dirname(file), `history.before-v${version + 1}.db`);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(await asked(file, 'PRAGMA user_version')).toMatchObject([{ user_version: version + 1 }]);
    expect(await asked(copy, 'PRAGMA user_version')).toMatchObject([{ user_version: version }]);
    expect(await asked(copy, 'SELECT at FROM samples')).toMatchObject([{ at: start }]);
  });

  it('from before the first one keeps what it had', async () => {
    const file = join(ownFolder(), 'history.db');
    await outside(file, 'CREATE TABLE charges (at INTEGER); INSERT INTO charges VALUES (7);');
    const bench = new HistoryBench(file);
    bench.history.record(key, sampleAt(start));
    expect(await bench.history.flush()).toBeUndefined();
    await bench.history.close();
    for (const name of [file, file.replace('.db', `.before-v${version}.db`)]) {
      expect(await asked(name, 'SELECT at FROM charges')).toMatchObject([{ at: 7 }]);
    }
  });

  it('that is earlier stays as it is, with no half copy, where the disk is too full for one', async () => {
    const file = await closedHistory();
    const Real = await loadEngine();
    class Full extends Real {
      override prepare(sql: string) {
        if (!sql.startsWith('VACUUM')) return super.prepare(sql);
        throw Object.assign(new Error('full'), { errcode: 13 });
      }
    }
    const steps = [...schemaSteps, 'ALTER TABLE samples ADD COLUMN voltage INTEGER'];
    const bench = new HistoryBench(file, { steps, load: async () => Full });
    expect(await bench.allSamples()).toEqual([]);
    expect(bench.heard).toEqual([{ kind: 'diskFull' }]);
    await bench.history.close();
    expect(filesOf(file)).toEqual(['history.db']);
    expect(await new HistoryBench(file).allSamples()).toEqual([sampleAt(start)]);
  });

  it('stays as it is when a step fails', async () => {
    const file = await closedHistory();
    const steps = [...schemaSteps, 'CREATE TABLE half (a); INSERT INTO nowhere VALUES (1)'];
    const bench = new HistoryBench(file, { steps });
    bench.history.record(key, sampleAt(start + 1));
    expect(await bench.history.flush()).toEqual({ kind: 'unusable' });
    await bench.history.close();
    expect(await asked(file, "SELECT name FROM sqlite_schema WHERE name = 'half'")).toEqual([]);
    const next = new HistoryBench(file);
    expect(await next.allSamples()).toEqual([sampleAt(start)]);
  });
});

describe.skipIf(process.platform === 'win32')('a history that may not be written', () => {
  it('is still read, and written again when it may be', async () => {
    const file = await closedHistory();
    chmodSync(file, 0o444);
    const bench = new HistoryBench(file);
    await asOrdinaryUser(file, async () => {
      bench.history.record(key, sampleAt(start + 1));
      bench.history.record(key, sampleAt(start + 2));
      expect(await bench.history.flush()).toEqual({ kind: 'readOnly' });
      await bench.clock.advance(60_000);
      expect(await bench.history.flush()).toEqual({ kind: 'readOnly' });
      expect(await bench.allSamples()).toEqual([sampleAt(start)]);
    });
    expect(bench.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    chmodSync(file, 0o600);
    await bench.clock.advance(60_000);
    expect(await bench.history.flush()).toBeUndefined();
    expect(bench.heard).toEqual([{ kind: 'readOnly' }, undefined]);
    expect(await bench.allSamples()).toHaveLength(3);
  });

  it('lies in a folder that nobody may write', async () => {
    const file = join(ownFolder(), 'history.db');
    const bench = new HistoryBench(file);
    chmodSync(dirname(file), 0o555);
    await asOrdinaryUser(file, async () => {
      bench.history.record(key, sampleAt(start));
      expect(await bench.history.flush()).toEqual({ kind: 'readOnly' });
      expect(await bench.history.sessions({ from: 0, to: start })).toEqual([]);
    });
    await bench.clock.advance(60_000);
    expect(await bench.allSamples()).toHaveLength(1);
  });
});
