import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { failed, type Result, success } from '../../../shared/result.ts';
import { cellText, cellValue, columns, flattened, unflattened } from './export-columns.ts';
import type { Chunk } from './export-file.ts';
import {
  type ExportKind,
  type ExportRows,
  type Imported,
  type ImportFailure,
  rowSchemas,
} from './export-rows.ts';

/** How a table is written. */
export interface CsvManner {
  /** IANA name of the zone in which times are told. */
  readonly zone: string;
  readonly excel?: ExcelManner | undefined;
}

/**
 * Excel takes apart and reads a table by the customs of its country, and UTF-8 only after a byte order
 * mark. A line that names the separator would make it forget the mark.
 */
export interface ExcelManner {
  readonly decimal: ',' | '.';
  readonly separator: ',' | ';';
}

/**
 * Rows as CSV (RFC 4180): a header, CRLF, quotes where they are needed. Text that a spreadsheet
 * would run as a formula begins with an apostrophe. A chunk for each batch.
 */
export async function* csvChunks<Kind extends ExportKind>(
  kind: Kind,
  batches: AsyncIterable<readonly ExportRows[Kind][]>,
  { zone, excel }: CsvManner,
): AsyncGenerator<Chunk> {
  const table = columns[kind];
  const lineOf = (cells: readonly string[]) => joined(cells, excel?.separator ?? ',');
  const header = lineOf(table.map((column) => column.header));
  const decimal = excel?.decimal;
  yield { text: excel ? `${mark}${header}` : header, rows: 0 };
  for await (const batch of batches) {
    const lines = batch.map((row) => {
      const flat = flattened(row);
      return lineOf(table.map(({ key, cell }) => cellText(cell, flat[key], { zone, decimal })));
    });
    yield { text: lines.join(''), rows: batch.length };
  }
}

/** Our own CSV read back. A row that makes no sense costs itself and is counted. */
export function readCsv<Kind extends ExportKind>(
  kind: Kind,
  text: string,
): Result<Imported<ExportRows[Kind]>, ImportFailure> {
  const table = columns[kind];
  const read = recordsOf(text);
  const [header, ...records] = read?.records ?? [];
  const places = table.map(({ header: name }) => header?.indexOf(name) ?? -1);
  if (!read || places.includes(-1)) return failed({ kind: 'notOurs' });
  const rows = records.flatMap((cells) => {
    const flat = table.map(({ key, cell }, index) => [
      key,
      cellValue(cell, cells[places[index] ?? -1] ?? ''),
    ]);
    // A text that is not there is none; only a name may be empty.
    const known = flat.filter(([key, value]) => value !== '' || key === 'chargerName');
    const row = rowSchemas[kind].safeParse(unflattened(Object.fromEntries(known)));
    return row.success ? [row.data] : [];
  });
  return success({ rows, skipped: read.skipped + records.length - rows.length });
}

const mark = '\ufeff';

function joined(cells: readonly string[], separator: string): string {
  return `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
}

function quoted(cell: string, separator: string): string {
  const isPlain = !/["\r\n]/.test(cell) && !cell.includes(separator) && cell === cell.trim();
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

interface HistoryService {
  readonly records: readonly (readonly string[])[];
  readonly skipped: number;
}

function recordsOf(text: string): HistoryService | undefined {
  let skipped = 0;
  try {
    const records: unknown = parse(text, {
      bom: true,
      skip_records_with_error: true,
      skip_empty_lines: true,
      on_skip: () => {
        skipped += 1;
        return undefined;
      },
    });
    return { records: records as readonly (readonly string[])[], skipped };
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
