import { describe, expect, it } from 'vitest';
import { costOf } from '../../../electron/tariffs/cost.ts';
import { noSlots, type SlotLookup } from '../../../electron/tariffs/hourly.ts';
import { isUniform, stretchesOf } from '../../../electron/tariffs/price.ts';
import { reckoning } from '../../../electron/tariffs/reckoning.ts';
import type { PriceSlot, SlotSeries } from '../../../shared/domain/price/slot.ts';
import type { HourlyTariff, PriceEntry } from '../../../shared/domain/session/price.ts';
import { fc } from '../../fixtures/properties.ts';
import { band, banded, flat, wall } from './prices.ts';

const minute = 60_000;
const quarter = 15 * minute;
const market = { source: 'energyCharts', area: 'DE-LU' } as const;

function hourly(parts: Partial<HourlyTariff> = {}, change: Partial<PriceEntry> = {}): PriceEntry {
  const bare = { kind: 'hourly', market, factor: '1', surcharge: '0', vatPercent: '0' } as const;
  return { ...flat('0', change), tariff: { ...bare, ...parts } };
}

function quartersFrom(from: number, prices: readonly string[]): readonly PriceSlot[] {
  return prices.map((perKwh, index) => ({
    from: from + index * quarter,
    until: from + (index + 1) * quarter,
    perKwh,
  }));
}

function told(slots: readonly PriceSlot[], more: Partial<SlotSeries> = {}): SlotLookup {
  const series = { currency: 'EUR', vatIncluded: false, slots, ...more };
  return ({ area, source }) => (area === market.area && source === market.source ? [series] : []);
}

const noon = wall('2026-11-20T12:00');

function priceOf(entry: PriceEntry, slots: SlotLookup, at = noon): string | undefined {
  return stretchesOf([entry], { from: at, to: at + 1 }, slots)[0]?.price?.perKwh;
}

describe('an hourly price', () => {
  it.each<[string, string, Partial<HourlyTariff>, Partial<SlotSeries>, string]>([
    ['the spot price alone', '0.0799', {}, {}, '0.0799'],
    ['with a factor', '0.08', { factor: '1.05' }, {}, '0.084'],
    ['with a surcharge', '0.08', { surcharge: '0.0187' }, {}, '0.0987'],
    ['with the tax', '0.1', { vatPercent: '19' }, {}, '0.119'],
    [
      'with all of it',
      '0.08',
      { factor: '1.05', surcharge: '0.0187', vatPercent: '19' },
      {},
      '0.122213',
    ],
    [
      'where the spot price is negative',
      '-0.05',
      { surcharge: '0.02', vatPercent: '20' },
      {},
      '-0.036',
    ],
    ['where a surcharge is taken off', '0.1', { surcharge: '-0.02' }, {}, '0.08'],
    [
      'where the tax is in the spot price already',
      '0.1',
      { vatPercent: '25' },
      { vatIncluded: true },
      '0.1',
    ],
    [
      'where it is, and the rest comes without',
      '0.1',
      { factor: '2', surcharge: '0.04', vatPercent: '25' },
      { vatIncluded: true },
      '0.25',
    ],
    [
      'exactly, whatever the digits',
      '0.123456789012',
      { factor: '1.00000001', vatPercent: '7.7' },
      {},
      '0.13296296309555361765924',
    ],
  ])('is %s', (_what, spot, tariff, series, perKwh) => {
    expect(priceOf(hourly(tariff), told(quartersFrom(noon, [spot]), series))).toBe(perKwh);
  });

  it.each<[string, PriceEntry, SlotLookup]>([
    ['in a gap between slots', hourly(), told(quartersFrom(noon + quarter, ['0.1']))],
    ['after the last slot', hourly(), told(quartersFrom(noon - quarter, ['0.1']))],
    ['in another currency', hourly({}, { currency: 'SEK' }), told(quartersFrom(noon, ['0.1']))],
    [
      'of another market',
      hourly({ market: { source: 'awattar', area: 'DE-LU' } }),
      told(quartersFrom(noon, ['0.1'])),
    ],
    ['where nothing is known', hourly(), noSlots],
    [
      'where nobody knows the clock of its grid fee',
      hourly({ gridFee: { bands: [band(0, 60, '1')], otherwise: '2' } }, { zone: 'Mars/Olympus' }),
      told(quartersFrom(noon, ['0.1'])),
    ],
  ])('is not known %s', (_where, entry, slots) => {
    expect(priceOf(entry, slots)).toBeUndefined();
  });

  it('takes what was told in the currency of the price, of all that was', () => {
    const slots = quartersFrom(noon, ['0.1']);
    const both = (currency: string) => hourly({}, { currency });
    const lookup: SlotLookup = () => [
      { currency: 'BGN', vatIncluded: false, slots: quartersFrom(noon, ['0.2']) },
      { currency: 'EUR', vatIncluded: false, slots },
    ];
    expect(priceOf(both('EUR'), lookup)).toBe('0.1');
    expect(priceOf(both('BGN'), lookup)).toBe('0.2');
  });

  it('has a grid fee by the clock of its owner, over midnight', () => {
    const gridFee = { bands: [band(22 * 60, 6 * 60, '0.02')], otherwise: '0.1' };
    const from = wall('2026-11-20T21:00');
    const slots = told([{ from, until: from + 12 * 4 * quarter, perKwh: '0.05' }]);
    const stretches = stretchesOf([hourly({ gridFee })], { from, to: from + 48 * quarter }, slots);
    expect(stretches.map(({ from: at, price }) => [(at - from) / quarter, price?.perKwh])).toEqual([
      [0, '0.15'],
      [4, '0.07'],
      [36, '0.15'],
    ]);
  });

  it.each([
    ['2026-03-29', 92, 8],
    ['2026-10-25', 100, 16],
    ['2026-11-20', 96, 12],
  ])('follows every quarter of %s', (day, quarters, nights) => {
    const from = wall(`${day}T00:00`);
    const prices = Array.from({ length: quarters }, (_, index) => `0.${100 + index}`);
    const to = from + quarters * quarter;
    // From midnight to three by the clock, whatever that clock does meanwhile.
    const gridFee = { bands: [band(0, 180, '1')], otherwise: '0' };
    const slots = told(quartersFrom(from, prices));
    const stretches = stretchesOf([hourly({ gridFee })], { from, to }, slots);
    expect(stretches).toHaveLength(quarters);
    const paid = stretches.map(({ price }) => price?.perKwh ?? '');
    expect(paid.filter((perKwh) => Number(perKwh) > 1)).toHaveLength(nights);
    expect(paid.map((perKwh) => Number(perKwh) % 1)).toEqual(
      prices.map((one) => expect.closeTo(Number(one), 9)),
    );
  });

  it('is one price where the market says the same for hours', () => {
    const slots = told(quartersFrom(noon, ['0.1', '0.1', '0.2']));
    expect(isUniform([hourly()], { from: noon, to: noon + 2 * quarter }, slots)).toBe(true);
    expect(isUniform([hourly()], { from: noon, to: noon + 3 * quarter }, slots)).toBe(false);
  });
});

