import type { Request } from '../../../shared/ipc/contract.ts';
import type { FormatOptions } from '../../../shared/text/format.ts';

type ExcelManner = NonNullable<Request<'exportHistory'>['excel']>;

/** How Excel takes a table apart where numbers are written like this. */
export function excelManner({ locale, numberLocale = locale }: FormatOptions): ExcelManner {
  const numbers = new Intl.NumberFormat(numberLocale);
  const parts = numbers.formatToParts(12_345.6);
  const sign = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value;
  const decimal = sign('decimal') === ',' ? ',' : '.';
  // In Switzerland numbers have a point, and lists a semicolon all the same. Its apostrophe is
  // a straight one in newer tables.
  const isSwiss = /^['’]$/.test(sign('group') ?? '');
  const separator = decimal === ',' || isSwiss ? ';' : ',';
  return { decimal, separator, locale: numbers.resolvedOptions().locale };
}
