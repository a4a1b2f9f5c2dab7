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
  month: '2026-10',
  zone,
  sessions: [],
  prices: [flat('0.28751182')],
};
const of = (...sessions: readonly Session[]) => statementOf({ ...parts, sessions });

describe('a monthly statement', () => {
  it('has charger, rows and exact sums', () => {
    const one = session(1, '2026-10-03T18:00');
    const { cost, ...bare } = session(2, '2026-10-25T01:30', { energyWh: 1 });
    expect(of(bare, one)).toEqual({
      month: '2026-10',
      zone,
      charger: { name: 'Carport', model: 'Pulsar Plus', serial: '700123' },
      rows: [
        {
          startedAt: one.startedAt,
          endedAt: one.startedAt + 2 * hour,
          energyKwh: '10.99',
          cost: { amount: '3.16', currency: 'EUR' },
        },
        {
          startedAt: bare.startedAt,
          endedAt: bare.startedAt + 2 * hour,
          energyKwh: '0.001',
        },
      ],
      totalKwh: '10.991',
      totalCosts: [{ amount: '3.16', currency: 'EUR' }],
      withoutEnergy: 0,
      withoutCost: 1,
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
    expect(told).toMatchObject({
      totalKwh: '0.3',
      totalCosts: [
        { amount: '0.3', currency: 'EUR' },
        { amount: '1', currency: 'USD' },
      ],
    });
  });

  it('has no energy in total where that of no charge is known', () => {
    const { energyWh: _unknown, cost: _none, ...bare } = session(1, '2026-10-03T18:00');
    expect(of(bare)).not.toHaveProperty('totalKwh');
    expect(of().totalKwh).toBe('0');
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
    expect(told.totalCosts).toEqual([
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
    expect(told.rows.map(({ startedAt }) => startedAt)).toEqual([
      wall('2026-10-01T00:00'),
      wall('2026-10-31T23:59'),
    ]);
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
    const [row] = statementOf({ ...parts, sessions, prices }).rows;
    expect(row?.perKwh).toBe(is);
  });

  it('says what is missing, and has no charge that has not ended', () => {
    const { energyWh, cost, ...unknown } = session(3, '2026-10-05T12:00');
    const guess = { amount: '1', currency: 'EUR', origin: 'own', estimated: true } as const;
    const guessed = session(2, '2026-10-04T12:00', { cost: guess });
    const told = of(running(1, '2026-10-31T20:00'), guessed, unknown);
    expect(told).toMatchObject({ withoutEnergy: 1, withoutCost: 1 });
    expect(told.rows.map(({ startedAt, estimated }) => [startedAt, estimated])).toEqual([
      [guessed.startedAt, true],
      [unknown.startedAt, undefined],
    ]);
  });

  it('of a charger of which only the name is known has the name', () => {
    const { model, serial, ...nameless } = charger;
    expect(statementOf({ ...parts, charger: nameless }).charger).toEqual({ name: 'Carport' });
  });

  it('of a whole month with everything known says nothing more', () => {
    const nothing = { withoutEnergy: 0, withoutCost: 0 };
    expect(of(session(1, '2026-10-04T12:00'))).toMatchObject(nothing);
    expect(of()).toMatchObject({ ...nothing, rows: [], totalKwh: '0', totalCosts: [] });
  });

  it.each([
    ['Europe/Berlin', '2026-10', 31 * 24 + 1],
    ['Europe/Berlin', '2026-03', 31 * 24 - 1],
    ['Australia/Lord_Howe', '2026-10', 31 * 24 - 0.5],
    ['America/New_York', '2026-12', 31 * 24],
  ])('in %s of %s is of %d hours', (where, month, hours) => {
    const { from, to } = spanOf(month, where);
    expect((to - from) / hour).toBe(hours);
  });
});
