import type { FormatOptions } from './format.ts';

/** An exact decimal (`10.987`) in the owner's way of writing, digit for digit, at least so many. */
export function exactNumber(
  amount: string,
  { locale, numberLocale = locale }: FormatOptions,
  least = 0,
): string {
  const digits = Math.max(least, fraction(amount));
  // Intl formats decimal strings exactly; the types lag behind.
  return new Intl.NumberFormat(numberLocale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount as unknown as number);
}

/** A price per kWh with all its digits, at least two: `€0.2875`. */
export function exactPrice(amount: string, currency: string, formatOptions: FormatOptions): string {
  const { locale, numberLocale = locale } = formatOptions;
  const digits = Math.max(2, fraction(amount));
  try {
    return new Intl.NumberFormat(numberLocale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(amount as unknown as number);
  } catch {
    // No currency that this system knows.
    return `${exactNumber(amount, formatOptions, digits)}\u00a0${currency}`;
  }
}

/** Of a price per kWh tenths of a cent, which tell prices apart; of a large one whole hundredths. */
export function shortPrice(amount: string): string {
  const price = Number(amount);
  return price.toFixed(Math.abs(price) < 10 ? 3 : 2);
}

/** Decimals of a price per kWh that are kept, at most. */
export const mostDigits = 8;

/** A price that came as a number, without what its binary form adds: `0.1234`. */
export function asDecimal(price: number): string {
  return price.toFixed(mostDigits).replace(/\.?0+$/, '');
}

/** How many decimals a column needs so that its points stand below each other; two at least. */
export function columnDigits(amounts: readonly (string | undefined)[]): number {
  return Math.max(2, ...amounts.map((amount) => fraction(amount ?? '')));
}

function fraction(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}
