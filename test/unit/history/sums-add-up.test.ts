import { describe, expect, it } from 'vitest';
import type { PeriodUnit } from '../../../electron/history/store/history.ts';
import { periodsOf } from '../../../electron/history/store/periods.ts';
import { type Counted, totalsOf } from '../../../electron/history/store/sums.ts';
import { summed } from '../../../electron/tariffs/cost.ts';
import type { HistoryQuery, Totals } from '../../../shared/domain/session/history.ts';
import { fc } from '../../fixtures/properties.ts';
import { HistoryBench, hour, key, sessionAt, start } from './history-bench.ts';

const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Santiago',
  'Asia/Kolkata',
  'Pacific/Apia',
);
const wh = fc.integer({ min: 0, max: 90_000 });
const cost = fc.record({
  // Finer than any coin: what is summed is what is shown.
  amount: fc.integer({ min: 0, max: 9_999_999 }).map((part) => (part / 100_000).toFixed(5)),
  currency: fc.constantFrom('EUR', 'NOK', 'JPY'),
});
const sessionsIn = (from: number, to: number) =>
  fc.array(
    fc.record(
      {
        startedAt: fc.integer({ min: from, max: to - 1 }),
        energyWh: wh,
        greenEnergyWh: wh,
        chargingMs: fc.integer({ min: 0, max: 9 * hour }),
        cost,
      },
      { requiredKeys: ['startedAt'] },
    ),
    { maxLength: 40 },
  );

/** A year of a zone, as the window asks for it. */
function yearIn(zone: string, sessions: readonly Counted[], year = 2026): HistoryQuery {
  const around = { from: Date.UTC(year - 1, 11, 25), to: Date.UTC(year + 1, 0, 5) };
  const found = periodsOf(sessions, { query: around, unit: 'year', zone })[1];
  return { from: found?.from ?? 0, to: found?.to ?? 0 };
}

const partsOf = (
  sessions: readonly Counted[],
  query: HistoryQuery,
  unit: PeriodUnit,
  zone: string,
) => periodsOf(inside(sessions, query), { query, unit, zone });

function inside(sessions: readonly Counted[], { from, to }: HistoryQuery): readonly Counted[] {
  return sessions.filter(({ startedAt }) => startedAt >= from && startedAt < to);
}

/** Several totals as one; averages are none of theirs. */
function together(parts: readonly Totals[]) {
  const sum = (of: (one: Totals) => number | undefined) =>
    parts.reduce((total, one) => total + (of(one) ?? 0), 0);
  return {
    charges: sum(({ charges }) => charges),
    energyWh: sum(({ energyWh }) => energyWh),
    greenEnergyWh: sum(({ greenEnergyWh }) => greenEnergyWh),
    chargingMs: sum(({ chargingMs }) => chargingMs),
    costs: summed(parts.flatMap(({ costs }) => costs)),
    withoutEnergy: sum(({ withoutEnergy }) => withoutEnergy),
    withoutCost: sum(({ withoutCost }) => withoutCost),
    withoutGreen: sum(({ withoutGreen }) => withoutGreen),
  };
}

const year2026 = sessionsIn(Date.UTC(2025, 11, 30), Date.UTC(2027, 0, 2));
const years = sessionsIn(Date.UTC(2021, 0, 5), Date.UTC(2027, 0, 2));

/** A calendar's days are slow to find. */
const fewer = { numRuns: 15 };

describe('sums add up', () => {
  it('of twelve months to their year', () => {
    fc.assert(
      fc.property(year2026, zones, (sessions, zone) => {
        const year = yearIn(zone, sessions);
        const months = partsOf(sessions, year, 'month', zone);
        expect(months).toHaveLength(12);
        expect(together(months)).toEqual(together([totalsOf(inside(sessions, year))]));
      }),
      fewer,
    );
  });

  it('of its days to each month', () => {
    fc.assert(
      fc.property(year2026, zones, (sessions, zone) => {
        for (const month of partsOf(sessions, yearIn(zone, sessions), 'month', zone)) {
          const { from, to, ...totals } = month;
          const days = partsOf(sessions, { from, to }, 'day', zone);
          expect(together(days)).toEqual(together([totals]));
        }
      }),
      fewer,
    );
  });

  it('of the years to all', () => {
    fc.assert(
      fc.property(years, zones, (sessions, zone) => {
        const query = { from: 0, to: Date.UTC(2100, 0, 1) };
        const all = partsOf(sessions, query, 'year', zone);
        expect(all.length).toBeLessThanOrEqual(7);
        expect(together(all)).toEqual(together([totalsOf(sessions)]));
      }),
    );
  });
});

describe('the average price', () => {
  it('lies between the lowest and the highest, and is that of sessions with both', () => {
    const priced = fc.record({
      startedAt: fc.constant(1),
      energyWh: fc.integer({ min: 100, max: 90_000 }),
      cost: fc.integer({ min: 0, max: 5000 }).map((cents) => ({
        amount: (cents / 100).toFixed(2),
        currency: 'EUR',
      })),
    });
    const half = fc.oneof(
      fc.record({ startedAt: fc.constant(1), energyWh: wh }),
      fc.record({ startedAt: fc.constant(1), cost }),
    );
    fc.assert(
      fc.property(fc.array(priced, { minLength: 1 }), fc.array(half), (both, halves) => {
        const [average] = totalsOf(both).averagePrices;
        const prices = both.map(({ energyWh, cost }) => (Number(cost.amount) * 1000) / energyWh);
        expect(Number(average?.amount)).toBeGreaterThanOrEqual(Math.min(...prices) - 1e-6);
        expect(Number(average?.amount)).toBeLessThanOrEqual(Math.max(...prices) + 1e-6);
        expect(totalsOf([...both, ...halves]).averagePrices).toEqual([average]);
      }),
    );
  });

  it('is none where no energy flowed, and one for each currency', () => {
    const paid = (energyWh: number, amount: string, currency: string) => ({
      startedAt: 1,
      energyWh,
      cost: { amount, currency },
    });
    expect(totalsOf([paid(0, '0', 'EUR')]).averagePrices).toEqual([]);
    const two = [paid(1000, '0.30', 'EUR'), paid(3000, '1.00', 'EUR'), paid(2000, '3', 'NOK')];
    expect(totalsOf(two).averagePrices).toEqual([
      { amount: '0.325', currency: 'EUR' },
      { amount: '1.5', currency: 'NOK' },
    ]);
  });
});

describe('another range', () => {
  it('stands beside, counted in the same way, and only where it was asked for', async () => {
    const { history } = new HistoryBench();
    const ended = { endedAt: start + hour };
    history.saveSession(key, sessionAt(start - 24 * hour, { energyWh: 400, ...ended }));
    history.saveSession(key, sessionAt(start - 23 * hour, { energyWh: 0, ...ended }));
    history.saveSession('wallbox/67890', sessionAt(start - 24 * hour, { energyWh: 9000 }));
    history.saveSession(key, sessionAt(start, { energyWh: 1000, ...ended }));
    const query = { from: start, to: start + hour, charger: key, energyOnly: true } as const;
    const asked = { query, unit: 'day', zone: 'UTC' } as const;
    expect((await history.sums(asked)).before).toBeUndefined();
    const before = { from: start - 48 * hour, to: start };
    const sums = await history.sums({ ...asked, before });
    expect(sums.totals).toMatchObject({ charges: 1, energyWh: 1000 });
    expect(sums.before).toMatchObject({ charges: 1, energyWh: 400 });
    expect(sums.empty).toBeUndefined();
  });
});
