import { describe, expect, it } from 'vitest';
import { backupText, restoreFrom } from '../../../electron/history/backup/backing-up.ts';
import type { NewSession } from '../../../electron/history/store/history.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import { everything, HistoryBench, key, minute, sessionAt, start } from './history-bench.ts';

/** A charge by the minutes after the start of these tests at which it began and ended. */
function live(from: number, to: number, more: Partial<NewSession> = {}): NewSession {
  const endedAt = start + to * minute;
  return sessionAt(start + from * minute, { endedAt, energyWh: 5000, ...more });
}

async function backupOf(sessions: readonly NewSession[]): Promise<string> {
  const { history } = new HistoryBench();
  history.know({ key, brand: 'wallbox', name: 'Garage' });
  for (const session of sessions) history.saveSession(key, session);
  let text = '';
  for await (const chunk of backupText(history, defaultSettings, start)) text += chunk.text;
  return text;
}

async function restored({ history }: HistoryBench, text: string) {
  const chunks = (async function* () {
    yield text;
  })();
  const { signal } = new AbortController();
  const done = await restoreFrom({ history, chunks, signal, setSettings: () => undefined });
  return done.ok ? done.value : done.failure;
}

/** What a cloud has made of charges that were recorded. */
async function mergedTo(bench: HistoryBench, session: NewSession): Promise<void> {
  const rows = await bench.history.sessions(everything);
  const ids = rows.map(({ id }) => id);
  const both = { ...session, source: 'both', charger: key } as const;
  bench.history.saveMerged(key, { session: both, ids, cloudIds: ['log 1'] });
}

describe('a backup that is brought in', () => {
  it.each<[string, readonly NewSession[], NewSession]>([
    ['whose cloud begins it earlier', [live(0, 60)], live(-4, 62)],
    ['of which a cloud makes one', [live(0, 60), live(70, 100)], live(-1, 101)],
  ])('adds no charge that is here, %s', async (_, recorded, whole) => {
    const bench = new HistoryBench();
    for (const session of recorded) bench.history.saveSession(key, session);
    await mergedTo(bench, whole);
    expect(await restored(bench, await backupOf(recorded))).toMatchObject({ sessions: 0 });
    expect(await bench.history.sessions(everything)).toHaveLength(1);
    expect(bench.log.lines).toEqual([]);
  });

  it.each<[string, readonly NewSession[], readonly NewSession[], readonly number[]]>([
    ['seen a minute later here', [live(0, 60)], [live(1, 61)], [1]],
    ['and the next one that was not', [live(0, 5), live(8, 12)], [live(1, 5)], [8, 1]],
    ['the one most alike', [live(-8, -5), live(0, 5)], [live(1, 5)], [1, -8]],
    ['each once', [live(0, 5), live(8, 12)], [live(1, 5), live(9, 12)], [9, 1]],
    ['a part of a long one', [live(0, 60), live(70, 90)], [live(1, 61)], [70, 1]],
  ])("knows another computer's charges: %s", async (_, there, here, after) => {
    const bench = new HistoryBench();
    for (const session of here) bench.history.saveSession(key, session);
    const added = after.length - here.length;
    expect(await restored(bench, await backupOf(there))).toMatchObject({ sessions: added });
    const found = await bench.history.sessions(everything);
    expect(found.map(({ startedAt }) => (startedAt - start) / minute)).toEqual(after);
    expect(await restored(bench, await backupOf(there))).toMatchObject({ sessions: 0 });
  });

  it('says when its end is missing', async () => {
    const text = await backupOf([live(0, 60), live(24 * 60, 25 * 60)]);
    const lines = text.trimEnd().split('\n');
    const bench = new HistoryBench();
    expect(await restored(bench, lines.slice(0, -2).join('\n'))).toMatchObject({ isWhole: false });
    expect(await restored(bench, text)).toMatchObject({ isWhole: true });
  });
});
