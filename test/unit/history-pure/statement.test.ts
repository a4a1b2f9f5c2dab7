import { describe, expect, it } from 'vitest';
import {
  type StatementParts,
  spanOf,
  statementOf,
} from '../../../electron/history/statement/statement.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import { band, banded, flat, wall } from './prices.ts';

const zone = 'Europe/Berlin';
const hour = 3_600_000;
const charger = {
  key: 'wallbox/700123',
  brand: 'wallbox',
  name: 'Carport',
  model: 'Pulsar Plus',
  serial: '700123',
} as const;

function session(id: number, at: string, change: Partial<Session> = {}): Session {
  const startedAt = wall(at);
  return {
    id,
    charger: charger.key,
    source: 'both',
    startedAt,
    startSeen: true,
    endedAt: startedAt + 2 * hour,
    energyWh: 10_990,
    cost: { amount: '3.15975485', currency: 'EUR', origin: 'own' },
    ...change,
  };
}

function running(id: number, at: string): Session {
  const { endedAt, ...rest } = session(id, at);
  return rest;
}

const parts: StatementParts = {
  charger,
  owner: 'A. Owner',
  month: { year: 2026, month: 10 },
  zone,
  sessions: [],
  prices: [flat('0.28751182')],
  meter: { startWh: 1_000_500, endWh: 1_022_480 },
};
const later = wall('2026-11-05T12:00');
const of = (...sessions: readonly Session[]) => statementOf({ ...parts, sessions }, later);

