import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Connection,
  connect,
  type Engine,
  loadEngine,
} from '../../../electron/history/store/engine.ts';
import { isUnwritable, troubleOf } from '../../../electron/history/store/trouble.ts';
import { ownFolder } from './history-bench.ts';

function open(engine: Engine, file = join(ownFolder(), 'any.db')): Connection {
  const connection = connect(engine, file);
  onTestFinished(() => connection.close());
  connection.exec('CREATE TABLE IF NOT EXISTS kept (id INTEGER PRIMARY KEY, at INTEGER NOT NULL)');
  return connection;
}

/** What the engine throws when something is done that it cannot do. */
async function thrownBy(work: (engine: Engine, folder: string) => unknown): Promise<unknown> {
  const engine = await loadEngine();
  try {
    work(engine, ownFolder());
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}

type Case = readonly [string, string, (engine: Engine, folder: string) => unknown];

describe('the trouble that the engine meets', () => {
  const cases: readonly Case[] = [
    ['a folder that is missing', 'readOnly', (engine, folder) => open(engine, join(folder, 'a/b'))],
    [
      'a folder in its place',
      'readOnly',
      (engine, folder) => {
        mkdirSync(join(folder, 'any.db'));
        open(engine, join(folder, 'any.db'));
      },
    ],
    [
      'a file of something else',
      'corrupt',
      (engine, folder) => {
        writeFileSync(join(folder, 'any.db'), Buffer.alloc(9000, 0xa5));
        open(engine, join(folder, 'any.db'));
      },
    ],
    [
      'no more room',
      'diskFull',
      (engine) => {
        const connection = open(engine);
        connection.exec('PRAGMA max_page_count = 1');
        connection.exec('CREATE TABLE more (words)');
      },
    ],
    [
      'another that writes',
      'busy',
      (engine, folder) => {
        const file = join(folder, 'any.db');
        const other = open(engine, file);
        const connection = open(engine, file);
        connection.exec('PRAGMA busy_timeout = 1');
        other.transact(() => connection.run('INSERT INTO kept (at) VALUES (1)'));
      },
    ],
    [
      'a database that may only be read',
      'readOnly',
      (engine) => {
        const connection = open(engine);
        connection.exec('PRAGMA query_only = ON');
        connection.run('INSERT INTO kept (at) VALUES (1)');
      },
    ],
    ['words that are no SQL', 'unusable', (engine) => open(engine).exec('SELEC')],
  ];
  it.each(cases)('is told of %s: %s', async (_what, kind, work) => {
    const error = await thrownBy(work);
    expect(troubleOf(error)).toBe(kind);
  });

  const pure: readonly (readonly [number, string])[] = [
    [1, 'unusable'],
    [3, 'readOnly'],
    [5, 'busy'],
    [517, 'busy'],
    [6, 'busy'],
    [8, 'readOnly'],
    [1032, 'readOnly'],
    [10, 'unusable'],
    [266, 'unusable'],
    [778, 'diskFull'],
    [1034, 'diskFull'],
    [1290, 'diskFull'],
    [1546, 'diskFull'],
    [4874, 'diskFull'],
    [11, 'corrupt'],
    [267, 'corrupt'],
    [13, 'diskFull'],
    [14, 'readOnly'],
    [526, 'readOnly'],
    [26, 'corrupt'],
  ];
  it.each(pure)('numbered %i is %s', (errcode, kind) => {
    const error = Object.assign(new Error('no'), { code: 'ERR_SQLITE_ERROR', errcode });
    expect(troubleOf(error)).toBe(kind);
  });

  const words = [
    ['EACCES', 'readOnly'],
    ['EPERM', 'readOnly'],
    ['EROFS', 'readOnly'],
    ['EISDIR', 'readOnly'],
    ['ENOTDIR', 'readOnly'],
    ['ENOSPC', 'diskFull'],
    ['EDQUOT', 'diskFull'],
    ['EBUSY', 'busy'],
    ['ENOENT', 'unusable'],
    ['ERR_INVALID_STATE', 'unusable'],
  ] as const;
  it.each(words)('of the file system, %s, is %s', (code, kind) => {
    expect(troubleOf(Object.assign(new Error('no'), { code }))).toBe(kind);
  });

  it.each([['a word'], [undefined], [{ errcode: 13 }]])('is unusable when it is %s', (thrown) => {
    expect(troubleOf(thrown)).toBe('unusable');
  });
});

describe('a write', () => {
  const hopeless: readonly [string, (engine: Engine) => unknown][] = [
    ['breaks a rule', (engine) => open(engine).run('INSERT INTO kept (at) VALUES (?)', null)],
    ['has words for a number', (engine) => open(engine).run('INSERT INTO kept VALUES (?, 1)', 'a')],
    ['is no SQL', (engine) => open(engine).run('INSERT INTO nowhere VALUES (1)')],
    ['has too many values', (engine) => open(engine).run('DELETE FROM kept', 1)],
    ['is too large', (engine) => open(engine).all('SELECT zeroblob(2000000000)')],
    [
      'holds what is no value',
      (engine) => {
        const connection = open(engine);
        Reflect.apply(connection.run, connection, ['DELETE FROM kept WHERE id = ?', { id: 1 }]);
      },
    ],
  ];
  it.each(hopeless)('that %s would be refused for ever', async (_what, work) => {
    expect(isUnwritable(await thrownBy(work))).toBe(true);
  });

  it('that a full disk refuses is tried again', async () => {
    const error = await thrownBy((engine) => {
      const connection = open(engine);
      connection.exec('PRAGMA max_page_count = 1');
      connection.exec('CREATE TABLE more (words)');
    });
    expect(isUnwritable(error)).toBe(false);
  });

  it('that a closed connection refuses is tried again', async () => {
    const error = await thrownBy((engine) => {
      const connection = connect(engine, ':memory:');
      connection.close();
      connection.exec('SELECT 1');
    });
    expect(isUnwritable(error)).toBe(false);
    expect(troubleOf(error)).toBe('unusable');
  });
});
