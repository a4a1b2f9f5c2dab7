import Big from 'big.js';
import { z } from 'zod';
import { mostDigits } from '../../../../shared/text/exact.ts';

/**
 * A price as a source writes it, as an exact decimal: a number, or the text of one. Null is a price
 * that the source does not know. Whatever else stands there is no price of this source.
 */
export const priceNumber = z.union([
  z.null(),
  z.number().transform((price) => new Big(price).toFixed()),
  z
    .string()
    .regex(/^-?\d{1,9}(\.\d{1,20})?$/)
    .transform((price) => new Big(price).toFixed()),
]);

/** Units in which sources give their prices. */
export type PriceUnit = 'kWh' | 'MWh' | 'hundredthsPerKwh';

const perKwhOf: { readonly [Unit in PriceUnit]: string } = {
  kWh: '1',
  MWh: '0.001',
  hundredthsPerKwh: '0.01',
};

/** A decimal in another unit as one per kWh: exactly, but for more digits than a price has. */
export function perKwh(amount: string, unit: PriceUnit): string {
  const price = new Big(amount).times(perKwhOf[unit]).round(mostDigits, Big.roundHalfUp);
  // Big keeps the sign of a zero.
  return price.eq(0) ? '0' : price.toFixed();
}
