import { awattar } from '../../../electron/tariffs/sources/awattar.ts';
import { energyCharts } from '../../../electron/tariffs/sources/energy-charts.ts';
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
];

for (const harness of harnesses) priceContract(harness);
