import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../electron/history/store/engine.ts';
import { openHistory } from '../../electron/history/store/open-history.ts';
import { realClock } from '../../electron/platform/real-clock.ts';
import { RecordedLog } from '../fakes/recorded-log.ts';
import { buildChildren, type Children } from './built-children.ts';
import { chargerKey } from './charger-key.ts';
import { tried } from './figures.ts';

let children: Children;
beforeAll(async () => {
  children = await buildChildren('record');
});
afterAll(() => children.remove());

const kills = Number(process.env.DISK_KILLS ?? 6);
const parts = Number(process.env.DISK_CUTS ?? 12);
const everything = { charger: chargerKey, from: 0, to: 9e12 };

/** Has a process record until so many readings are said to be kept. Gives the last that was. */
async function recordedUntilKilled(folder: string, readings: number): Promise<number> {
  const program = join(children.folder, 'record.js');
  const child = spawn(process.execPath, [program, join(folder, 'history.db')]);
  const gone = once(child, 'exit');
  let last = 0;
  let left = readings;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    left -= 1;
    // The kill itself falls anywhere in the writing of the next ones.
    if (left === 0) child.kill('SIGKILL');
  }
  expect(await gone).toEqual([null, 'SIGKILL']);
  return last;
}

/** Opens what is in the folder as the app does, in the thread of the test. */
async function opened(folder: string) {
  const history = openHistory({
    file: join(folder, 'history.db'),
    clock: realClock,
    log: new RecordedLog(),
    load: loadEngine,
  });
  const samples = (await history.samples(everything)).map(({ at }) => at);
  const trouble = history.trouble();
  const sessions = (await history.sessions(everything)).map(({ startedAt }) => startedAt);
  history.record(chargerKey, { at: 9e11, state: 'charging' });
  const refused = await history.flush();
  await history.close();
  return { samples, sessions, trouble, refused };
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** What may have become of the log beside the file, from a byte on. */
const losses: Readonly<Record<string, (wal: Buffer, from: number) => Buffer | undefined>> = {
  missing: () => undefined,
  cut: (wal, from) => wal.subarray(0, from),
  zeroed: (wal, from) => Buffer.concat([wal.subarray(0, from), Buffer.alloc(wal.length - from)]),
  noise: (wal, from) =>
    Buffer.concat([wal.subarray(0, from), Buffer.alloc(wal.length - from, 0xa5)]),
};

describe('a history in its thread', { timeout: 120_000 }, () => {
  it(`whose process is killed ${kills} times loses nothing that was kept`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chargetray-thread-'));
    for (let kill = 1; kill <= kills; kill += 1) {
      const last = await recordedUntilKilled(folder, 3 * kill);
      const copy = mkdtempSync(join(tmpdir(), 'chargetray-thread-'));
      cpSync(folder, copy, { recursive: true });
      const { samples, trouble } = await opened(copy);
      expect(trouble).toBeUndefined();
      expect(samples).toEqual(upTo(samples.length));
      expect(samples.length).toBeGreaterThanOrEqual(last);
      rmSync(copy, { recursive: true });
    }
    tried('kills of the history', kills);
    rmSync(folder, { recursive: true });
  });

  it.each(Object.entries(losses))('whose log is %s is whole up to there', async (_, lose) => {
    const folder = mkdtempSync(join(tmpdir(), 'chargetray-wal-'));
    await recordedUntilKilled(folder, 25);
    const wal = readFileSync(join(folder, 'history.db-wal'));
    tried('damaged logs', parts);
    for (let part = 0; part < parts; part += 1) {
      const copy = mkdtempSync(join(tmpdir(), 'chargetray-wal-'));
      cpSync(folder, copy, { recursive: true });
      rmSync(join(copy, 'history.db-shm'));
      rmSync(join(copy, 'history.db-wal'));
      const left = lose(wal, Math.floor((wal.length * part) / parts));
      if (left) writeFileSync(join(copy, 'history.db-wal'), left);
      const { samples, sessions, trouble, refused } = await opened(copy);
      expect([trouble, refused]).toEqual([undefined, undefined]);
      expect(samples).toEqual(upTo(samples.length));
      // What was written together is there together.
      expect(sessions.toReversed()).toEqual(samples.filter((at) => at % 5 === 0));
      rmSync(copy, { recursive: true });
    }
    rmSync(folder, { recursive: true });
  });
});
