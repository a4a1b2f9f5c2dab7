import { describe, expect, it } from 'vitest';
import { backupText, restoreFrom } from '../../../electron/history/backup/backing-up.ts';
import { itemsInPart } from '../../../electron/history/backup/whole.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import { everything, HistoryBench, outside, start } from './history-bench.ts';

const count = 5 * itemsInPart + 7;

/** A file with that many chargers, each with a price, a session and a sample. */
async function manyChargers(): Promise<HistoryBench> {
  const bench = new HistoryBench();
  await bench.history.chargers();
  await bench.history.close();
  const numbers = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
  const entry = JSON.stringify({
    from: start,
    currency: 'EUR',
    zone: 'UTC',
    tariff: { kind: 'flat', perKwh: '0.31' },
    origin: 'own',
  });
  await outside(
    bench.file,
    `INSERT INTO chargers (id, key, brand, name)
       ${numbers} SELECT i, 'wallbox/' || i, 'wallbox', 'Garage ' || i FROM n;
     INSERT INTO prices (charger, starts_at, entry) SELECT id, ${start}, '${entry}' FROM chargers;
     INSERT INTO sessions (charger, own_start, source, started_at, start_seen, ended_at)
       SELECT id, ${start}, 'recorded', ${start} + id % 3, 1, ${start} + 1000 FROM chargers;
     INSERT INTO cloud_ids (session, cloud_id) SELECT id, 'cloud ' || id FROM sessions;
     INSERT INTO samples (charger, at, state, power_w) SELECT id, ${start}, 1, 7000 FROM chargers;`,
  );
  return new HistoryBench(bench.file);
}

/** How often everything else has had its turn since. */
function turnsTaken(): () => number {
  let turns = 0;
  let isOver = false;
  const next = () => {
    turns += 1;
    if (!isOver) setImmediate(next);
  };
  setImmediate(next);
  return () => {
    isOver = true;
    return turns;
  };
}

async function* text(bench: HistoryBench): AsyncGenerator<string> {
  for await (const chunk of backupText(bench.history, defaultSettings, start)) yield chunk.text;
}

const into = (bench: HistoryBench, chunks: AsyncIterable<string>) => ({
  history: bench.history,
  chunks,
  signal: new AbortController().signal,
  setSettings: () => undefined,
});

describe('a backup of many chargers', () => {
  it('is taken in parts of bounded size, with a turn for all else between them', async () => {
    const { history } = await manyChargers();
    const turns = turnsTaken();
    const sizes: number[] = [];
    for await (const { rows } of backupText(history, defaultSettings, start)) sizes.push(rows);
    expect(turns()).toBeGreaterThan((4 * count) / itemsInPart);
    expect(Math.max(...sizes)).toBe(itemsInPart);
    expect(sizes.reduce((sum, rows) => sum + rows)).toBe(4 * count + 1);
  });

  it('is brought in in parts, says how far it is, and loses nothing', async () => {
    const from = await manyChargers();
    const bench = new HistoryBench();
    const heard: number[] = [];
    const turns = turnsTaken();
    const progress = (items: number) => void heard.push(items);
    const restored = await restoreFrom({ ...into(bench, text(from)), progress });
    expect(turns()).toBeGreaterThan((4 * count) / itemsInPart);
    expect(restored).toMatchObject({ value: { sessions: count, samples: count, badLines: 0 } });
    const steps = heard.map((items, index) => items - (heard[index - 1] ?? 0));
    expect(Math.max(...steps)).toBe(itemsInPart);
    expect(heard.at(-1)).toBe(4 * count + 1);
    const { history } = bench;
    expect(await history.chargers()).toEqual(await from.history.chargers());
    const bare = (found: readonly object[]) => found.map((one) => ({ ...one, id: 0 }));
    const [here, there] = [history, from.history].map((one) => one.sessions(everything));
    expect(bare((await here) ?? [])).toHaveLength(count);
    expect(new Set(bare((await here) ?? []).map((one) => JSON.stringify(one)))).toEqual(
      new Set(bare((await there) ?? []).map((one) => JSON.stringify(one))),
    );
    const last = `wallbox/${count}`;
    expect(await history.prices(last)).toHaveLength(1);
    expect(await history.samples({ charger: last, ...everything })).toHaveLength(1);
  });

  it('keeps the sessions of one charger apart, though no cloud has named them', async () => {
    const from = new HistoryBench();
    from.history.know({ key: 'wallbox/1', brand: 'wallbox', name: 'Garage' });
    for (let one = 0; one < 3; one += 1) {
      from.history.saveSession('wallbox/1', {
        source: 'recorded',
        startedAt: start + one,
        startSeen: true,
        endedAt: start + one,
      });
    }
    const bench = new HistoryBench();
    expect(await restoreFrom(into(bench, text(from)))).toMatchObject({ value: { sessions: 3 } });
    expect(await bench.history.sessions(everything)).toHaveLength(3);
  });

  it('can be stopped midway; what came stays, and the rest comes the next time', async () => {
    const from = await manyChargers();
    const bench = new HistoryBench();
    const stop = new AbortController();
    const progress = (items: number) => {
      if (items >= 2 * itemsInPart) stop.abort();
    };
    const parts = { ...into(bench, text(from)), signal: stop.signal, progress };
    expect(await restoreFrom(parts)).toEqual({ ok: false, failure: { kind: 'stopped' } });
    const came = (await bench.history.chargers()).length;
    expect(came).toBe(2 * itemsInPart - 1);
    expect(await restoreFrom(into(bench, text(from)))).toMatchObject({
      value: { sessions: count },
    });
    expect(await restoreFrom(into(bench, text(from)))).toMatchObject({ value: { sessions: 0 } });
    expect(await bench.history.chargers()).toHaveLength(count);
  });

  it('ends where the disk takes no more, instead of piling up in memory', async () => {
    const from = await manyChargers();
    const broken = new HistoryBench(undefined, {
      load: () => Promise.reject(new Error('no engine')),
    });
    await expect(restoreFrom(into(broken, text(from)))).rejects.toThrow();
  });
});
