import type { AnyPriceSourceId } from '../../../shared/domain/price/source.ts';
import { awattar } from './awattar.ts';
import { elering } from './elering.ts';
import { energinet } from './energinet.ts';
import { energyCharts } from './energy-charts.ts';
import { energyZero } from './energy-zero.ts';
import { nordPool } from './nord-pool.ts';
import { octopus } from './octopus.ts';
import { omie } from './omie.ts';
import { own } from './own/own.ts';
import type { PriceSource } from './price-source.ts';
import { smard } from './smard.ts';
import { spotHinta } from './spot-hinta.ts';
import { tibber } from './tibber.ts';

/** Every source of prices: one line each. Loaded when somebody charges by price. */
export const priceSources: Readonly<Record<AnyPriceSourceId, PriceSource>> = {
  energyCharts,
  awattar,
  octopus,
  energyZero,
  spotHinta,
  energinet,
  omie,
  nordPool,
  tibber,
  own,
  smard,
  elering,
};
