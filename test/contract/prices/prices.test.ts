import { awattar } from '../../../electron/tariffs/sources/awattar.ts';
import { elering } from '../../../electron/tariffs/sources/elering.ts';
import { energyCharts } from '../../../electron/tariffs/sources/energy-charts.ts';
import { nordPool } from '../../../electron/tariffs/sources/nord-pool.ts';
import { smard } from '../../../electron/tariffs/sources/smard.ts';
import { HOUR_MS, MARKET_ZONE, QUARTER_MS } from '../../simulators/prices/market.ts';
import type { PriceHarness } from './price-bench.ts';
import { priceContract } from './price-contract.ts';

const area = (code: string) => ({ code, zone: MARKET_ZONE });

/** One line or a few for each source. */
const harnesses: readonly PriceHarness[] = [
  {
    source: energyCharts,
    area: area('DE-LU'),
    currency: 'EUR',
    stepMs: QUARTER_MS,
    mostRequests: 1,
    hasLists: true,
  },
  { source: awattar, area: area('DE-LU'), currency: 'EUR', stepMs: HOUR_MS, mostRequests: 1 },
  { source: smard, area: area('DE-LU'), currency: 'EUR', stepMs: QUARTER_MS, mostRequests: 3 },
  { source: elering, area: area('EE'), currency: 'EUR', stepMs: QUARTER_MS, mostRequests: 1 },
  {
    source: nordPool,
    area: area('SE3'),
    currency: 'SEK',
    stepMs: QUARTER_MS,
    mostRequests: 2,
    truth: (market, from, stepMs, code) => (market.priceAt(code, from, stepMs) * 11.2) / 1000,
  },
];

for (const harness of harnesses) priceContract(harness);
