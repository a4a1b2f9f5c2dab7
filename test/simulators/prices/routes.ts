import type { PriceRoute } from './route.ts';
import { awattarRoute } from './routes/awattar.ts';
import { eleringRoute } from './routes/elering.ts';
import { energinetRoute } from './routes/energinet.ts';
import { energyChartsRoute } from './routes/energy-charts.ts';
import { energyZeroRoute } from './routes/energy-zero.ts';
import { nordPoolRoute } from './routes/nord-pool.ts';
import { octopusProductsRoute, octopusRatesRoute } from './routes/octopus.ts';
import { omieRoute } from './routes/omie.ts';
import { ownRoute } from './routes/own.ts';
import { smardRoute } from './routes/smard.ts';
import { spotHintaRoute } from './routes/spot-hinta.ts';
import { tibberRoute } from './routes/tibber.ts';

/** What every source answers: one line each. */
export const priceRoutes: readonly PriceRoute[] = [
  energyChartsRoute,
  awattarRoute,
  nordPoolRoute,
  smardRoute,
  eleringRoute,
  octopusProductsRoute,
  octopusRatesRoute,
  energyZeroRoute,
  spotHintaRoute,
  energinetRoute,
  omieRoute,
  tibberRoute,
  ownRoute,
];