describe('a monthly statement', () => {
  it('has charger, meter, rows and exact sums', () => {
    const one = session(1, '2026-10-03T18:00');
    const other = session(2, '2026-10-25T01:30', { energyWh: 1, cost: undefined as never });
    const { cost, ...bare } = other;
    expect(of(bare, one)).toEqual({
      owner: 'A. Owner',
      charger,
      zone,
      from: wall('2026-10-01T00:00'),
      to: wall('2026-11-01T00:00'),
      meterStartKwh: '1000.5',
      meterEndKwh: '1022.48',
      rows: [
        {
          id: 1,
          date: '2026-10-03',
          startedAt: one.startedAt,
          endedAt: one.startedAt + 2 * hour,
          durationMs: 2 * hour,
          energyKwh: '10.99',
          cost: { ...one.cost, amount: '3.16' },
        },
        {
          id: 2,
          date: '2026-10-25',
          startedAt: other.startedAt,
          endedAt: other.startedAt + 2 * hour,
          durationMs: 2 * hour,
          energyKwh: '0.001',
        },
      ],
      total: {
        charges: 2,
        durationMs: 4 * hour,
        energyKwh: '10.991',
        costs: [{ amount: '3.16', currency: 'EUR' }],
      },
      missing: [{ kind: 'withoutCost', charges: 1 }],
    });
  });

  it('sums to the last digit, by currency', () => {
    const cost = (amount: string, currency = 'EUR') =>
      ({ amount, currency, origin: 'own' }) as const;
    const told = of(
      session(1, '2026-10-01T00:00', { energyWh: 100, cost: cost('0.1') }),
      session(2, '2026-10-02T00:00', { energyWh: 200, cost: cost('0.2') }),
      session(3, '2026-10-03T00:00', { energyWh: 0, cost: cost('1', 'USD') }),
    );
    expect(told.total).toMatchObject({
      energyKwh: '0.3',
      costs: [
        { amount: '0.3', currency: 'EUR' },
        { amount: '1', currency: 'USD' },
      ],
    });
  });

  it('has no energy in total where that of no charge is known', () => {
    const { energyWh: _unknown, cost: _none, ...bare } = session(1, '2026-10-03T18:00');
    expect(of(bare).total).not.toHaveProperty('energyKwh');
    expect(of().total.energyKwh).toBe('0');
  });

  it('prints rows that add up to its total, in the coins of each currency', () => {
    const cost = (amount: string, currency: string) =>
      ({ amount, currency, origin: 'own' }) as const;
    const told = of(
      ...['4.354', '4.354', '4.354'].map((amount, one) =>
        session(one, `2026-10-0${one + 1}T00:00`, { cost: cost(amount, 'EUR') }),
      ),
      session(4, '2026-10-04T00:00', { cost: cost('350.4', 'JPY') }),
      session(5, '2026-10-05T00:00', { cost: cost('350.4', 'JPY') }),
    );
    expect(told.rows.map(({ cost: paid }) => paid?.amount)).toEqual([
      '4.35',
      '4.35',
      '4.35',
      '350',
      '350',
    ]);
    expect(told.total.costs).toEqual([
      { amount: '13.05', currency: 'EUR' },
      { amount: '700', currency: 'JPY' },
    ]);
  });

  it("has the charges that began in the month, by the owner's calendar, of this charger", () => {
    const told = of(
      session(1, '2026-09-30T23:59'),
      session(2, '2026-10-01T00:00'),
      session(3, '2026-10-31T23:59'),
      session(4, '2026-11-01T00:00'),
      session(5, '2026-10-05T12:00', { charger: 'wallbox/700124' }),
    );
    expect(told.rows.map(({ id }) => id)).toEqual([2, 3]);
  });

  const exact = { amount: '3.1597549018', currency: 'EUR', origin: 'own' } as const;
  const night = banded([band(1320, 360, '0.28751182')], '0.4');
  it.each<[string, Partial<Session>, StatementParts['prices'], string | undefined]>([
    ['that makes the cost', { cost: exact }, parts.prices, '0.28751182'],
    ['of a band that held throughout', { cost: exact }, [night], '0.28751182'],
    ['that makes another cost', {}, parts.prices, undefined],
    ['in another currency', { cost: { ...exact, currency: 'USD' } }, parts.prices, undefined],
    [
      'that changed meanwhile',
      { cost: exact, endedAt: wall('2026-10-04T07:00') },
      [night],
      undefined,
    ],
    ['without a cost', { cost: undefined as never }, parts.prices, undefined],
    ['that nobody knows', { cost: exact }, [], undefined],
  ])('names a price %s', (_, change, prices, is) => {
    const sessions = [session(1, '2026-10-03T23:00', change)];
    const [row] = statementOf({ ...parts, sessions, prices }, later).rows;
    expect(row?.price).toEqual(is && { amount: is, currency: 'EUR' });
  });

  it('says what is missing', () => {
    const { energyWh, cost, ...unknown } = session(3, '2026-10-05T12:00', { gaps: true });
    const guess = { amount: '1', currency: 'EUR', origin: 'own', estimated: true } as const;
    const { serial, ...nameless } = charger;
    const { meter, ...rest } = parts;
    const sessions = [
      running(1, '2026-10-31T20:00'),
      session(2, '2026-10-04T12:00', { startSeen: false, cost: guess }),
      unknown,
    ];
    const now = wall('2026-10-31T21:00');
    const told = statementOf({ ...rest, sessions, owner: '  ', charger: nameless }, now);
    expect(told.missing).toEqual([
      { kind: 'owner' },
      { kind: 'serial' },
      { kind: 'meterStart' },
      { kind: 'meterEnd' },
      { kind: 'monthNotOver' },
      { kind: 'running', charges: 1 },
      { kind: 'withoutEnergy', charges: 1 },
      { kind: 'withoutCost', charges: 1 },
      { kind: 'estimatedCost', charges: 1 },
      { kind: 'startUnseen', charges: 1 },
      { kind: 'gaps', charges: 1 },
    ]);
    expect(told.rows.map(({ id }) => id)).toEqual([2, 3]);
    expect(told.rows[0]?.startUnseen).toBe(true);
  });

  it('of a whole month with everything known says nothing more', () => {
    expect(of(session(1, '2026-10-04T12:00')).missing).toEqual([]);
    expect(of().total).toEqual({ charges: 0, durationMs: 0, energyKwh: '0', costs: [] });
  });

  it.each([
    ['Europe/Berlin', 2026, 10, 31 * 24 + 1],
    ['Europe/Berlin', 2026, 3, 31 * 24 - 1],
    ['Australia/Lord_Howe', 2026, 10, 31 * 24 - 0.5],
    ['America/New_York', 2026, 12, 31 * 24],
  ])('in %s of %i-%i is of %d hours', (where, year, month, hours) => {
    const { from, to } = spanOf({ year, month }, where);
    expect((to - from) / hour).toBe(hours);
  });
});
