import type { AnyPriceSourceId } from '../../../shared/domain/price/source.ts';
import { priceSources } from './registry.ts';

/**
 * Who may step in for another source, the best first: quarters before hours, an exchange's or a
 * grid's own data before a private service. All of them tell the price of the market without tax,
 * and can do so in euros. Nord Pool is not among them, as its terms leave that to its owner's
 * choice; nor are those who tell what their own customers pay.
 */
const standIns = [
  'energyCharts',
  'smard',
  'energinet',
  'elering',
  'omie',
  'energyZero',
  'spotHinta',
  'awattar',
] as const satisfies readonly AnyPriceSourceId[];

/**
 * Sources that know the prices of the same area, to be asked in this order where one has failed.
 * They are asked with the currency of the prices that they stand in for, and a series that comes in
 * another is of no use: an amount in kroner is not one in euros.
 */
export function secondSourcesOf(
  id: AnyPriceSourceId,
  areaCode: string,
): readonly AnyPriceSourceId[] {
  if (!tellsMarket(id)) return [];
  return standIns.filter(
    (other) => other !== id && priceSources[other].areas.some(({ code }) => code === areaCode),
  );
}

function tellsMarket(id: AnyPriceSourceId): boolean {
  return id === 'nordPool' || standIns.some((other) => other === id);
}
