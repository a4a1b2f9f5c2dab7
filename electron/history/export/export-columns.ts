import Big from 'big.js';
import { Temporal } from 'temporal-polyfill';
import type { Messages } from '../../../shared/text/messages.ts';
import type { ExportKind, ExportRows } from './export-rows.ts';

/** A row with nothing inside of anything: what a table can hold. */
export type Flat = Readonly<Record<string, unknown>>;

/** How a value stands in a cell. Numbers have a point in every country, but where Excel reads them. */
type Cell = 'text' | 'number' | 'amount' | 'time' | 'flag' | 'kWh';

interface Column {
  /** Of the neutral table; each language has another for Excel. */
  readonly header: keyof Messages['excelHeaders'];
  readonly key: string;
  readonly cell: Cell;
}

/** Headers never change their meaning or place: people build sheets on them. New ones come last. */
export const columns: { readonly [Kind in ExportKind]: readonly Column[] } = {
  sessions: [
    { header: 'id', key: 'id', cell: 'number' },
    { header: 'charger_name', key: 'chargerName', cell: 'text' },
    { header: 'started_at', key: 'startedAt', cell: 'time' },
    { header: 'ended_at', key: 'endedAt', cell: 'time' },
    { header: 'energy_kwh', key: 'energyWh', cell: 'kWh' },
    { header: 'green_energy_kwh', key: 'greenEnergyWh', cell: 'kWh' },
    { header: 'charging_ms', key: 'chargingMs', cell: 'number' },
    { header: 'average_w', key: 'averageW', cell: 'number' },
    { header: 'peak_w', key: 'peakW', cell: 'number' },
    { header: 'cost', key: 'cost.amount', cell: 'amount' },
    { header: 'currency', key: 'cost.currency', cell: 'text' },
    { header: 'cost_by', key: 'cost.origin', cell: 'text' },
    { header: 'cost_estimated', key: 'cost.estimated', cell: 'flag' },
    { header: 'end', key: 'end', cell: 'text' },
    { header: 'start_seen', key: 'startSeen', cell: 'flag' },
    { header: 'gaps', key: 'gaps', cell: 'flag' },
    { header: 'source', key: 'source', cell: 'text' },
    { header: 'charger', key: 'charger', cell: 'text' },
    { header: 'tag', key: 'tag', cell: 'text' },
    { header: 'note', key: 'note', cell: 'text' },
    { header: 'corrected', key: 'corrected', cell: 'flag' },
    { header: 'original_energy_kwh', key: 'originalEnergyWh', cell: 'kWh' },
    { header: 'original_started_at', key: 'originalStartedAt', cell: 'time' },
    { header: 'original_ended_at', key: 'originalEndedAt', cell: 'time' },
    { header: 'original_cost', key: 'originalCost.amount', cell: 'amount' },
    { header: 'original_currency', key: 'originalCost.currency', cell: 'text' },
    { header: 'saved', key: 'cost.saved', cell: 'amount' },
  ],
  samples: [
    { header: 'charger_name', key: 'chargerName', cell: 'text' },
    { header: 'at', key: 'at', cell: 'time' },
    { header: 'state', key: 'state', cell: 'text' },
    { header: 'power_w', key: 'powerW', cell: 'number' },
    { header: 'session_energy_kwh', key: 'energyWh', cell: 'kWh' },
    { header: 'limit_a', key: 'limitA', cell: 'number' },
    { header: 'gap_before', key: 'gap', cell: 'flag' },
    { header: 'charger', key: 'charger', cell: 'text' },
    { header: 'phases', key: 'phases', cell: 'number' },
    { header: 'vendor_code', key: 'vendorCode', cell: 'text' },
    { header: 'current_a', key: 'currentA', cell: 'number' },
    { header: 'by_plan', key: 'byPlan', cell: 'flag' },
  ],
};

/** `cost: {amount}` as `'cost.amount'`. */
export function flattened<Kind extends ExportKind>(row: ExportRows[Kind]): Flat {
  const entries = Object.entries(row).flatMap(([key, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, one])
      : [[key, value]],
  );
  return Object.fromEntries(entries);
}

/** A moment on the wall of a zone, with its offset: `2026-03-29T01:30:00.000+01:00`. */
export function isoTime(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', fractionalSecondDigits: 3 });
}

/** How numbers and days stand in a table for a spreadsheet of one country. */
export interface ExcelCells {
  readonly decimal: ',' | '.';
  /** BCP 47: by it days are written. */
  readonly locale: string;
}

/** How a table is read: by the clock of a zone; `decimal` where numbers are a country's. */
export interface CellManner {
  readonly decimal?: ',' | '.';
  /** Writes a moment, epoch ms. */
  readonly time: (at: number) => string;
}

/** Neutral cells, or those of a country. `zone` is an IANA name. */
export function cellManner(zone: string, excel: ExcelCells | undefined): CellManner {
  if (!excel) return { time: (at) => isoTime(at, zone) };
  const { decimal, locale } = excel;
  return { decimal, time: wallTimes(zone, locale) };
}

/** Without an offset, as its owner would type it into a sheet: `25.10.2026 01:30:00`. */
function wallTimes(zone: string, locale: string): (at: number) => string {
  const plain = { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn' } as const;
  const two = '2-digit';
  const day = new Intl.DateTimeFormat(locale, { ...plain, year: 'numeric', month: two, day: two });
  const clock = { hour: two, minute: two, second: two, hourCycle: 'h23' } as const;
  const time = new Intl.DateTimeFormat('en-GB', { ...plain, ...clock });
  return (at) => `${signless(day.format(at))} ${time.format(at)}`;
}

/** Some languages put marks of direction, spaces or a closing point into a day. */
function signless(day: string): string {
  return day.replaceAll(/[^\d./-]/g, '').replace(/\.$/, '');
}

/** What stands in a cell. Empty where nothing is known. */
export function cellText(cell: Cell, value: unknown, { decimal, time }: CellManner): string {
  if (value === undefined) return '';
  switch (cell) {
    case 'text':
      return defused(String(value));
    case 'number':
      return localNumber(new Big(Number(value)).toFixed(), decimal);
    case 'kWh':
      return localNumber(new Big(Number(value)).times('0.001').toFixed(), decimal);
    case 'time':
      return time(Number(value));
    case 'amount':
      return localNumber(String(value), decimal);
    case 'flag':
      return String(value);
  }
}

function localNumber(number: string, decimal = '.'): string {
  return number.replace('.', decimal);
}

/**
 * How a text begins that a spreadsheet would take for a formula, apostrophes before it or not. In Japan
 * the wide letters count as well.
 */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** An apostrophe makes text of it; one that was there already gets another, so that both come back. */
function defused(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
