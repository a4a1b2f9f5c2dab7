import { describe, expect, it } from 'vitest';
import { cheapestTime } from '../../../electron/planner/cheapest-time.ts';
import type { MarketView } from '../../../shared/domain/price/market.ts';

const hour = 3_600_000;
const evening = Date.UTC(2026, 10, 20, 18);
const order = { wh: 20_000, powerW: 10_000, readyBy: 7 * 60, inOneGo: true };
const inBerlin = { now: evening, zone: 'Europe/Berlin' };

/** Prices of the hours from six in the evening on, as texts. */
function aMarket(prices: readonly string[]): MarketView {
  const slots = prices.map((perKwh, at) => ({
    from: evening + at * hour,
    until: evening + (at + 1) * hour,
    perKwh,
  }));
  return { choice: { source: 'energyCharts', area: 'DE-LU' }, slots };
}

describe('the time that costs least', () => {
  it('is that of the lowest prices before the car is to be ready', () => {
    const night = ['0.3', '0.3', '0.2', '0.1', '-0.02', '0.2', '0.3', '0.3', '0.3', '0.3', '0.3'];
    // Ready at seven in Berlin is six of UTC: the cheapest hours of all come too late.
    const found = cheapestTime(aMarket([...night, '0.3', '-1', '-1']), order, inBerlin);
    expect(found.blocks).toEqual([{ from: evening + 3 * hour, until: evening + 5 * hour }]);
    expect(found.wh).toBe(20_000);
    expect(found.cost).toBeCloseTo(10 * 0.1 - 10 * 0.02, 9);
    expect(found.saved).toBeCloseTo(6 - 0.8, 9);
  });

  it('is left to the night where its prices are not known yet', () => {
    const found = cheapestTime(aMarket(['0.3', '0.3']), order, inBerlin);
    expect(found.blocks.every(({ isForecast }) => isForecast)).toBe(true);
    expect(found.saved).toBeUndefined();
  });

  it('is not invented where there are no prices', () => {
    const found = cheapestTime(aMarket([]), order, inBerlin);
    expect(found.reasons).toEqual([{ kind: 'noPrices' }]);
    expect(found.cost).toBeUndefined();
  });

  it('says what is possible where all of it is not', () => {
    const late = { ...inBerlin, now: evening + 11 * hour };
    const night = Array.from({ length: 14 }, () => '0.3');
    const found = cheapestTime(aMarket(night), order, late);
    expect(found.reasons).toEqual([{ kind: 'tooLittleTime', possibleWh: 10_000 }]);
  });
});
