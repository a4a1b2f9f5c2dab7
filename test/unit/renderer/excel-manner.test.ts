import { expect, it } from 'vitest';
import { excelManner } from '../../../renderer/components/export/excel-manner.ts';

it.each([
  ['de-DE', ',', ';'],
  ['fr-FR', ',', ';'],
  ['en-GB', '.', ','],
  ['en-US', '.', ','],
  ['de-CH', '.', ';'],
])('a table for %s has its signs', (locale, decimal, separator) => {
  expect(excelManner({ locale })).toEqual({ decimal, separator, locale });
});
