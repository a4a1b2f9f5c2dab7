import { expect, test } from 'vitest';
import { asDecimal, columnDigits, exactNumber, exactPrice } from '../../../shared/text/exact.ts';

test.each([
  ['0.2875', 'en-IE', '€0.2875'],
  ['0.3', 'en-IE', '€0.30'],
  ['-0.05', 'en-IE', '-€0.05'],
  ['0.12345678', 'de-DE', '0,12345678\u00a0€'],
])('%s in %s is written %s', (amount, locale, written) => {
  expect(exactPrice(amount, 'EUR', { locale })).toBe(written);
});

test('an exact number keeps every digit', () => {
  expect(exactNumber('1204.250', { locale: 'en-IE' })).toBe('1,204.250');
  expect(exactNumber('12.1', { locale: 'en-IE' }, columnDigits(['12.1', '3.25']))).toBe('12.10');
  expect(columnDigits(['8', undefined, '1.125'])).toBe(3);
  expect(exactNumber('9007199254740993.001', { locale: 'de-DE' })).toBe(
    '9.007.199.254.740.993,001',
  );
});

test.each([
  [0.1 + 0.2, '0.3'],
  [0.2871, '0.2871'],
  [-0.05, '-0.05'],
  [0.12345678, '0.12345678'],
  [20, '20'],
  [0, '0'],
])('the number %d is the decimal %s', (price, amount) => {
  expect(asDecimal(price)).toBe(amount);
});
