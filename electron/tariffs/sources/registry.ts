import type { AnyPriceSourceId } from '../../../shared/domain/price/source.ts';
import { awattar } from './awattar.ts';
import { elering } from './elering.ts';
import { energyCharts } from './energy-charts.ts';
import { nordPool } from './nord-pool.ts';
import type { PriceSource } from './price-source.ts';
import { smard } from './smard.ts';

/** Every source of prices: one line each. Loaded when somebody charges by price. */
export const priceSources: { readonly [Id in AnyPriceSourceId]?: PriceSource } = {
  energyCharts,
  awattar,
  nordPool,
  smard,
  elering,
};
