import { existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Connection,
  connect,
  loadEngine,
  type Value,
} from '../../../electron/history/store/engine.ts';
import { ownFolder } from './history-bench.ts';

async function opened(file = join(ownFolder(), 'any.db')): Promise<Connection> {
  const connection = connect(await loadEngine(), file);
  onTestFinished(() => connection.close());
  return connection;
}

const most = Number.MAX_SAFE_INTEGER;

describe('a connection', () => {
  const values: readonly [Value, Value][] = [
    [0, 0],
    [-7, -7],
    [most, most],
    [-most, -most],
    [most + 1, null],
    [-most - 1, null],
    [1e17, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    [null, null],
    ['', ''],
    ["it's ⚡", "it's ⚡"],
  ];
  it.each(values)('keeps %s as %s', async (value, kept) => {
    const open = await opened();
    open.exec('CREATE TABLE kept (number INTEGER, words TEXT)');
    const words = typeof value === 'string';
    open.run(`INSERT INTO kept (${words ? 'words' : 'number'}) VALUES (?)`, value);
    const [row] = open.all('SELECT number, words FROM kept');
    expect({ ...row }).toEqual(
      words ? { number: null, words: kept } : { number: kept, words: null },
    );
  });

  const foreign = [undefined, true, 7n, { power: 7 }, [7], new Date(0), Symbol('power')];
  it.each(foreign.map((value) => [typeof value, value]))('writes no %s', async (_what, value) => {
    const open = await opened();
    open.exec('CREATE TABLE kept (any)');
    const run = () => Reflect.apply(open.run, open, ['INSERT INTO kept VALUES ($power)', value]);
    expect(run).toThrow(TypeError);
    expect(open.all('SELECT * FROM kept')).toEqual([]);
  });

  it('holds on to nothing when a row cannot be read', async () => {
    const open = await opened();
    open.exec(`CREATE TABLE kept (number INTEGER); INSERT INTO kept VALUES (1), (${most}0), (3)`);
    expect(() => open.all('SELECT number FROM kept')).toThrow(RangeError);
    open.exec('VACUUM');
    expect(open.all('SELECT number FROM kept WHERE number < 9')).toHaveLength(2);
  });

  it('says how many rows a statement changed', async () => {
    const open = await opened();
    open.exec('CREATE TABLE kept (number); INSERT INTO kept VALUES (1), (2), (3)');
    expect(open.run('DELETE FROM kept WHERE number > ?', 1)).toBe(2);
    expect(open.run('DELETE FROM kept WHERE number > ?', 1)).toBe(0);
  });

  it('does all of the work or nothing of it', async () => {
    const open = await opened();
    open.exec('CREATE TABLE kept (number UNIQUE)');
    const write = () => [1, 2, 1].map((one) => open.run('INSERT INTO kept VALUES (?)', one));
    expect(() => open.transact(write)).toThrow('UNIQUE');
    expect(open.all('SELECT * FROM kept')).toEqual([]);
    expect(open.transact(() => open.run('INSERT INTO kept VALUES (?)', 1))).toBe(1);
    expect(open.all('SELECT * FROM kept')).toHaveLength(1);
  });

  it('works with the settings that everything counts on', async () => {
    const open = await opened();
    const setting = (name: string) => Object.values(open.all(`PRAGMA ${name}`)[0] ?? {})[0];
    expect({
      log: setting('journal_mode'),
      synced: setting('synchronous'),
      foreignKeys: setting('foreign_keys'),
      waitsMs: setting('busy_timeout'),
    }).toEqual({ log: 'wal', synced: 2, foreignKeys: 1, waitsMs: 300 });
  });

  it('lets go of its file when it is closed, whatever was prepared', async () => {
    const file = join(ownFolder(), 'any.db');
    const open = connect(await loadEngine(), file);
    open.exec('CREATE TABLE kept (number)');
    open.run('INSERT INTO kept VALUES (?)', 7);
    open.all('SELECT * FROM kept');
    expect(existsSync(`${file}-wal`)).toBe(true);
    open.close();
    expect(existsSync(`${file}-wal`) || existsSync(`${file}-shm`)).toBe(false);
    const moved = join(dirname(file), 'moved.db');
    renameSync(file, moved);
    expect((await opened(moved)).all('SELECT number FROM kept')).toMatchObject([{ number: 7 }]);
  });
});
