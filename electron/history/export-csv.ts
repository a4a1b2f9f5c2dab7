import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { failed, type Result, success } from '../../shared/result.ts';
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
  /** A byte order mark, without which Excel takes UTF-8 for something else. */
  readonly bom?: boolean;
}

/**
 * Rows as CSV (RFC 4180): a header, CRLF, quotes where they are needed. Text that a spreadsheet
 * would run as a formula begins with an apostrophe. A chunk for each batch.
 */
export async function* csvChunks<Kind extends ExportKind>(
  kind: Kind,
  batches: AsyncIterable<readonly ExportRows[Kind][]>,
  { zone, bom = false }: CsvManner,
): AsyncGenerator<Chunk> {
  const table = columns[kind];
  const header = lineOf(table.map((column) => column.header));
  yield { text: bom ? `${mark}${header}` : header, rows: 0 };
  for await (const batch of batches) {
    const lines = batch.map((row) => {
      const flat = flattened(row);
      return lineOf(table.map(({ key, cell }) => cellText(cell, flat[key], zone)));
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

function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}

interface Records {
  readonly records: readonly (readonly string[])[];
  readonly skipped: number;
}

function recordsOf(text: string): Records | undefined {
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
