import type { PriceRoute } from './route.ts';
import { awattarRoute } from './routes/awattar.ts';
import { energyChartsRoute } from './routes/energy-charts.ts';

/** What every source answers: one line each. */
export const priceRoutes: readonly PriceRoute[] = [energyChartsRoute, awattarRoute];
