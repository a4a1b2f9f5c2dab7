import { decimal, type FormatOptions, money } from './format.ts';

/** Hundredths of currencies in which electricity is talked of by them. */
const hundredths: ReadonlyMap<string, string> = new Map([
  ['EUR', 'ct'],
  ['GBP', 'p'],
  ['USD', '¢'],
]);

/** In what the price of a kWh is talked of in a currency: so many of it are one of the currency. */
export interface PriceUnit {
  /** `ct`, `DKK`. */
  readonly name: string;
  readonly per: number;
}

export function priceUnit(currency: string): PriceUnit {
  const name = hundredths.get(currency);
  return name === undefined ? { name: currency, per: 1 } : { name, per: 100 };
}

/** A price of a kWh, short enough for a picture: `8.1 ct`, `31 ct`, `DKK 1.27`. */
export function unitPrice(perKwh: number, currency: string, options: FormatOptions): string {
  const { name, per } = priceUnit(currency);
  if (per === 1) return money(perKwh.toFixed(2), currency, options);
  const value = perKwh * per;
  const hasTenth = value !== 0 && Math.abs(value) < 9.95;
  return `${decimal(value, hasTenth ? 1 : 0, options)}\u00a0${name}`;
}
