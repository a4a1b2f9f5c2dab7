import { describe, expect, it } from 'vitest';
import {
  type ChargerPast,
  spanOf,
  statementOf,
} from '../../../electron/history/statement/statement.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import type { StatementPart } from '../../../shared/domain/session/statement.ts';
import { fc } from '../../fixtures/properties.ts';
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

const october = { from: '2026-10-01', to: '2026-10-31', zone } as const;
const now = wall('2026-11-02T09:00');
const past: ChargerPast = { charger, sessions: [], prices: [flat('0.28751182')] };
const told = (order: Partial<Parameters<typeof statementOf>[0]>, ...sessions: readonly Session[]) =>
  statementOf({ ...october, ...order }, [{ ...past, sessions }], now);

/** That of one charger in October. */
function of(...sessions: readonly Session[]): StatementPart {
  const [part] = told({}, ...sessions).parts;
  if (!part) throw new Error('No part');
  return part;
}

describe('a statement', () => {
  it('has charger, rows and exact sums', () => {
    const one = session(1, '2026-10-03T18:00');
    const { cost, ...bare } = session(2, '2026-10-25T01:30', { energyWh: 5 });
    expect(of(bare, one)).toEqual({
      charger: { key: charger.key, name: 'Carport', model: 'Pulsar Plus', serial: '700123' },
      rows: [
        {
          id: 1,
          startedAt: one.startedAt,
          endedAt: one.startedAt + 2 * hour,
          energyKwh: '10.99',
          cost: { amount: '3.16', currency: 'EUR' },
        },
        {
          id: 2,
          startedAt: bare.startedAt,
          endedAt: bare.startedAt + 2 * hour,
          energyKwh: '0.005',
        },
      ],
      prices: past.prices,
      empty: 0,
      sessions: 2,
      totalKwh: '10.995',
      totalCosts: [{ amount: '3.16', currency: 'EUR' }],
      withoutEnergy: 0,
      withoutCost: 1,
    });
  });

  it('sums to the last digit, by currency', () => {
    const cost = (amount: string, currency = 'EUR') =>
      ({ amount, currency, origin: 'own' }) as const;
    const found = of(
      session(1, '2026-10-01T00:00', { energyWh: 100, cost: cost('0.1') }),
      session(2, '2026-10-02T00:00', { energyWh: 200, cost: cost('0.2') }),
      session(3, '2026-10-03T00:00', { energyWh: 10, cost: cost('1', 'USD') }),
    );
    expect(found).toMatchObject({
      totalKwh: '0.31',
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
    const found = of(
      ...['4.354', '4.354', '4.354'].map((amount, one) =>
        session(one, `2026-10-0${one + 1}T00:00`, { cost: cost(amount, 'EUR') }),
      ),
      session(4, '2026-10-04T00:00', { cost: cost('350.4', 'JPY') }),
      session(5, '2026-10-05T00:00', { cost: cost('350.4', 'JPY') }),
    );
    expect(found.rows.map(({ cost: paid }) => paid?.amount)).toEqual([
      '4.35',
      '4.35',
      '4.35',
      '350',
      '350',
    ]);
    expect(found.totalCosts).toEqual([
      { amount: '13.05', currency: 'EUR' },
      { amount: '700', currency: 'JPY' },
    ]);
  });

  it("has the charges that began in the month, by the owner's calendar, of this charger", () => {
    const found = of(
      session(1, '2026-09-30T23:59'),
      session(2, '2026-10-01T00:00'),
      session(3, '2026-10-31T23:59'),
      session(4, '2026-11-01T00:00'),
      session(5, '2026-10-05T12:00', { charger: 'wallbox/700124' }),
    );
    expect(found.rows.map(({ startedAt }) => startedAt)).toEqual([
      wall('2026-10-01T00:00'),
      wall('2026-10-31T23:59'),
    ]);
  });

  const exact = { amount: '3.1597549018', currency: 'EUR', origin: 'own' } as const;
  const night = banded([band(1320, 360, '0.28751182')], '0.4');
  it.each<[string, Partial<Session>, ChargerPast['prices'], string | undefined]>([
    ['that makes the cost', { cost: exact }, past.prices, '0.28751182'],
    ['of a band that held throughout', { cost: exact }, [night], '0.28751182'],
    ['that makes another cost', {}, past.prices, undefined],
    ['in another currency', { cost: { ...exact, currency: 'USD' } }, past.prices, undefined],
    [
      'that changed meanwhile',
      { cost: exact, endedAt: wall('2026-10-04T07:00') },
      [night],
      undefined,
    ],
    ['without a cost', { cost: undefined as never }, past.prices, undefined],
    ['that nobody knows', { cost: exact }, [], undefined],
  ])('names a price %s', (_, change, prices, is) => {
    const sessions = [session(1, '2026-10-03T23:00', change)];
    const [part] = statementOf(october, [{ charger, sessions, prices }], now).parts;
    expect(part?.rows[0]?.perKwh).toBe(is);
    const isSeveral = part?.rows[0]?.severalPrices === true;
    expect(isSeveral).toBe(prices.includes(night) && change.endedAt !== undefined);
  });

  it('says what is missing, and has no charge that has not ended', () => {
    const { energyWh, cost, ...unknown } = session(3, '2026-10-05T12:00');
    const guess = { amount: '1', currency: 'EUR', origin: 'own', estimated: true } as const;
    const guessed = session(2, '2026-10-04T12:00', { cost: guess });
    const found = of(running(1, '2026-10-31T20:00'), guessed, unknown);
    expect(found).toMatchObject({ withoutEnergy: 1, withoutCost: 1 });
    expect(found.rows.map(({ startedAt, estimated }) => [startedAt, estimated])).toEqual([
      [guessed.startedAt, true],
      [unknown.startedAt, undefined],
    ]);
  });

  it('of a charger of which only the name is known has the name', () => {
    const { model, serial, ...nameless } = charger;
    const [part] = statementOf(october, [{ ...past, charger: nameless }], now).parts;
    expect(part?.charger).toEqual({ key: charger.key, name: 'Carport' });
  });

  it('of a whole month with everything known says nothing more', () => {
    const nothing = { withoutEnergy: 0, withoutCost: 0 };
    expect(of(session(1, '2026-10-04T12:00'))).toMatchObject(nothing);
    expect(of()).toMatchObject({ ...nothing, rows: [], totalKwh: '0', totalCosts: [] });
  });

  it('of one kind has only that kind', () => {
    const business = session(1, '2026-10-04T12:00', { tag: 'business' });
    const others = [
      session(2, '2026-10-05T12:00', { tag: 'private' }),
      session(3, '2026-10-06T12:00'),
    ];
    const found = told({ only: 'business' }, business, ...others);
    expect(found).toMatchObject({ only: 'business', sums: { sessions: 1, totalKwh: '10.99' } });
  });

  it('counts sessions without energy apart, and marks what was corrected', () => {
    const correction = { fields: ['energyWh'], original: { startedAt: 0 } } as const;
    const found = of(
      session(1, '2026-10-04T12:00', { energyWh: 4 }),
      session(2, '2026-10-05T12:00', { correction }),
    );
    expect(found).toMatchObject({ empty: 1, sessions: 1, rows: [{ id: 2, corrected: true }] });
  });

  it('of days has both the first and the last', () => {
    const order = { from: '2026-10-25', to: '2026-10-26' };
    const at = ['2026-10-24T23:59', '2026-10-25T00:00', '2026-10-26T23:59', '2026-10-27T00:00'];
    const found = told(order, ...at.map((one, id) => session(id, one)));
    expect(found.parts[0]?.rows.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('has every price that held in it, and no other', () => {
    const from = (at: string, perKwh: string) => ({ ...flat(perKwh), from: wall(at) });
    const entries = [
      from('2026-01-01T00:00', '0.1'),
      from('2026-09-30T00:00', '0.2'),
      from('2026-10-15T00:00', '0.3'),
      from('2026-11-01T00:00', '0.4'),
    ];
    const found = statementOf(october, [{ ...past, prices: entries.toReversed() }], now);
    expect(found.parts[0]?.prices).toEqual(entries.slice(1, 3));
  });

  it('says what a kWh came to by an hourly price, of its printed rows alone', () => {
    const market = { source: 'energyCharts', area: 'DE-LU' } as const;
    const bare = { kind: 'hourly', market, factor: '1', surcharge: '0', vatPercent: '0' } as const;
    const hourly = { ...flat('0'), from: wall('2026-10-10T00:00'), tariff: bare };
    const prices = [flat('0.5'), hourly, flat('0.4', { from: wall('2026-10-20T00:00') })];
    const costing = (amount: string) =>
      ({ cost: { amount, currency: 'EUR', origin: 'own' } }) as const;
    const { cost: _unknown, ...unpriced } = session(5, '2026-10-14T18:00');
    const sessions = [
      session(1, '2026-10-09T18:00', costing('9')),
      session(2, '2026-10-12T18:00', { energyWh: 1000, ...costing('0.2049') }),
      session(3, '2026-10-13T18:00', { energyWh: 2000, ...costing('0.404') }),
      unpriced,
      session(6, '2026-10-21T18:00', costing('9')),
    ];
    const [part] = statementOf(october, [{ ...past, prices, sessions }], now).parts;
    expect(part?.hourlyAverages).toEqual([{ from: hourly.from, perKwh: '0.2' }]);
    expect(part?.rows.map(({ severalPrices }) => severalPrices)).toEqual([
      undefined,
      true,
      true,
      undefined,
      undefined,
    ]);
  });

  it('of several chargers adds up to what all its printed rows come to', () => {
    const cents = fc.array(fc.integer({ min: 0, max: 9_999_999 }), { maxLength: 8 });
    fc.assert(
      fc.property(cents, cents, (one, other) => {
        const pasts = [one, other].map((amounts, index) => ({
          ...past,
          charger: { ...charger, key: `wallbox/${index}` },
          sessions: amounts.map((amount, id) =>
            session(id, '2026-10-04T12:00', {
              charger: `wallbox/${index}`,
              energyWh: 5 + (amount % 80_000),
              cost: { amount: String(amount / 10_000), currency: 'EUR', origin: 'own' },
            }),
          ),
        }));
        const { parts, sums } = statementOf(october, pasts, now);
        const rows = parts.flatMap((part) => part.rows);
        const printed = rows.reduce(
          (sum, row) => sum + Math.round(Number(row.cost?.amount) * 100),
          0,
        );
        expect(Math.round(Number(sums.totalCosts[0]?.amount ?? 0) * 100)).toBe(printed);
        const wh = rows.reduce((sum, row) => sum + Math.round(Number(row.energyKwh) * 1000), 0);
        expect(Math.round(Number(sums.totalKwh) * 1000)).toBe(wh);
        expect(sums.sessions).toBe(one.length + other.length);
      }),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-10', 31 * 24 + 1],
    ['Europe/Berlin', '2026-03', 31 * 24 - 1],
    ['Australia/Lord_Howe', '2026-10', 31 * 24 - 0.5],
    ['America/New_York', '2026-12', 31 * 24],
  ])('in %s of %s is of %d hours', (where, month, hours) => {
    const { from, to } = spanOf({ from: `${month}-01`, to: `${month}-31`, zone: where });
    expect((to - from) / hour).toBe(hours);
  });
});
