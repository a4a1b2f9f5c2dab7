import { describe, expect, it } from 'vitest';
import {
  type Engine,
  loadEngine,
  type RawDatabase,
} from '../../../electron/history/store/engine.ts';
import type { PeriodUnit } from '../../../electron/history/store/history.ts';
import { periodsOf } from '../../../electron/history/store/periods.ts';
import { totalsOf } from '../../../electron/history/store/sums.ts';
import type { HistoryQuery, Session } from '../../../shared/domain/session/history.ts';
import { HistoryBench, hour, key, sampleAt, sessionAt, start } from './history-bench.ts';

const session = (startedAt: number, more: Partial<Session> = {}): Session => ({
  id: startedAt,
  charger: key,
  ...sessionAt(startedAt),
  ...more,
});
const cost = (amount: string, currency: string, more: { readonly saved?: string } = {}) =>
  ({ cost: { amount, currency, origin: 'own', ...more } }) as const;

describe('totalsOf', () => {
  it('is empty of nothing', () => {
    expect(totalsOf([])).toEqual({
      charges: 0,
      energyWh: 0,
      chargingMs: 0,
      costs: [],
      averagePrices: [],
      saved: [],
      withoutEnergy: 0,
      withoutCost: 0,
      withoutGreen: 0,
    });
  });

  it('sums what is known, and counts what is not', () => {
    const sessions = [
      session(1, {
        energyWh: 7000,
        greenEnergyWh: 500,
        chargingMs: hour,
        ...cost('0.1', 'EUR', { saved: '1.256' }),
      }),
      session(2, { energyWh: 3000, ...cost('0.2', 'EUR', { saved: '-0.25' }) }),
      session(3, { chargingMs: hour, ...cost('-0.05', 'CHF') }),
    ];
    expect(totalsOf(sessions)).toEqual({
      charges: 3,
      energyWh: 10_000,
      greenEnergyWh: 500,
      chargingMs: 2 * hour,
      costs: [
        { amount: '-0.05', currency: 'CHF' },
        { amount: '0.3', currency: 'EUR' },
      ],
      averagePrices: [{ amount: '0.03', currency: 'EUR' }],
      saved: [{ amount: '1.01', currency: 'EUR' }],
      withoutEnergy: 1,
      withoutCost: 0,
      withoutGreen: 1,
    });
  });
});

describe('sessions without energy', () => {
  it('are no zero where the energy of none is known', () => {
    const totals = totalsOf([session(1), session(2, { chargingMs: hour })]);
    expect(totals).toEqual({
      charges: 2,
      chargingMs: hour,
      costs: [],
      averagePrices: [],
      saved: [],
      withoutEnergy: 2,
      withoutCost: 2,
      withoutGreen: 0,
    });
  });

  it('that have ended are kept and counted apart, those of unknown energy not', async () => {
    const { history } = new HistoryBench();
    const ended = { endedAt: start + hour };
    history.saveSession(key, sessionAt(start, { ...ended, energyWh: 0 }));
    history.saveSession(key, sessionAt(start + 1, { ...ended, energyWh: 1000 }));
    history.saveSession(key, sessionAt(start + 2, ended));
    history.saveSession(key, sessionAt(start + 3, { energyWh: 0 }));
    const all = { from: start - 24 * hour, to: start + 24 * hour };
    const query = { ...all, energyOnly: true } as const;
    expect(await history.sums({ query, unit: 'day', zone: 'UTC' })).toMatchObject({
      totals: { charges: 3, energyWh: 1000 },
      empty: 1,
    });
    expect((await history.sums({ query: all, unit: 'day', zone: 'UTC' })).totals.charges).toBe(4);
    const starts = async (asked: HistoryQuery) =>
      (await history.sessions(asked)).map(({ startedAt }) => startedAt - start);
    expect(await starts(query)).toEqual([3, 2, 1]);
    expect(await starts(all)).toEqual([3, 2, 1, 0]);
  });
});

