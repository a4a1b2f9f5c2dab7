import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeSessions } from '../../../electron/history/record/cloud.ts';
import { schemaSteps } from '../../../electron/history/store/schema.ts';
import type { Pricing } from '../../../electron/tariffs/pricing.ts';
import { restorableMs } from '../../../shared/domain/session/session-change.ts';
import { fc } from '../../fixtures/properties.ts';
import {
  all,
  backupOf,
  change,
  exported,
  price,
  recorded,
  restored,
  toldBy,
  zone,
} from './edits-bench.ts';
import {
  asked,
  HistoryBench,
  hour,
  key,
  minute,
  outside,
  ownFolder,
  sampleAt,
  sessionAt,
  start,
} from './history-bench.ts';

describe('a corrected session', () => {
  it('costs what its energy costs, until the correction is taken back', async () => {
    const bench = await recorded(1);
    const [before] = await bench.history.sessions(all);
    await change(bench, 1, { kind: 'correct', corrected: { energyWh: 4000 } });
    const [after] = await bench.history.sessions(all);
    expect(after).toMatchObject({ energyWh: 4000, cost: { amount: '1.2', origin: 'own' } });
    expect(after?.correction?.original).toMatchObject({ energyWh: 10_000, cost: { amount: '3' } });
    await bench.pricing.replace(key, [{ ...price, tariff: { kind: 'flat', perKwh: '0.5' } }]);
    const [dearer] = await bench.history.sessions(all);
    expect(dearer).toMatchObject({ cost: { amount: '2' } });
    expect(dearer?.correction?.original.cost?.amount).toBe('5');
    await bench.pricing.replace(key, [price]);
    await change(bench, 1, { kind: 'correct', corrected: {} });
    expect(await bench.history.sessions(all)).toEqual([before]);
  });

  it('costs what was entered, whatever the price becomes', async () => {
    const bench = await recorded(1);
    const cost = { amount: '7.5', currency: 'EUR' };
    await change(bench, 1, { kind: 'correct', corrected: { cost } });
    await bench.pricing.replace(key, [{ ...price, tariff: { kind: 'flat', perKwh: '0.5' } }]);
    const [session] = await bench.history.sessions(all);
    expect(session?.cost).toEqual({ ...cost, origin: 'entered' });
  });

  it('keeps its bill of the cloud while its energy stays', async () => {
    const bench = new HistoryBench();
    const cost = { amount: '2.22', currency: 'EUR', origin: 'cloud' } as const;
    bench.history.saveSession(key, sessionAt(start, { endedAt: start + hour, energyWh: 1, cost }));
    await change(bench, 1, { kind: 'correct', corrected: { endedAt: start + minute } });
    expect(await bench.history.sessions(all)).toMatchObject([{ cost }]);
    await change(bench, 1, { kind: 'correct', corrected: { energyWh: 5 } });
    const [session] = await bench.history.sessions(all);
    expect(session).not.toHaveProperty('cost');
    expect(session?.correction?.original.cost).toEqual(cost);
  });

  it('stands where its time is', async () => {
    const bench = await recorded(2);
    const corrected = { startedAt: start - 24 * hour, endedAt: start - 23 * hour };
    await change(bench, 2, { kind: 'correct', corrected });
    const found = await bench.history.sessions(all);
    expect(found.map(({ id }) => id)).toEqual([1, 2]);
    expect(await bench.history.sessions({ ...all, to: start })).toMatchObject([{ id: 2 }]);
    const [page] = await bench.history.sessions(all, { limit: 1 });
    expect(await bench.history.sessions(all, page ? { before: page } : {})).toMatchObject([
      { id: 2 },
    ]);
  });

  it('is the same in list, sums and export, whatever was corrected', async () => {
    const values = fc.record(
      {
        startedAt: fc.integer({ min: start - 20 * hour, max: start - hour }),
        endedAt: fc.integer({ min: start + 30 * hour, max: start + 60 * hour }),
        energyWh: fc.integer({ min: 0, max: 90_000 }),
        cost: fc.integer({ min: 0, max: 9999 }).map((cents) => {
          return { amount: (cents / 100).toFixed(2), currency: 'EUR' };
        }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(values, values, async (one, other) => {
        const bench = await recorded(3);
        await change(bench, 1, { kind: 'correct', corrected: one });
        await change(bench, 2, { kind: 'correct', corrected: other });
        const sessions = await bench.history.sessions(all);
        const sumWh = sessions.reduce((sum, { energyWh = 0 }) => sum + energyWh, 0);
        const sum = sessions.reduce((cents, { cost }) => {
          return cents + Math.round(Number(cost?.amount) * 100 + 1e-6);
        }, 0);
        const { totals } = await bench.history.sums({ query: all, unit: 'month', zone });
        expect(totals.energyWh).toBe(sumWh);
        expect(Math.round(Number(totals.costs[0]?.amount) * 100)).toBe(sum);
        const wanted = new Set([one.energyWh ?? 10_000, other.energyWh ?? 10_000, 10_000]);
        expect(new Set(sessions.map(({ energyWh }) => energyWh))).toEqual(wanted);
        const rows = await exported(bench);
        expect(rows.map(({ id, energyWh }) => [id, energyWh])).toEqual(
          sessions.toReversed().map(({ id, energyWh }) => [id, energyWh]),
        );
        await bench.history.close();
      }),
      { numRuns: 10 },
    );
  });
});

describe('a deleted session', () => {
  const gone = async (bench: HistoryBench) => {
    expect((await bench.history.sessions(all)).map(({ id }) => id)).toEqual([2]);
    const { totals } = await bench.history.sums({ query: all, unit: 'month', zone });
    expect(totals).toMatchObject({ charges: 1, energyWh: 10_000 });
    expect(await bench.history.session(1)).toBeUndefined();
    expect((await exported(bench)).map(({ id }) => id)).toEqual([2]);
  };

  it.each<[string, (bench: HistoryBench & { pricing: Pricing }) => unknown]>([
    ['after a start of the app', () => undefined],
    ['from the cloud', (bench) => mergeSessions(bench, key, [toldBy(start - minute)])],
    [
      'from what is recorded',
      ({ history }) =>
        history.saveSession(key, sessionAt(start, { endedAt: start + hour, energyWh: 10_001 })),
    ],
  ])('does not come back %s', async (_, happens) => {
    const bench = await recorded();
    expect(await change(bench, 1, { kind: 'delete' })).toEqual({ ok: true, value: null });
    await happens(bench);
    await bench.history.flush();
    await gone(await bench.reopened());
  });

  it('does not come back with a backup of before, and goes with one of after', async () => {
    const bench = await recorded();
    const before = await backupOf(bench);
    await change(bench, 1, { kind: 'delete' });
    expect(await restored(bench, before)).toMatchObject({ sessions: 0 });
    await gone(bench);
    const other = new HistoryBench();
    expect(await restored(other, await backupOf(bench))).toMatchObject({ sessions: 1 });
    const [kept] = await other.history.sessions(all);
    expect(kept).toMatchObject({ startedAt: start + 24 * hour });
    expect(await mergeSessions({ ...bench, ...other }, key, [toldBy(start)])).toEqual([]);
    expect(await other.history.sessions(all)).toHaveLength(1);
  });

  it('can be restored for 30 days, and is wiped after that', async () => {
    const bench = await recorded();
    const [, before] = await bench.history.sessions(all);
    await change(bench, 1, { kind: 'note', note: 'mine' }, start + 48 * hour);
    await change(bench, 1, { kind: 'delete' }, start + 48 * hour);
    expect(await bench.history.deletedSessions(0)).toMatchObject([
      { deletedAt: start + 48 * hour, session: { id: 1, note: 'mine' } },
    ]);
    await change(bench, 1, { kind: 'restore' }, start + 49 * hour);
    expect(await bench.history.sessions(all)).toContainEqual({ ...before, note: 'mine' });
    await change(bench, 1, { kind: 'delete' }, start + 50 * hour);
    await bench.clock.advance(restorableMs + 60 * hour);
    for (const at of [start + minute, start + 24 * hour, bench.clock.now()]) {
      bench.history.record(key, sampleAt(at));
    }
    await bench.history.applyRetention({});
    expect(await bench.history.deletedSessions(0)).toEqual([]);
    expect(await change(bench, 1, { kind: 'restore' })).toMatchObject({ ok: false });
    expect((await bench.allSamples()).map(({ at }) => at)).not.toContain(start + minute);
    expect(await bench.allSamples()).toHaveLength(2);
    await mergeSessions(bench, key, [toldBy(start)]);
    await bench.history.flush();
    expect(await bench.history.sessions(all)).toHaveLength(1);
    const [row] = await asked(
      bench.file,
      'SELECT energy_wh, note, cost FROM sessions WHERE id = 1',
    );
    expect(row).toMatchObject({ energy_wh: null, note: null, cost: null });
  });
});

describe('a deleted session that comes back', () => {
  it('costs by the prices of now', async () => {
    const bench = await recorded(1);
    await change(bench, 1, { kind: 'delete' });
    await bench.pricing.replace(key, [{ ...price, tariff: { kind: 'flat', perKwh: '0.5' } }]);
    await change(bench, 1, { kind: 'restore' });
    expect(await bench.history.sessions(all)).toMatchObject([{ cost: { amount: '5' } }]);
  });

  it('is whole where a session of now turns out to be one with it', async () => {
    const bench = await recorded(1);
    await change(bench, 1, { kind: 'delete' }, start + 2 * hour);
    const second = start + hour + 5 * minute;
    const ended = { endedAt: second + hour, energyWh: 5000 };
    bench.history.saveSession(key, sessionAt(second, ended));
    await bench.clock.advance(restorableMs + 60 * hour);
    bench.history.record(key, sampleAt(bench.clock.now()));
    await bench.history.applyRetention({});
    const whole = { ...toldBy(start), endedAt: second + hour, energyWh: 15_000 };
    await mergeSessions(bench, key, [whole]);
    await bench.history.flush();
    expect(await bench.history.sessions(all)).toMatchObject([
      { startedAt: second, energyWh: 5000, correction: { original: { energyWh: 15_000 } } },
    ]);
    expect(await change(bench, 1, { kind: 'tag', tag: 'private' })).toMatchObject({ ok: true });
  });
});

describe('a history of schema 2', () => {
  it('is copied and brought up to date', async () => {
    const folder = ownFolder();
    const file = join(folder, 'history.db');
    await outside(
      file,
      `${schemaSteps.slice(0, 2).join(';')}; PRAGMA user_version = 2;
      INSERT INTO chargers VALUES (1, '${key}', 'wallbox', 'Garage', NULL, NULL);
      INSERT INTO sessions (charger, own_start, source, started_at, start_seen, ended_at, energy_wh)
      VALUES (1, ${start}, 'recorded', ${start}, 1, ${start + hour}, 10000)`,
    );
    const bench = new HistoryBench(file);
    expect(await bench.history.sessions(all)).toEqual([
      { id: 1, charger: key, ...sessionAt(start, { endedAt: start + hour, energyWh: 10_000 }) },
    ]);
    await change(bench, 1, { kind: 'tag', tag: 'private' });
    await bench.history.close();
    const copy = join(folder, `history.before-v${schemaSteps.length}.db`);
    expect(await asked(copy, 'PRAGMA user_version')).toMatchObject([{ user_version: 2 }]);
    expect(await asked(copy, 'SELECT energy_wh FROM sessions')).toMatchObject([
      { energy_wh: 10_000 },
    ]);
  });
});
