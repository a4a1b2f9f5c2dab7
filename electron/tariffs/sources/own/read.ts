import { parse } from 'csv-parse/sync';
import { jsonOf } from '../../../integrations/kit/json-of.ts';
import { hasColumns, moneyOf, type OwnCells, type OwnRow, ownRow, plainName } from './fields.ts';

/** Prices as an owner wrote them down. */
export interface OwnPrices {
  readonly rows: readonly OwnRow[];
  /** ISO 4217; absent where nothing is said of it. */
  readonly currency?: string | undefined;
}

/**
 * Reads a list of prices: JSON, or CSV with a line of names. Undefined where it is neither, where a
 * single row cannot be read, or where it has two currencies: prices that are half understood are
 * worse than none.
 */
export function readOwn(text: string): OwnPrices | undefined {
  const plain = text.replace(/^\ufeff/, '').trim();
  return /^[[{]/.test(plain) ? readJson(jsonOf(plain)) : readCsv(plain);
}

const withPoint = /^-?\d{1,6}(\.\d{1,20})?$/;
const withEither = /^-?\d{1,6}([.,]\d{1,20})?$/;

/** Names under which a list may stand in an object. */
const lists = ['prices', 'rates', 'slots', 'data'];

function readJson(json: unknown): OwnPrices | undefined {
  const top = cellsOf(json);
  const list = Array.isArray(json) ? json : lists.map((name) => top?.get(name)).find(Array.isArray);
  return list && pricesOf(list.map(cellsOf), { decimal: withPoint, top });
}

function cellsOf(value: unknown): OwnCells | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).map(([name, cell]) => [plainName(name), cell]));
}

/** Where semicolons part the fields, a comma may part a price. */
function readCsv(text: string): OwnPrices | undefined {
  const hasSemicolons = (text.split('\n', 1)[0] ?? '').includes(';');
  const [header = [], ...lines] = recordsOf(text, hasSemicolons ? ';' : ',');
  const names = header.map(plainName);
  const cells = (line: readonly string[]) => new Map(names.map((name, at) => [name, line[at]]));
  if (!hasColumns(cells(header))) return undefined;
  return pricesOf(lines.map(cells), { decimal: hasSemicolons ? withEither : withPoint });
}

function recordsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, { delimiter, trim: true, skipEmptyLines: true });
  } catch {
    // A quote without its end, or lines of different length.
    return [];
  }
}

interface Written {
  readonly decimal: RegExp;
  /** What is said of all rows at once. */
  readonly top?: OwnCells | undefined;
}

function pricesOf(
  written: readonly (OwnCells | undefined)[],
  { decimal, top = new Map() }: Written,
): OwnPrices | undefined {
  const rows = written.map((cells) => cells && ownRow(cells, decimal));
  const read = rows.filter((row) => row !== undefined);
  const forAll = moneyOf(top);
  const currencies = new Set([forAll, ...read].flatMap(({ currency }) => currency ?? []));
  if (read.length < rows.length || !forAll.isRead || currencies.size > 1) return undefined;
  return { rows: read, currency: [...currencies][0] };
}