describe('periodsOf', () => {
  const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
  const bars = (
    from: string,
    to: string,
    asked: { unit: PeriodUnit; zone: string; at?: string[] },
  ) =>
    periodsOf(
      (asked.at ?? []).map((at) => session(Date.parse(at))),
      {
        query: { from: Date.parse(from), to: Date.parse(to) },
        ...asked,
      },
    ).map((period) => [iso(period.from), iso(period.to), period.charges]);

  it('are days of the zone, 23 hours long when the clocks are set forward', () => {
    const at = ['2026-03-28T22:59Z', '2026-03-28T23:00Z', '2026-03-29T21:59Z', '2026-03-29T22:00Z'];
    const zone = 'Europe/Berlin';
    expect(bars('2026-03-27T23:00Z', '2026-03-30T22:00Z', { unit: 'day', zone, at })).toEqual([
      ['2026-03-27T23:00', '2026-03-28T23:00', 1],
      ['2026-03-28T23:00', '2026-03-29T22:00', 2],
      ['2026-03-29T22:00', '2026-03-30T22:00', 1],
    ]);
  });

  it("begin at one o'clock where midnight is skipped", () => {
    const asked = { unit: 'day', zone: 'America/Santiago' } as const;
    expect(bars('2026-09-06T12:00Z', '2026-09-06T13:00Z', asked)).toEqual([
      ['2026-09-06T04:00', '2026-09-07T03:00', 0],
    ]);
  });

  it('are months, with those in which nobody charged', () => {
    const at = ['2025-12-31T23:30Z', '2026-03-01T12:00Z'];
    const zone = 'Europe/Berlin';
    expect(bars('2025-12-31T23:00Z', '2026-03-31T22:00Z', { unit: 'month', zone, at })).toEqual([
      ['2025-12-31T23:00', '2026-01-31T23:00', 1],
      ['2026-01-31T23:00', '2026-02-28T23:00', 0],
      ['2026-02-28T23:00', '2026-03-31T22:00', 1],
    ]);
  });

  it('are years', () => {
    const at = ['2026-05-01T00:00Z'];
    expect(
      bars('2025-06-01T00:00Z', '2026-06-01T00:00Z', { unit: 'year', zone: 'UTC', at }),
    ).toEqual([
      ['2025-01-01T00:00', '2026-01-01T00:00', 0],
      ['2026-01-01T00:00', '2027-01-01T00:00', 1],
    ]);
  });

  it.each<[string[], number]>([
    [[], 0],
    [['2026-05-01T10:00Z'], 1],
    [['2026-05-01T10:00Z', '2026-05-09T10:00Z'], 9],
  ])('of all time are those around sessions at %j', (at, count) => {
    const asked = { unit: 'day', zone: 'UTC', at } as const;
    expect(bars('1970-01-01T00:00Z', '2200-01-01T00:00Z', { ...asked, at: [...at] })).toHaveLength(
      count,
    );
  });
});

describe('sums of a history', () => {
  it('are of the sessions that were asked for', async () => {
    const { history } = new HistoryBench();
    history.saveSession(key, sessionAt(start, { energyWh: 1000 }));
    history.saveSession('wallbox/67890', sessionAt(start, { energyWh: 500 }));
    const range = { from: start - 24 * hour, to: start + 24 * hour };
    const sums = (query: HistoryQuery) => history.sums({ query, unit: 'day', zone: 'UTC' });
    expect((await sums(range)).totals.energyWh).toBe(1500);
    const { totals, periods } = await sums({ ...range, charger: key });
    expect(totals.energyWh).toBe(1000);
    expect(periods.map(({ energyWh }) => energyWh)).toEqual([0, 1000, 0]);
  });

  it('are those of the same charges read whole', async () => {
    const { history } = new HistoryBench();
    const full = { energyWh: 9000, greenEnergyWh: 2500, chargingMs: hour };
    history.saveSession(key, sessionAt(start, { ...full, ...cost('2.70', 'EUR') }));
    history.saveSession(key, sessionAt(start + hour, cost('0.10', 'NOK')));
    history.saveSession(key, sessionAt(start + 2 * hour, { energyWh: 1 }));
    const range = { from: start, to: start + 24 * hour };
    const whole = totalsOf(await history.sessions(range));
    expect(whole.costs).toHaveLength(2);
    expect((await history.sums({ query: range, unit: 'day', zone: 'UTC' })).totals).toEqual(whole);
  });

  it('read each of these once, none outside, and no look at them', async () => {
    const rows: string[] = [];
    const { history } = new HistoryBench(undefined, { load: () => engineTelling(rows) });
    for (const day of [0, 1, 2, 40]) {
      history.saveSession(key, sessionAt(start + day * 24 * hour));
      history.record(key, sampleAt(start + day * 24 * hour));
    }
    await history.flush();
    rows.length = 0;
    const month = { from: start, to: start + 30 * 24 * hour };
    expect((await history.sums({ query: month, unit: 'day', zone: 'UTC' })).totals.charges).toBe(3);
    expect(rows).toHaveLength(3);
  });
});

/** The engine, with the statement of each row that it gives. */
async function engineTelling(rows: string[]): Promise<Engine> {
  const Real = await loadEngine();
  return class implements RawDatabase {
    readonly #raw: RawDatabase;
    constructor(file: string) {
      this.#raw = new Real(file);
    }
    exec = (sql: string) => this.#raw.exec(sql);
    close = () => this.#raw.close();
    prepare = (sql: string) =>
      new Proxy(this.#raw.prepare(sql), {
        get:
          (real, name) =>
          (...values: unknown[]) => {
            const given: unknown = Reflect.apply(Reflect.get(real, name), real, values);
            if (!isIterable(given)) return given;
            const all = [...given];
            rows.push(...all.map(() => sql));
            return all;
          },
      });
  };
}

function isIterable(given: unknown): given is Iterable<unknown> {
  return typeof given === 'object' && given !== null && Symbol.iterator in given;
}
