import { describe, expect, it } from 'vitest';
import { mergeSessions } from '../../../electron/history/record/cloud.ts';
import type { SessionChange } from '../../../shared/domain/session/session-change.ts';
import { fc } from '../../fixtures/properties.ts';
import { all, backupOf, change, exported, recorded, restored, toldBy } from './edits-bench.ts';
import { HistoryBench, hour, key, minute, sessionAt, start } from './history-bench.ts';

describe('what an owner said of sessions', () => {
  const said: readonly [number, SessionChange][] = [
    [1, { kind: 'tag', tag: 'business' }],
    [1, { kind: 'correct', corrected: { energyWh: 4000, startedAt: start - minute } }],
    [2, { kind: 'note', note: '=to Ulm\nand back' }],
    [3, { kind: 'delete' }],
  ];

  it('comes back from a backup, once and again the same', async () => {
    const bench = await recorded(3);
    for (const [id, what] of said) await change(bench, id, what);
    const text = await backupOf(bench);
    const other = new HistoryBench();
    await restored(other, text);
    const first = await other.history.sessions(all);
    expect(first).toEqual(await bench.history.sessions(all));
    expect(first).toHaveLength(2);
    expect(await restored(other, text)).toMatchObject({ sessions: 0, badLines: 0 });
    expect(await other.history.sessions(all)).toEqual(first);
    expect(await backupOf(other)).toBe(text);
  });

  it('is the same after the second time that a backup comes back, whatever was said', async () => {
    const anEdit: fc.Arbitrary<SessionChange> = fc.oneof(
      fc.constantFrom<SessionChange>(
        { kind: 'delete' },
        { kind: 'tag', tag: 'business' },
        { kind: 'tag' },
        { kind: 'note', note: 'x' },
      ),
      fc.integer({ min: 0, max: 90_000 }).map((energyWh): SessionChange => {
        return { kind: 'correct', corrected: { energyWh } };
      }),
    );
    const edits = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), anEdit), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(edits, edits, fc.boolean(), async (there, here, isKnown) => {
        const from = await recorded(3);
        for (const [id, what] of there) await change(from, id, what);
        const into = isKnown ? await recorded(3) : new HistoryBench();
        for (const [id, what] of isKnown ? here : []) await change(into, id, what);
        const text = await backupOf(from);
        await restored(into, text);
        const once = await backupOf(into);
        expect(await restored(into, text)).toMatchObject({ sessions: 0 });
        expect(await backupOf(into)).toBe(once);
        const untouched = !isKnown || here.length === 0;
        if (untouched) {
          const energies = (await from.history.sessions(all)).map(({ energyWh }) => energyWh);
          const found = (await into.history.sessions(all)).map(({ energyWh }) => energyWh);
          expect(found).toEqual(energies);
        }
        await Promise.all([from.history.close(), into.history.close()]);
      }),
      { numRuns: 8 },
    );
  });

  it('joins what is here of another source, unless its owner spoke here too', async () => {
    const bench = await recorded(3);
    for (const [id, what] of said) await change(bench, id, what);
    const text = await backupOf(bench);
    const other = await recorded(3);
    await change(other, 2, { kind: 'tag', tag: 'private' });
    await restored(other, text);
    expect(await other.history.sessions(all)).toMatchObject([
      { id: 2, tag: 'private' },
      { id: 1, tag: 'business', energyWh: 4000 },
    ]);
    expect((await other.history.sessions(all))[0]).not.toHaveProperty('note');
  });

  it('stays when a cloud makes one session of two', async () => {
    const bench = await recorded(1);
    const second = start + hour + 5 * minute;
    const ended = { endedAt: second + hour, energyWh: 5000 };
    bench.history.saveSession(key, sessionAt(second, ended));
    await change(bench, 1, { kind: 'correct', corrected: { energyWh: 4000 } });
    await change(bench, 2, { kind: 'tag', tag: 'business' });
    const whole = { ...toldBy(start), endedAt: second + hour, energyWh: 15_000 };
    await mergeSessions(bench, key, [whole]);
    await bench.history.flush();
    expect(await bench.history.sessions(all)).toMatchObject([
      { tag: 'business', energyWh: 9000, correction: { original: { energyWh: 15_000 } } },
    ]);
  });

  it('is in the export beside what was measured', async () => {
    const bench = await recorded(3);
    for (const [id, what] of said) await change(bench, id, what);
    expect(await exported(bench)).toMatchObject([
      { id: 1, tag: 'business', energyWh: 4000, corrected: true, originalEnergyWh: 10_000 },
      { id: 2, note: '=to Ulm\nand back' },
    ]);
  });
});
