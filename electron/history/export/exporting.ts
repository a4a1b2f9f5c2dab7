import type { HistoryQuery, Session, SessionCost } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import type { Saved } from '../../../shared/ipc/contract.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { paid } from '../../tariffs/cost.ts';
import type { History } from '../store/history.ts';
import { csvChunks, type ExcelManner } from './export-csv.ts';
import { type Chunk, writeWhole } from './export-file.ts';
import { jsonChunks } from './export-json.ts';
import type { SampleRow, SessionRow } from './export-rows.ts';

/** What to export, and how. */
export interface ExportOrder {
  readonly query: HistoryQuery;
  readonly what: 'sessions' | 'samples';
  readonly format: 'csv' | 'json';
  /** A table for Excel, as it reads them where its owner lives. */
  readonly excel?: ExcelManner | undefined;
  readonly zone: string;
}

export interface ExportTo {
  readonly path: string;
  readonly signal: AbortSignal;
  /** Rows so far. */
  readonly progress: (rows: number) => void;
}

/** The rows of a range as text, oldest first. */
export function exportChunks(history: History, order: ExportOrder): AsyncIterable<Chunk> {
  const { excel, format, query, what, zone } = order;
  if (what === 'sessions') {
    const rows = sessionRows(history, query);
    return format === 'csv'
      ? csvChunks('sessions', rows, { zone, excel })
      : jsonChunks('sessions', rows, { zone });
  }
  const rows = sampleRows(history, query);
  return format === 'csv'
    ? csvChunks('samples', rows, { zone, excel })
    : jsonChunks('samples', rows, { zone });
}

/** Writes an export whole or not at all. */
export async function exportTo(
  history: History,
  order: ExportOrder,
  { path, signal, progress }: ExportTo,
): Promise<Saved> {
  const chunks = exportChunks(history, order);
  const told = ({ rows }: { readonly rows: number }) => progress(rows);
  const written = await writeWhole({ path, chunks, signal, progress: told });
  if (written.ok) return 'saved';
  return written.failure.kind === 'cancelled' ? 'cancelled' : 'failed';
}

async function* sessionRows(
  history: History,
  query: HistoryQuery,
): AsyncGenerator<readonly SessionRow[]> {
  const names = await namesIn(history);
  for await (const batch of history.sessionChunks(query)) {
    yield batch.map((session: Session) => ({
      ...asPaid(session),
      chargerName: nameOf(session.charger),
    }));
  }
  function nameOf(charger: string): string {
    return names.get(charger) ?? charger;
  }
}

/** With its costs as window and statement show them, and flat. */
function asPaid({ correction, ...session }: Session): Omit<SessionRow, 'chargerName'> {
  const { cost } = session;
  const told = cost ? { ...session, cost: costAsPaid(cost) } : session;
  if (!correction) return told;
  const { startedAt, endedAt, energyWh, cost: before } = correction.original;
  const original = omitUndefined({
    originalStartedAt: startedAt,
    originalEndedAt: endedAt,
    originalEnergyWh: energyWh,
    originalCost: before && paid(before),
  });
  return { ...told, corrected: true, ...original };
}

function costAsPaid(cost: SessionCost): SessionCost {
  const { saved: amount, ...rest } = cost;
  const told = { ...rest, ...paid(cost) };
  return amount === undefined ? told : { ...told, saved: paid({ ...cost, amount }).amount };
}

async function* sampleRows(
  history: History,
  { charger, from, to }: HistoryQuery,
): AsyncGenerator<readonly SampleRow[]> {
  const names = await namesIn(history);
  const chargers = charger === undefined ? [...names.keys()] : [charger];
  for (const key of chargers) {
    const chargerName = names.get(key) ?? key;
    for await (const batch of history.sampleChunks({ charger: key, from, to })) {
      yield batch.map((sample: Sample) => ({ ...sample, charger: key, chargerName }));
    }
  }
}

async function namesIn(history: History): Promise<ReadonlyMap<string, string>> {
  return new Map((await history.chargers()).map(({ key, name }) => [key, name]));
}