describe('the cost by an hourly price', () => {
  const slice = (from: number, to: number, energyWh: string) => ({ from, to, energyWh });

  it('is not known where energy flowed in a gap, and is where none did', () => {
    const [first, , third] = quartersFrom(noon, ['0.1', '9', '0.3']);
    const slots = told([first, third].flatMap((slot) => slot ?? []));
    const at = (begin: number) =>
      slice(noon + begin * quarter, noon + (begin + 1) * quarter, '1000');
    expect(costOf([at(0), at(2)], [hourly()], slots)?.amount).toBe('0.4');
    expect(costOf([at(0), at(1), at(2)], [hourly()], slots)).toBeUndefined();
  });

  it('is what the sum over every minute comes to', () => {
    const cents = fc.integer({ min: -500, max: 3000 });
    const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 9, maxLength: 9 }),
        counts,
        fc.record({
          factor: fc.integer({ min: 1, max: 300 }),
          surcharge: fc.integer({ min: -200, max: 2000 }),
          vat: fc.integer({ min: 0, max: 100 }),
          fee: fc.integer({ min: 0, max: 1000 }),
          late: fc.integer({ min: 0, max: 1500 }),
          vatIncluded: fc.boolean(),
        }),
        (spots, whs, { factor, surcharge, vat, fee, late, vatIncluded }) => {
          const evening = 12 * 60 + 47;
          const entry = hourly({
            factor: `${factor / 100}`,
            surcharge: `${surcharge / 10_000}`,
            vatPercent: `${vat}`,
            gridFee: {
              bands: [band(evening, 24 * 60, `${late / 10_000}`)],
              otherwise: `${fee / 10_000}`,
            },
          });
          const prices = spots.map((cent) => `${cent / 10_000}`);
          const slots = told(quartersFrom(noon, prices), { vatIncluded });
          const slices = whs.map((wh, index) =>
            slice(noon + index * minute, noon + (index + 1) * minute, `${wh}`),
          );
          let sum = 0;
          for (const [index, wh] of whs.entries()) {
            const spot = ((spots[Math.floor(index / 15)] ?? Number.NaN) / 10_000) * (factor / 100);
            const others = (surcharge + (index >= 47 ? late : fee)) / 10_000;
            const tax = 1 + vat / 100;
            const perKwh = vatIncluded ? spot + others * tax : (spot + others) * tax;
            sum += (wh / 1000) * perKwh;
          }
          const cost = costOf(slices, [entry], slots);
          expect(Number(cost?.amount)).toBeCloseTo(sum, 9);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is paid when, for who plans by it', () => {
  const span = { from: noon, until: noon + 3 * quarter };
  const slots = told(quartersFrom(noon, ['0.1', '0.2']));

  it('is known as far as the market has told it', () => {
    expect(reckoning.paidSlots([hourly({ surcharge: '0.05' })], span, slots)).toEqual([
      { from: noon, until: noon + quarter, perKwh: '0.15', currency: 'EUR' },
      { from: noon + quarter, until: noon + 2 * quarter, perKwh: '0.25', currency: 'EUR' },
    ]);
  });

  it('goes by the time of day too', () => {
    const bands = banded([band(12 * 60, 12 * 60 + 15, '0.1')], '0.3');
    expect(reckoning.paidSlots([bands], span, noSlots)?.map(({ perKwh }) => perKwh)).toEqual([
      '0.1',
      '0.3',
    ]);
  });

  it.each<[string, readonly PriceEntry[]]>([
    ['has no price', []],
    ['pays the same at any time', [flat('0.3')]],
    ['pays by the hour only later', [flat('0.3'), hourly({}, { from: span.until })]],
    ['paid by the hour before', [hourly(), flat('0.3', { from: span.from })]],
    ['has never said so', [banded([band(0, 60, '1')], '2', { origin: 'charger' })]],
  ])('is no question where its owner %s', (_who, entries) => {
    expect(reckoning.paidSlots(entries, span, slots)).toBeUndefined();
  });
});
