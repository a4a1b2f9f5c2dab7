import { statSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect, loadEngine } from '../../../electron/history/store/engine.ts';
import { dropSamples } from '../../../electron/history/store/retention.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { statusSchema } from '../../../shared/schema/charger/status.ts';
import {
  everything,
  HistoryBench,
  hour,
  key,
  minute,
  sampleAt,
  sessionAt,
  start,
} from './history-bench.ts';

const other = 'wallbox/67890';

describe('samples', () => {
  it('come back as they were, in the order of time and within the span', async () => {
    const { history } = new HistoryBench();
    const bare = { at: start + 2, state: 'offline', gap: true } as const;
    history.record(key, bare);
    history.record(key, sampleAt(start));
    history.record(key, sampleAt(start + 9));
    history.record(other, sampleAt(start + 1));
    const found = await history.samples({ charger: key, from: start, to: start + 9 });
    expect(found).toEqual([sampleAt(start), bare]);
  });

  it('are never overwritten by one of the same moment', async () => {
    const bench = new HistoryBench();
    bench.history.record(key, sampleAt(start));
    await bench.history.flush();
    bench.history.record(key, sampleAt(start, { state: 'paused' }));
    expect(await bench.allSamples()).toEqual([sampleAt(start)]);
  });

  it('are kept in whole watts, and without what is no number', async () => {
    const bench = new HistoryBench();
    bench.history.record(key, {
      at: start,
      state: 'charging',
      powerW: 7199.6,
      energyWh: Number.NaN,
    });
    expect(await bench.allSamples()).toEqual([{ at: start, state: 'charging', powerW: 7200 }]);
  });

  const states = statusSchema.options.map(({ shape }) => shape.state.value);
  it.each<ChargerStateName>(states)('know the state %s', async (state) => {
    const bench = new HistoryBench();
    bench.history.record(key, { at: start, state });
    expect(await bench.allSamples()).toEqual([{ at: start, state }]);
  });
});

