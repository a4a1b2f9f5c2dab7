import type { Statement } from '../../../shared/domain/session/statement.ts';
import { cellManner, cellText, isoTime } from '../export/export-columns.ts';
import { csvLine } from '../export/export-csv.ts';

const version = 1;

/** Headers never change their meaning or place: people build sheets on them. New ones come last. */
const header = [
  'charger_name',
  'started_at',
  'ended_at',
  'energy_kwh',
  'price_per_kwh',
  'cost',
  'currency',
  'cost_estimated',
  'corrected',
  'charger',
] as const;

/** A statement as a table: its rows, as they are printed, without the sums. */
export function statementCsv(statement: Statement): string {
  const manner = cellManner(statement.zone, undefined);
  const lines = statement.parts.flatMap(({ charger, rows }) =>
    rows.map((row) => [
      cellText('text', charger.name, manner),
      cellText('time', row.startedAt, manner),
      cellText('time', row.endedAt, manner),
      row.energyKwh ?? '',
      row.perKwh ?? '',
      row.cost?.amount ?? '',
      row.cost?.currency ?? '',
      cellText('flag', row.estimated, manner),
      cellText('flag', row.corrected, manner),
      cellText('text', charger.key, manner),
    ]),
  );
  return [header, ...lines].map((cells) => csvLine(cells)).join('');
}

/** A statement as a document for programs: moments as ISO 8601, amounts as exact decimals. */
export function statementJson(statement: Statement): string {
  const { zone } = statement;
  const time = (at: number | undefined) => (at === undefined ? undefined : isoTime(at, zone));
  const parts = statement.parts.map((part) => ({
    ...part,
    rows: part.rows.map((row) => ({
      ...row,
      startedAt: time(row.startedAt),
      endedAt: time(row.endedAt),
    })),
    prices: part.prices.map((price) => ({ ...price, from: time(price.from) })),
  }));
  const told = { ...statement, issuedAt: time(statement.issuedAt), parts };
  return `${JSON.stringify({ format: 'chargetray-statement', version, ...told }, null, 2)}\n`;
}
