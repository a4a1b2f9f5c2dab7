import { failed, type Result, success } from '../../../shared/result.ts';
import type { messages } from '../../../shared/text/messages.ts';
import { partsOfNumber } from '../basic/typed-number.ts';

/** What is wrong with something that was typed. */
export type PriceTrouble = keyof typeof messages.priceTroubles;

/** What is wrong, by the name of the field: `day`, `perKwh`, `bands.3.days`. */
export type DraftTroubles = Readonly<Record<string, PriceTrouble>>;

/** More than this for a kWh is allowed, but somebody may have lost the point. */
const usual = 5;

/** An exact decimal from what was typed, with a point or a comma. */
export function priceOf(typed: string): Result<string, PriceTrouble> {
  if (typed.trim() === '') return failed('empty');
  const parts = partsOfNumber(typed);
  if (!parts) return failed('noNumber');
  const { isNegative, whole, fraction } = parts;
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  if (digits.length > 6) return failed('tooLarge');
  if (fraction.length > 8) return failed('tooFine');
  return success(`${isNegative ? '-' : ''}${digits}${fraction && `.${fraction}`}`);
}

/** Whether a price is so far from others that it may be a slip. */
export function isUnusual(typed: string): boolean {
  const price = priceOf(typed);
  return price.ok && Math.abs(Number(price.value)) > usual;
}
