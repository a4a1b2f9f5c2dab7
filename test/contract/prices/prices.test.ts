import { awattar } from '../../../electron/tariffs/sources/awattar.ts';
import { elering } from '../../../electron/tariffs/sources/elering.ts';
import { energinet } from '../../../electron/tariffs/sources/energinet.ts';
import { energyCharts } from '../../../electron/tariffs/sources/energy-charts.ts';
import { energyZero } from '../../../electron/tariffs/sources/energy-zero.ts';
import { nordPool } from '../../../electron/tariffs/sources/nord-pool.ts';
import { octopus } from '../../../electron/tariffs/sources/octopus.ts';
import { omie } from '../../../electron/tariffs/sources/omie.ts';
import { own } from '../../../electron/tariffs/sources/own/own.ts';
import { smard } from '../../../electron/tariffs/sources/smard.ts';
import { spotHinta } from '../../../electron/tariffs/sources/spot-hinta.ts';
import { tibber } from '../../../electron/tariffs/sources/tibber.ts';
import { HOUR_MS, MARKET_ZONE, QUARTER_MS, rateOf } from '../../simulators/prices/market.ts';
import { penceWithTax } from '../../simulators/prices/routes/octopus.ts';
import { OWN_HOST } from '../../simulators/prices/routes/own.ts';
import { kronorFor, TIBBER_TOKEN } from '../../simulators/prices/routes/tibber.ts';
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
  {
    source: octopus,
    area: area('GB-C'),
    currency: 'GBP',
    vatIncluded: true,
    stepMs: HOUR_MS / 2,
    truth: (market, from, stepMs, code) => penceWithTax(market.priceAt(code, from, stepMs)) / 100,
    // The list of products, and the prices of one.
    mostRequests: 2,
    missing: 'notUnderstood',
  },
  { source: energyZero, area: area('NL'), currency: 'EUR', stepMs: QUARTER_MS, mostRequests: 2 },
  { source: spotHinta, area: area('SE3'), currency: 'EUR', stepMs: QUARTER_MS, mostRequests: 1 },
  {
    source: energinet,
    area: area('DK1'),
    currency: 'DKK',
    stepMs: QUARTER_MS,
    truth: (market, from, stepMs, code) =>
      (market.priceAt(code, from, stepMs) * rateOf('DKK')) / 1000,
    mostRequests: 1,
  },
  { source: omie, area: area('PT'), currency: 'EUR', stepMs: QUARTER_MS, mostRequests: 2 },
  {
    source: tibber,
    area: area('SE3'),
    currency: 'SEK',
    vatIncluded: true,
    stepMs: QUARTER_MS,
    truth: (market, from) => kronorFor(market.priceAt('SE3', from)),
    token: TIBBER_TOKEN,
    mostRequests: 1,
  },
  {
    source: own,
    area: area('own'),
    currency: 'EUR',
    vatIncluded: true,
    stepMs: QUARTER_MS,
    truth: (market, from) => market.priceAt('DE-LU', from) / 1000,
    address: `https://${OWN_HOST}/own.json`,
    mostRequests: 1,
    missing: 'notFound',
  },
];

for (const harness of harnesses) priceContract(harness);
