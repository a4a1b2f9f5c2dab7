import type { Messages } from '../../../shared/text/messages.ts';
import { cellManner, cellText, columns, type ExcelCells, flattened } from './export-columns.ts';
import type { Chunk } from './export-file.ts';
import type { ExportKind, ExportRows } from './export-rows.ts';

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
export interface ExcelManner extends ExcelCells {
  readonly separator: ',' | ';';
  /** What stands above a column, in its owner's language. */
  readonly headers: Messages['excelHeaders'];
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
  const lineOf = (cells: readonly string[]) => csvLine(cells, excel?.separator);
  const header = lineOf(table.map(({ header }) => (excel ? excel.headers[header] : header)));
  const manner = cellManner(zone, excel);
  yield { text: excel ? `${mark}${header}` : header, rows: 0 };
  for await (const batch of batches) {
    const lines = batch.map((row) => {
      const flat = flattened(row);
      return lineOf(table.map(({ key, cell }) => cellText(cell, flat[key], manner)));
    });
    yield { text: lines.join(''), rows: batch.length };
  }
}

const mark = '\ufeff';

/** One line of a table. */
export function csvLine(cells: readonly string[], separator: ',' | ';' = ','): string {
  return `${cells.map((cell) => quoted(cell, separator)).join(separator)}\r\n`;
}

function quoted(cell: string, separator: string): string {
  const isPlain = !/["\r\n]/.test(cell) && !cell.includes(separator) && cell === cell.trim();
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
