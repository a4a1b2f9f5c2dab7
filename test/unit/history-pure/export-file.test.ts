import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Chunk,
  failureOf,
  type Progress,
  writeWhole,
} from '../../../electron/history/export/export-file.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function place(): Promise<{ folder: string; path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'export-file-'));
  folders.push(folder);
  return { folder, path: join(folder, 'sessions.csv') };
}

const never = new AbortController().signal;

/** Gives these, and tells when it was left. */
async function* chunksOf(
  steps: readonly (Chunk | (() => void))[],
  left: () => void = () => {},
): AsyncGenerator<Chunk> {
  try {
    for (const step of steps) {
      if (typeof step === 'function') step();
      else yield step;
    }
  } finally {
    left();
  }
}

const two = [
  { text: 'é1\n', rows: 1 },
  { text: '2\n3\n', rows: 2 },
];

describe('a file that is written whole', () => {
  it("has every chunk, is its owner's alone and tells how far it is", async () => {
    const { folder, path } = await place();
    const heard: Progress[] = [];
    const progress = (far: Progress) => heard.push(far);
    const written = await writeWhole({ path, chunks: chunksOf(two), signal: never, progress });
    expect(written).toEqual({ ok: true, value: { rows: 3, bytes: 8 } });
    expect(heard).toEqual([
      { rows: 1, bytes: 4 },
      { rows: 3, bytes: 8 },
    ]);
    expect(await readFile(path, 'utf8')).toBe('é1\n2\n3\n');
    expect(await readdir(folder)).toEqual(['sessions.csv']);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('takes away what a process has left that was killed in the middle of it', async () => {
    const { folder, path } = await place();
    const { pid: gone } = spawnSync(process.execPath, ['--version']);
    const living = `.sessions.csv.${process.ppid}.part`;
    for (const name of [
      `.sessions.csv.${gone}.part`,
      living,
      '.sessions.csv.mine.part',
      'a.part',
    ]) {
      await writeFile(join(folder, name), 'half');
    }
    await writeWhole({ path, chunks: chunksOf(two), signal: never });
    const left = [living, '.sessions.csv.mine.part', 'a.part', 'sessions.csv'];
    expect((await readdir(folder)).sort()).toEqual(left.sort());
  });

  it('takes the place of another only when it is whole', async () => {
    const { folder, path } = await place();
    await writeFile(path, 'before');
    let meanwhile = '';
    const chunks = chunksOf([
      ...two,
      () => {
        meanwhile = readFileSync(path, 'utf8');
      },
    ]);
    expect((await writeWhole({ path, chunks, signal: never })).ok).toBe(true);
    expect(meanwhile).toBe('before');
    expect(await readFile(path, 'utf8')).toBe('é1\n2\n3\n');
    expect(await readdir(folder)).toEqual(['sessions.csv']);
  });

  it('never follows a link to somewhere else', async () => {
    const { folder, path } = await place();
    const target = join(folder, 'precious');
    await writeFile(target, 'precious');
    for (const link of [path, join(folder, `.sessions.csv.${process.pid}.part`)]) {
      await symlink(target, link);
      expect((await writeWhole({ path, chunks: chunksOf(two), signal: never })).ok).toBe(true);
      expect(await readFile(target, 'utf8')).toBe('precious');
      expect((await lstat(path)).isFile()).toBe(true);
    }
  });

  it('may have as long a name as the system allows', async () => {
    const { folder } = await place();
    const path = join(folder, 'x'.repeat(250));
    expect((await writeWhole({ path, chunks: chunksOf(two), signal: never })).ok).toBe(true);
  });
});

describe('of a file that is not', () => {
  const left = async (path: string, folder: string) => [
    await readFile(path, 'utf8'),
    await readdir(folder),
  ];
  const untouched = ['before', ['sessions.csv']];

  it('nothing remains when its source fails', async () => {
    const { folder, path } = await place();
    await writeFile(path, 'before');
    const broken = () => {
      throw Object.assign(new Error('gone'), { code: 'EIO' });
    };
    const chunks = chunksOf([...two, broken]);
    const written = await writeWhole({ path, chunks, signal: never });
    expect(written).toEqual({ ok: false, failure: { kind: 'unreadable' } });
    expect(await left(path, folder)).toEqual(untouched);
  });

  it.each([1, 2])('nothing remains when it is cancelled after chunk %i', async (after) => {
    const { folder, path } = await place();
    await writeFile(path, 'before');
    const stop = new AbortController();
    let isLeft = false;
    let heard = 0;
    const progress = () => {
      heard += 1;
      if (heard === after) stop.abort();
    };
    const chunks = chunksOf(two, () => {
      isLeft = true;
    });
    const written = await writeWhole({ path, chunks, signal: stop.signal, progress });
    expect(written).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect([heard, isLeft]).toEqual([after, true]);
    expect(await left(path, folder)).toEqual(untouched);
  });

  it('nothing remains when it is cancelled as its last word is said', async () => {
    const { folder, path } = await place();
    await writeFile(path, 'before');
    const stop = new AbortController();
    const chunks = chunksOf([...two, () => stop.abort()]);
    const written = await writeWhole({ path, chunks, signal: stop.signal });
    expect(written).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(await left(path, folder)).toEqual(untouched);
  });

  it('nothing is begun when it is cancelled before', async () => {
    const { folder, path } = await place();
    const written = await writeWhole({ path, chunks: chunksOf(two), signal: AbortSignal.abort() });
    expect(written).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each<[string, (folder: string) => string]>([
    ['the folder is gone', (folder) => join(folder, 'gone', 'sessions.csv')],
    ['a folder has that name', (folder) => folder],
  ])('nothing remains when %s', async (_, pathIn) => {
    const { folder } = await place();
    const path = pathIn(folder);
    const written = await writeWhole({ path, chunks: chunksOf(two), signal: never });
    expect(written).toEqual({ ok: false, failure: { kind: 'notWritable' } });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['ENOSPC', 'diskFull'],
    ['EDQUOT', 'diskFull'],
    ['EACCES', 'notWritable'],
    ['EROFS', 'notWritable'],
  ])('%s says why', (code, kind) => {
    expect(failureOf(Object.assign(new Error('no'), { code }))).toEqual({ kind });
  });

  it('a bug is told as one', () => {
    expect(() => failureOf(new TypeError('bug'))).toThrow('bug');
  });
});
