import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaSteps } from '../../../electron/history/store/schema.ts';
import {
  everything,
  HistoryBench,
  hour,
  key,
  outside,
  ownFolder,
  sampleAt,
  sessionAt,
  start,
} from './history-bench.ts';

const reader = (file: string) => new HistoryBench(file, { readOnly: true });

/** A history with one session, still in the hands of who writes it. */
async function written(): Promise<HistoryBench> {
  const bench = new HistoryBench();
  bench.history.saveSession(key, sessionAt(start, { energyWh: 7000 }));
  await bench.history.flush();
  return bench;
}

describe('who only reads a history', () => {
  it('reads beside who writes it, and hears of what was written since', async () => {
    const writer = await written();
    const { history } = reader(writer.file);
    expect(await history.sessions(everything)).toHaveLength(1);
    writer.history.saveSession(key, sessionAt(start + hour, { energyWh: 1 }));
    expect(await writer.history.flush()).toBeUndefined();
    expect(await history.sessions(everything)).toHaveLength(2);
    await history.close();
    writer.history.record(key, sampleAt(start));
    expect(await writer.history.flush()).toBeUndefined();
  });

  it('changes no byte of the file, and leaves nothing beside it', async () => {
    const writer = await written();
    await writer.history.close();
    const before = readFileSync(writer.file);
    const { history } = reader(writer.file);
    expect(await history.sessions(everything)).toHaveLength(1);
    history.record(key, sampleAt(start));
    expect(await history.flush()).toMatchObject({ kind: 'readOnly' });
    await history.close();
    expect(readFileSync(writer.file).equals(before)).toBe(true);
    expect(readdirSync(dirname(writer.file)).filter((name) => name.endsWith('.db'))).toHaveLength(
      1,
    );
  });

  it('reads what a crash has left beside the file', async () => {
    const file = join(ownFolder(), 'history.db');
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      join(import.meta.dirname, 'writer.ts'),
      file,
    ]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(existsSync(`${file}-wal`)).toBe(true);
    expect(
      (await reader(file).history.samples({ charger: key, ...everything })).length,
    ).toBeGreaterThan(0);
  });

  it('makes none', async () => {
    const file = join(ownFolder(), 'history.db');
    const { history } = reader(file);
    await expect(history.sure.sessions(everything)).rejects.toThrow();
    expect(existsSync(file)).toBe(false);
  });

  it('keeps a broken one where it is', async () => {
    const file = join(ownFolder(), 'history.db');
    writeFileSync(file, 'no database at all, but quite long enough to look like one');
    await expect(reader(file).history.sure.sessions(everything)).rejects.toThrow('unusable');
    expect(readdirSync(dirname(file))).toEqual(['history.db']);
  });

  it.each([schemaSteps.length - 1, schemaSteps.length + 1])(
    'says that it is of another version: %i',
    async (version) => {
      const writer = await written();
      await writer.history.close();
      await outside(writer.file, `PRAGMA user_version = ${version}`);
      const { history } = reader(writer.file);
      await expect(history.sure.sessions(everything)).rejects.toThrow('tooNew');
      expect(history.trouble()).toEqual({ kind: 'tooNew' });
    },
  );
});
