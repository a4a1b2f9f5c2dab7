import { decimal, type FormatOptions, money } from '../../../shared/text/format.ts';

/** Hundredths of currencies in which electricity is talked of by them. */
const hundredths: ReadonlyMap<string, string> = new Map([
  ['EUR', 'ct'],
  ['GBP', 'p'],
  ['USD', '¢'],
]);

/** A price of a kWh, short enough for a picture: `8.1 ct`, `31 ct`, `DKK 1.27`. */
export function unitPrice(perKwh: number, currency: string, options: FormatOptions): string {
  const unit = hundredths.get(currency);
  if (unit === undefined) return money(perKwh.toFixed(2), currency, options);
  const value = perKwh * 100;
  const hasTenth = value !== 0 && Math.abs(value) < 9.95;
  return `${decimal(value, hasTenth ? 1 : 0, options)}\u00a0${unit}`;
}
