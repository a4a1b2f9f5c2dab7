import type { PriceRoute } from './route.ts';
import { awattarRoute } from './routes/awattar.ts';
import { eleringRoute } from './routes/elering.ts';
import { energyChartsRoute } from './routes/energy-charts.ts';
import { nordPoolRoute } from './routes/nord-pool.ts';
import { smardRoute } from './routes/smard.ts';

/** What every source answers: one line each. */
export const priceRoutes: readonly PriceRoute[] = [
  energyChartsRoute,
  awattarRoute,
  nordPoolRoute,
  smardRoute,
  eleringRoute,
];
