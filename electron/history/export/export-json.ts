import { isoTime } from './export-columns.ts';
import type { Chunk } from './export-file.ts';
import type { ExportKind, ExportRows } from './export-rows.ts';

const version = 1;

/** Keys whose values are moments: told as ISO 8601, so that people can read them. */
const timeKeys: ReadonlySet<string> = new Set([
  'startedAt',
  'endedAt',
  'originalStartedAt',
  'originalEndedAt',
  'plannedSince',
  'at',
]);

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

function withTimes(row: object, zone: string): object {
  const told = (key: string, value: unknown) =>
    timeKeys.has(key) && typeof value === 'number' ? isoTime(value, zone) : value;
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, told(key, value)]));
}
