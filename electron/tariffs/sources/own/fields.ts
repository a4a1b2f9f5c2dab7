import Big from 'big.js';
import { bounds, within } from '../../../../shared/domain/bounds.ts';
import { epochMs } from '../../../integrations/kit/coerce.ts';
import { instantOf } from '../kit/instant.ts';
import type { PriceRow } from '../kit/series.ts';

/** By which names an owner's own prices may say something; the first that is there holds. */
const names = {
  start: ['start', 'from', 'startsat', 'starttime', 'validfrom', 'timestamp', 'time', 'datetime'],
  end: ['end', 'until', 'to', 'endsat', 'endtime', 'validto'],
  price: ['price', 'perkwh', 'priceperkwh', 'value', 'total'],
  unit: ['unit'],
  currency: ['currency'],
} as const;

type OwnField = keyof typeof names;

/** A row as it was written: its cells by their names, spelt as `plainName` does. */
export type OwnCells = ReadonlyMap<string, unknown>;

/** A name without what people write differently: `Starts At`, `starts_at` and `startsAt` are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** The value of a field in a row; undefined where it has none of its names. */
function cellOf(cells: OwnCells, field: OwnField): unknown {
  const name = names[field].find((one) => cells.has(one));
  return name === undefined ? undefined : cells.get(name);
}

/** Whether rows with these cells can be read at all. */
export function hasColumns(cells: OwnCells): boolean {
  return cellOf(cells, 'start') !== undefined && cellOf(cells, 'price') !== undefined;
}

export interface OwnRow extends PriceRow {
  /** ISO 4217, upper case. */
  readonly currency?: string | undefined;
}

/**
 * A row as prices have it; undefined where it has no start, no price, or anything that cannot be
 * read, such as another unit than a kWh. An empty price is one that nobody knows.
 */
export function ownRow(cells: OwnCells, decimal: RegExp): OwnRow | undefined {
  const from = momentOf(cellOf(cells, 'start'));
  const price = priceOf(cellOf(cells, 'price'), decimal);
  const ends = filled(cellOf(cells, 'end'));
  const until = momentOf(ends);
  const money = moneyOf(cells);
  const isRead = money.isRead && (ends === undefined || until !== undefined);
  if (from === undefined || price === undefined || !isRead) return undefined;
  return { from, until, price, currency: money.currency };
}

/** What is said of the currency, by a row or by the object that holds all of them. */
export function moneyOf(cells: OwnCells): { isRead: boolean; currency?: string | undefined } {
  const said = filled(cellOf(cells, 'currency'));
  const unit = filled(cellOf(cells, 'unit'));
  const inUnit = /^([a-z]{3})\s?\/\s?kwh$/i.exec(String(unit).trim())?.[1];
  const currency = currencyOf(said ?? inUnit);
  const isRead = (said === undefined || currency !== undefined) && (unit === undefined || !!inUnit);
  return { isRead, currency };
}

/** An empty cell says nothing. */
function filled(value: unknown): unknown {
  return value === '' || value === null ? undefined : value;
}

/** Seconds or milliseconds since 1970, as a number or as its digits, or text with an offset. */
function momentOf(value: unknown): number | undefined {
  if (typeof value === 'number') return within(bounds.instant, epochMs(value));
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return /^\d{10,13}$/.test(text) ? momentOf(Number(text)) : instantOf(text);
}

function priceOf(value: unknown, decimal: RegExp): string | null | undefined {
  if (value === null || value === '') return null;
  if (typeof value === 'number' && Number.isFinite(value)) return new Big(value).toFixed();
  if (typeof value !== 'string' || !decimal.test(value.trim())) return undefined;
  return new Big(value.trim().replace(',', '.')).toFixed();
}

function currencyOf(value: unknown): string | undefined {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  return /^[A-Z]{3}$/.test(code) ? code : undefined;
}
