import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { historyThreadBundle } from '../../../../build/bundle/entries.ts';
import { connect, loadEngine } from '../../../../electron/history/store/engine.ts';
import type { History } from '../../../../electron/history/store/history.ts';
import { threadedHistory } from '../../../../electron/history/thread/threaded-history.ts';
import type { HistoryTrouble } from '../../../../shared/domain/session/history.ts';
import { FakeClock } from '../../../fakes/fake-clock.ts';
import { RecordedLog } from '../../../fakes/recorded-log.ts';
import { asked, everything, key, ownFolder, sampleAt, sessionAt, start } from '../history-bench.ts';

const root = join(import.meta.dirname, '../../../..');
let out: string;
/** As it is in the app: a thread takes no TypeScript. In the project, where its packages are. */
beforeAll(async () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  out = mkdtempSync(join(root, '.cache/thread-'));
  await build(historyThreadBundle(out));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

let file: string;
let log: RecordedLog;
let heard: (HistoryTrouble | undefined)[];
let threads: number;

beforeEach(() => {
  file = join(ownFolder(), 'history.db');
  log = new RecordedLog();
  heard = [];
  threads = 0;
});

function thread(): Worker {
  threads += 1;
  return new Worker(join(out, 'history-thread.cjs'), { workerData: file });
}

function opened(begin: () => Worker = thread): History {
  const onTrouble = (trouble: HistoryTrouble | undefined) => void heard.push(trouble);
  const history = threadedHistory(begin)({ clock: new FakeClock(start), log, onTrouble });
  onTestFinished(() => history.close(), 10_000);
  return history;
}

async function all<Part>(parts: AsyncIterable<readonly Part[]>): Promise<readonly Part[]> {
  const found: Part[] = [];
  for await (const part of parts) found.push(...part);
  return found;
}

describe('a history in a thread of its own', { timeout: 30_000 }, () => {
  it('keeps what it is told and answers what it is asked', async () => {
    const history = opened();
    const charger = { key, brand: 'wallbox', name: 'Garage' } as const;
    history.know(charger);
    history.saveSession(key, sessionAt(start, { energyWh: 7000 }));
    history.record(key, sampleAt(start));
    history.record(key, sampleAt(start + 1));
    expect(await history.flush()).toBeUndefined();
    expect(await history.chargers()).toEqual([charger]);
    const [session] = await history.sessions(everything);
    expect(session).toMatchObject({ startedAt: start, energyWh: 7000 });
    expect(await history.session(session?.id ?? 0)).toMatchObject({ session });
    expect(await history.samples({ charger: key, ...everything })).toHaveLength(2);
    const order = { query: everything, unit: 'day', zone: 'Europe/Berlin' } as const;
    const { totals } = await history.sums(order);
    expect(totals.energyWh).toBe(7000);
    const market = { source: 'energyCharts', area: 'DE-LU' } as const;
    const slots = '0 900000 2 7 8';
    history.keepSlots({ market, currency: 'EUR', vatIncluded: false, day: 20_000, slots });
    const all = { market, from: 0, to: 4e12 };
    expect(await history.slots(all)).toMatchObject([{ slots: [{ perKwh: '0.07' }, {}] }]);
    expect(await history.sure.slots(all)).toEqual(await history.slots(all));
    await history.close();
    expect(await asked(file, 'SELECT at FROM samples')).toHaveLength(2);
  });

  it('gives its streams to their end, and can be left before', async () => {
    const history = opened();
    for (let one = 0; one < 6000; one += 1) history.record(key, sampleAt(start + one));
    history.saveSession(key, sessionAt(start));
    const query = { charger: key, ...everything };
    expect(await all(history.sampleChunks(query))).toHaveLength(6000);
    expect(await all(history.sessionChunks(query))).toHaveLength(1);
    expect(await all(history.parts('session'))).toHaveLength(1);
    for await (const part of history.sampleChunks(query)) {
      expect(part).toHaveLength(5000);
      break;
    }
    expect(await all(history.parts('sample'))).toHaveLength(6000);
  });

  it('revises what was read of it, and nothing that cannot be read', async () => {
    const history = opened();
    history.saveSession(key, sessionAt(start));
    const found = await history.revise((sure) => sure.sessions({ charger: key, ...everything }));
    expect(found).toEqual(await history.sure.sessions({ charger: key, ...everything }));
    expect(found).toHaveLength(1);
    file = join(ownFolder(), 'nowhere', '\0');
    const unreadable = opened();
    expect(await unreadable.prices(key)).toEqual([]);
    await expect(unreadable.sure.prices(key)).rejects.toThrow('cannot be read');
    await expect(unreadable.revise((sure) => sure.prices(key))).rejects.toThrow('cannot be read');
  });

  it('lets everything go on while it waits for the disk', async () => {
    const history = opened();
    history.record(key, sampleAt(start));
    await history.flush();
    const other = connect(await loadEngine(), file);
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    let counting = true;
    const count = (): void => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    count();
    history.record(key, sampleAt(start + 1));
    // It waits a while before it says so.
    expect(await history.flush()).toEqual({ kind: 'busy' });
    counting = false;
    expect(turns).toBeGreaterThan(50);
    expect(history.trouble()).toEqual({ kind: 'busy' });
    other.exec('ROLLBACK');
    other.close();
    expect(await history.flush()).toBeUndefined();
    expect(history.trouble()).toBeUndefined();
    expect(heard).toEqual([{ kind: 'busy' }, undefined]);
    expect(log.lines.map(({ level }) => level)).toEqual(['error', 'info']);
  });

  it('refuses half an export as it would in this thread', async () => {
    const history = opened();
    file = join(ownFolder(), 'nowhere', '\0');
    const unreadable = opened();
    await expect(all(unreadable.sessionChunks(everything))).rejects.toThrow('cannot be read');
    expect(await unreadable.sessions(everything)).toEqual([]);
    expect(await history.sessions(everything)).toEqual([]);
  });

  it('is followed by another thread when a bug ends it', async () => {
    const broken = () => new Worker('throw new Error("no such thing")', { eval: true });
    const history = opened(() => (threads++ === 0 ? broken() : thread()));
    await expect(history.sessions(everything)).rejects.toThrow('ended');
    expect(log.lines).toMatchObject([{ level: 'error', line: 'history thread ended' }]);
    history.record(key, sampleAt(start));
    expect(await history.samples({ charger: key, ...everything })).toHaveLength(1);
  });

  it('begins no thread when it is closed without ever having been needed', async () => {
    const history = opened();
    await history.close();
    expect(threads).toBe(0);
  });
});