describe('sessions', () => {
  const full = sessionAt(start, {
    endedAt: start + hour,
    end: 'complete',
    energyWh: 7200,
    greenEnergyWh: 1000,
    chargingMs: hour,
    averageW: 7200,
    peakW: 7300,
    gaps: true,
    cost: { amount: '2.07', currency: 'EUR', origin: 'own', estimated: true },
  });

  it('come back as they were', async () => {
    const { history } = new HistoryBench();
    history.saveSession(key, full);
    expect(await history.sessions(everything)).toEqual([{ id: 1, charger: key, ...full }]);
  });

  it('are the same when they began at the same moment, and keep the cost of their energy', async () => {
    const { history } = new HistoryBench();
    const { cost, endedAt, end, ...running } = full;
    history.saveSession(key, full);
    await history.flush();
    history.saveSession(key, running);
    expect(await history.sessions(everything)).toEqual([{ id: 1, charger: key, ...running, cost }]);
    history.saveSession(key, { ...running, energyWh: 7300 });
    const changed = { id: 1, charger: key, ...running, energyWh: 7300 };
    expect(await history.sessions(everything)).toEqual([changed]);
  });

  it('do not shrink when what was counted before could not be read', async () => {
    const { history } = new HistoryBench();
    history.saveSession(key, sessionAt(start, { chargingMs: hour, averageW: 5000, peakW: 7000 }));
    await history.flush();
    const less = { chargingMs: minute, averageW: 3000, peakW: 3000, gaps: true } as const;
    history.saveSession(key, sessionAt(start, less));
    const kept = { chargingMs: hour, averageW: 5000, peakW: 7000 };
    expect(await history.sessions(everything)).toMatchObject([kept]);
    history.saveSession(key, sessionAt(start, { chargingMs: 2 * hour, averageW: 4000 }));
    const grown = { chargingMs: 2 * hour, averageW: 4000, peakW: 7000 };
    expect(await history.sessions(everything)).toMatchObject([grown]);
  });

  it('come in pages, the newest first, of one charger or all', async () => {
    const { history } = new HistoryBench();
    for (let one = 0; one < 10; one += 1) {
      history.saveSession(one % 2 ? key : other, sessionAt(start + one));
    }
    const order = async (...asked: Parameters<typeof history.sessions>) =>
      (await history.sessions(...asked)).map(({ startedAt }) => startedAt - start);
    expect(await order(everything)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(await order({ from: start + 2, to: start + 5 })).toEqual([4, 3, 2]);
    expect(await order({ ...everything, charger: key }, { limit: 2 })).toEqual([9, 7]);
    const [before] = await history.sessions({ from: start + 7, to: start + 8 });
    expect(await order(everything, { limit: 3, ...(before ? { before } : {}) })).toEqual([6, 5, 4]);
  });

  it('have what was seen of them', async () => {
    const { history } = new HistoryBench();
    history.saveSession(key, sessionAt(start, { endedAt: start + 3 * minute }));
    const samples = [
      sampleAt(start),
      sampleAt(start + minute, { state: 'paused' }),
      sampleAt(start + 2 * minute),
      sampleAt(start + 3 * minute, { state: 'complete' }),
    ];
    for (const sample of [...samples, sampleAt(start - 1), sampleAt(start + 4 * minute)]) {
      history.record(key, sample);
    }
    const detail = await history.session(1);
    expect(detail?.samples).toEqual(samples);
    expect(detail?.interruptions).toEqual([
      { from: start + minute, to: start + 2 * minute, kind: 'pause' },
    ]);
    expect(await history.session(2)).toBeUndefined();
  });

  it('take and lose a cost', async () => {
    const { history } = new HistoryBench();
    const { cost, ...free } = full;
    history.saveSession(key, free);
    history.setCost(1, cost);
    expect((await history.sessions(everything))[0]?.cost).toEqual(cost);
    history.setCost(1, undefined);
    expect((await history.sessions(everything))[0]?.cost).toBeUndefined();
  });

  it('that nobody watches any more end at their last power', async () => {
    const { history } = new HistoryBench();
    history.saveSession(key, sessionAt(start));
    history.record(key, sampleAt(start + minute));
    history.record(key, sampleAt(start + 2 * minute, { state: 'paused' }));
    history.saveSession(key, sessionAt(start + hour));
    history.saveSession(other, sessionAt(start));
    await history.flush();
    history.endOthers(key, start + hour);
    const found = await history.sessions(everything);
    expect(found.map(({ id, endedAt, end }) => [id, endedAt, end])).toEqual([
      [2, undefined, undefined],
      [3, undefined, undefined],
      [1, start + minute, 'unseen'],
    ]);
  });

  it('that were none are taken back', async () => {
    const { history } = new HistoryBench();
    history.saveSession(key, sessionAt(start));
    await history.flush();
    history.dropSession(key, start);
    expect(await history.sessions(everything)).toEqual([]);
  });
});

describe('what a cloud knows too', () => {
  const both = {
    charger: key,
    ...sessionAt(start - hour, { source: 'both', endedAt: start + hour, energyWh: 9000 }),
  } as const;

  it('stands in the first of its rows, under all its names', async () => {
    const { history } = new HistoryBench();
    for (const at of [start, start + minute]) {
      history.saveSession(key, sessionAt(at, { endedAt: at + 1, energyWh: 1 }));
    }
    history.setCost(1, { amount: '1', currency: 'EUR', origin: 'own' });
    history.saveMerged(key, { session: both, ids: [1, 2], cloudIds: ['b 2', 'a 1'] });
    const merged = [{ session: { id: 1, ...both }, cloudIds: ['a 1', 'b 2'] }];
    expect(await history.knownSessions({ charger: key, ...everything })).toEqual(merged);
    history.saveSession(key, sessionAt(start, { endedAt: start + 1, energyWh: 1 }));
    expect(await history.knownSessions({ charger: key, ...everything })).toEqual(merged);
  });

  it('is new when no look saw it, and goes on when it goes on here', async () => {
    const { history } = new HistoryBench();
    history.saveSession(key, sessionAt(start, { endedAt: start + 1 }));
    await history.flush();
    history.saveMerged(key, { session: both, ids: [], cloudIds: ['a 1'] });
    history.saveMerged(key, { session: { ...both, charger: key }, ids: [1], cloudIds: ['a 2'] });
    await history.flush();
    history.saveSession(key, sessionAt(start, { energyWh: 9500 }));
    const [first, second] = await history.sessions(everything);
    expect(second).toEqual({
      id: 1,
      charger: key,
      ...sessionAt(start - hour),
      source: 'both',
      energyWh: 9500,
    });
    expect(first).toEqual({ id: 2, ...both });
  });

  it('is known again by its looks when it was brought back from a backup', async () => {
    const { history } = new HistoryBench();
    const running = sessionAt(start);
    history.saveMerged(key, { session: { charger: key, ...running }, ids: [], cloudIds: [] });
    await history.flush();
    history.saveSession(key, { ...running, endedAt: start + 1 });
    expect(await history.sessions(everything)).toMatchObject([{ id: 1, endedAt: start + 1 }]);
  });

  it('is remembered by months', async () => {
    const { history } = new HistoryBench();
    history.setCloudMonth(key, { month: '2026-11', fetchedAt: start });
    history.setCloudMonth(key, { month: '2026-10', fetchedAt: start });
    await history.flush();
    history.setCloudMonth(key, { month: '2026-11', fetchedAt: start + 1 });
    expect(await history.cloudMonths(key)).toEqual([
      { month: '2026-10', fetchedAt: start },
      { month: '2026-11', fetchedAt: start + 1 },
    ]);
    expect(await history.cloudMonths(other)).toEqual([]);
  });
});

describe('chargers and prices', () => {
  it('are known by their last name, and keep what is not said again', async () => {
    const { history } = new HistoryBench();
    history.know({ key, brand: 'wallbox', name: 'Garage', model: 'Pulsar', serial: '12345' });
    await history.flush();
    history.know({ key, brand: 'wallbox', name: 'Carport' });
    history.record(other, sampleAt(start));
    expect(await history.chargers()).toEqual([
      { key, brand: 'wallbox', name: 'Carport', model: 'Pulsar', serial: '12345' },
      { key: other, brand: 'wallbox', name: '67890' },
    ]);
  });

  it('come back in the order of time', async () => {
    const { history } = new HistoryBench();
    const entry = (from: number, perKwh: string) =>
      ({
        from,
        currency: 'EUR',
        zone: 'Europe/Berlin',
        tariff: { kind: 'flat', perKwh },
        origin: 'own',
      }) as const;
    history.setPrices(key, [entry(start, '0.3'), entry(0, '0.2875')]);
    expect(await history.prices(key)).toEqual([entry(0, '0.2875'), entry(start, '0.3')]);
    history.setPrices(key, [entry(start, '0.31')]);
    expect(await history.prices(key)).toEqual([entry(start, '0.31')]);
  });
});

describe('a large history', { timeout: 60_000 }, () => {
  it('takes about a megabyte for a hundred charges of six hours', async () => {
    const bench = new HistoryBench();
    for (let live = 0; live < 100; live += 1) {
      const from = start + live * 24 * hour;
      for (let read = 0; read < 360; read += 1) {
        const more = { powerW: 7100 + (read % 200), energyWh: read * 120 };
        bench.history.record(key, sampleAt(from + read * minute + (read % 997), more));
      }
      const endedAt = from + 6 * hour;
      const end = { endedAt, end: 'complete', energyWh: 43_000, chargingMs: 6 * hour } as const;
      bench.history.saveSession(key, sessionAt(from, { ...end, averageW: 7200, peakW: 7400 }));
      bench.history.setCost(live + 1, { amount: '12.3625', currency: 'EUR', origin: 'own' });
      await bench.history.flush();
    }
    await bench.history.close();
    expect(statSync(bench.file).size).toBeLessThan(1_050_000);
  });

  it('hands out everything in chunks, the oldest first', async () => {
    const { history } = new HistoryBench();
    for (let one = 0; one < 1234; one += 1) history.saveSession(key, sessionAt(start + one));
    for (let one = 0; one < 6000; one += 1) history.record(key, sampleAt(start + one));
    const sessions: number[] = [];
    for await (const chunk of history.sessionChunks(everything)) {
      expect(chunk.length).toBeLessThanOrEqual(500);
      sessions.push(...chunk.map(({ startedAt }) => startedAt - start));
    }
    expect(sessions).toEqual(Array.from({ length: 1234 }, (_, one) => one));
    const samples: number[] = [];
    for await (const chunk of history.sampleChunks({ charger: key, ...everything })) {
      samples.push(...chunk.map(({ at }) => at - start));
    }
    expect(samples).toEqual(Array.from({ length: 6000 }, (_, one) => one));
  });

  it('drops samples after two years, and sessions only when asked to', async () => {
    const bench = new HistoryBench();
    const old = start - 3 * 365 * 24 * hour;
    for (let one = 0; one < 6000; one += 1) bench.history.record(key, sampleAt(old + one));
    bench.history.record(key, sampleAt(start));
    bench.history.saveSession(key, sessionAt(old, { endedAt: old + 1 }));
    bench.history.saveSession(key, sessionAt(start));
    expect(await bench.history.applyRetention()).toEqual({ samples: 6000, sessions: 0 });
    expect(await bench.allSamples()).toEqual([sampleAt(start)]);
    const sessionsMs = 365 * 24 * hour;
    expect(await bench.history.applyRetention({ sessionsMs })).toEqual({ samples: 0, sessions: 1 });
    bench.history.saveSession(key, sessionAt(old, { endedAt: old + 1 }));
    expect(await bench.history.sessions(everything)).toHaveLength(1);
    // Nor do they come back once they may be kept for longer again.
    await bench.history.applyRetention({ sessionsMs: 10 * sessionsMs });
    bench.history.saveSession(key, sessionAt(old, { endedAt: old + 1 }));
    expect(await bench.history.sessions(everything)).toHaveLength(1);
  });

  it('drops so few samples at once that nobody notices', async () => {
    const bench = new HistoryBench();
    for (let one = 0; one < 6000; one += 1) bench.history.record(key, sampleAt(start + one));
    await bench.history.close();
    const open = connect(await loadEngine(), bench.file);
    onTestFinished(() => open.close());
    const slices = [1, 2, 3].map(() => dropSamples(open, start + hour));
    expect(slices).toEqual([5000, 1000, 0]);
  });

  it('is not emptied by a clock that runs years ahead', async () => {
    const bench = new HistoryBench();
    bench.history.record(key, sampleAt(start));
    bench.clock.setWall(start + 10 * 365 * 24 * hour);
    expect(await bench.history.applyRetention()).toEqual({ samples: 0, sessions: 0 });
  });
});
