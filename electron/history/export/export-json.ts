import { z } from 'zod';
import { failed, type Result, success } from '../../../shared/result.ts';
import { epochOf, isoTime } from './export-columns.ts';
import type { Chunk } from './export-file.ts';
import {
  type ExportKind,
  type ExportRows,
  type Imported,
  type ImportFailure,
  rowSchemas,
} from './export-rows.ts';

const version = 1;

/** Keys whose values are moments: told as ISO 8601, so that people can read them. */
const timeKeys: ReadonlySet<string> = new Set(['startedAt', 'endedAt', 'at']);

/** Rows as one JSON document with a version; units are in the names, a row stands on each line. */
export async function* jsonChunks<Kind extends ExportKind>(
  kind: Kind,
  batches: AsyncIterable<readonly ExportRows[Kind][]>,
  { zone }: { readonly zone: string },
): AsyncGenerator<Chunk> {
  const head = { format: `chargetray-${kind}`, version, zone };
  yield { text: `${JSON.stringify(head).slice(0, -1)},"rows":[`, rows: 0 };
  let isFirst = true;
  for await (const batch of batches) {
    const lines = batch.map((row) => {
      const line = `${isFirst ? '' : ','}\n${JSON.stringify(withTimes(row, zone))}`;
      isFirst = false;
      return line;
    });
    yield { text: lines.join(''), rows: batch.length };
  }
  yield { text: '\n]}\n', rows: 0 };
}

/** Our own JSON read back. A row that makes no sense costs itself and is counted. */
export function readJson<Kind extends ExportKind>(
  kind: Kind,
  text: string,
): Result<Imported<ExportRows[Kind]>, ImportFailure> {
  const found = z
    .object({ format: z.literal(`chargetray-${kind}`), version: z.int().min(1), rows: z.unknown() })
    .safeParse(parsed(text)).data;
  if (!found) return failed({ kind: 'notOurs' });
  if (found.version > version) return failed({ kind: 'tooNew' });
  if (!Array.isArray(found.rows)) return failed({ kind: 'notOurs' });
  const rows = found.rows.flatMap((raw: unknown) => {
    const row = rowSchemas[kind].safeParse(withoutTimes(raw));
    return row.success ? [row.data] : [];
  });
  return success({ rows, skipped: found.rows.length - rows.length });
}

function withTimes(row: object, zone: string): object {
  return eachTime(row, (value) => (typeof value === 'number' ? isoTime(value, zone) : value));
}

function withoutTimes(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return eachTime(row, (value) => (typeof value === 'string' ? epochOf(value) : undefined));
}

function eachTime(row: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, timeKeys.has(key) ? change(value) : value]),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
