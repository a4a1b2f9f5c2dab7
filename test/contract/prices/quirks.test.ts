import { describe, expect, it } from 'vitest';
import { awattar } from '../../../electron/tariffs/sources/awattar.ts';
import { energyCharts } from '../../../electron/tariffs/sources/energy-charts.ts';
import { nordPool } from '../../../electron/tariffs/sources/nord-pool.ts';
import type { PriceSource } from '../../../electron/tariffs/sources/price-source.ts';
import { smard } from '../../../electron/tariffs/sources/smard.ts';
import { MARKET_ZONE, QUARTER_MS } from '../../simulators/prices/market.ts';
import { type PriceHarness, priceBench } from './price-bench.ts';
import { afternoon, expectWhole, failureIn, morning, priceCase, pricesIn } from './price-case.ts';

/** What only one source does. */
function harnessOf(source: PriceSource, code: string): PriceHarness {
  const area = { code, zone: MARKET_ZONE };
  return { source, area, currency: 'EUR', stepMs: QUARTER_MS, mostRequests: 9 };
}

describe('Energy-Charts', () => {
  const bench = priceCase(harnessOf(energyCharts, 'DE-LU'), afternoon);
  const { simulator, ask } = { simulator: () => bench().simulator, ask: () => bench().ask(0, 1) };

  it('is told the last day too, and its licence is passed on', async () => {
    const series = pricesIn(await ask());
    expect(series.attribution).toMatch(/^CC BY 4\.0/);
    expect(simulator().requests).toMatchObject([
      { path: '/price', query: 'bzn=DE-LU&start=2026-06-10&end=2026-06-11' },
    ]);
  });

  it.each([
    ['None', undefined],
    [42, undefined],
  ])('is understood with %j in the place of unit and licence', async (value, attribution) => {
    const body = (right: unknown) => ({ ...Object(right), unit: value, license_info: 42 });
    simulator().fail({ path: '/price', failure: { kind: 'rewrite', body } });
    const series = pricesIn(await ask());
    expect(series.attribution).toBe(attribution);
    expectWhole(series, bench().day(0), bench().day(2));
  });
});

describe('aWATTar', () => {
  const bench = priceCase(harnessOf(awattar, 'AT'), afternoon);

  it('has a host for each country', async () => {
    pricesIn(await bench().ask(0, 0));
    pricesIn(await bench().ask(0, 0, { area: { code: 'DE-LU', zone: MARKET_ZONE } }));
    const hosts = bench().simulator.requests.map(({ host }) => host);
    expect(hosts).toEqual(['api.awattar.at', 'api.awattar.de']);
  });
});

describe('Nord Pool', () => {
  const bench = priceCase(harnessOf(nordPool, 'DE-LU'), afternoon);
  const later = priceCase(harnessOf(nordPool, 'PL'), morning);

  it('is asked day by day, by its own names, in the currency that is paid there', async () => {
    pricesIn(await bench().ask(0, 1));
    expect(bench().simulator.requests.map(({ query }) => query)).toEqual([
      'date=2026-06-10&market=DayAhead&deliveryArea=GER&currency=EUR',
      'date=2026-06-11&market=DayAhead&deliveryArea=GER&currency=EUR',
    ]);
  });

  it('tells a day that is published before one that is not', async () => {
    const series = pricesIn(await later().ask(0, 1));
    expect(series.currency).toBe('PLN');
    expectWhole(series, later().day(0), later().day(1));
    expect(later().simulator.requests.map(({ status }) => status)).toEqual([200, 204]);
  });

  it('keeps today although tomorrow fails', async () => {
    const failure = { kind: 'status', status: 500 } as const;
    const first = bench().ask(0, 1);
    await bench().arrived(1);
    bench().simulator.fail({ path: '/api', times: Number.POSITIVE_INFINITY, failure });
    expectWhole(pricesIn(await first), bench().day(0), bench().day(1));
  });

  it('is not believed in another currency than it was asked for', async () => {
    const body = (right: unknown) => ({ ...Object(right), currency: 'SEK' });
    bench().simulator.fail({ path: '/api', times: 2, failure: { kind: 'rewrite', body } });
    expect(failureIn(await bench().ask(0, 1))).toEqual({ kind: 'notUnderstood' });
  });
});

describe('SMARD', () => {
  const sunday = priceCase(harnessOf(smard, 'DE-LU'), Date.UTC(2026, 5, 14, 14));

  it('has the night from Sunday to Monday in two files', async () => {
    const series = pricesIn(await sunday().ask(0, 1));
    expectWhole(series, sunday().day(0), sunday().day(2));
    expect(series.attribution).toContain('SMARD.de');
    const files = sunday().simulator.requests.map(({ path }) => path.split('/').at(-1));
    expect(files).toEqual([
      'index_quarterhour.json',
      `4169_DE_quarterhour_${Date.UTC(2026, 5, 7, 22)}.json`,
      `4169_DE_quarterhour_${Date.UTC(2026, 5, 14, 22)}.json`,
    ]);
  });

  it('is asked for one file where one has all', async () => {
    const bench = await priceBench(harnessOf(smard, 'DE-LU'), afternoon);
    pricesIn(await bench.ask(0, 1));
    expect(bench.simulator.requests).toHaveLength(2);
    await bench.close();
  });
});
