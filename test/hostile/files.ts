import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { EOL, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { editsAfter } from '../../electron/history/edits/change-session.ts';
import { csvChunks } from '../../electron/history/export/export-csv.ts';
import type { Chunk } from '../../electron/history/export/export-file.ts';
import { jsonChunks } from '../../electron/history/export/export-json.ts';
import type { SampleRow, SessionRow } from '../../electron/history/export/export-rows.ts';
import { spanOf, statementOf } from '../../electron/history/statement/statement.ts';
import { statementCsv, statementJson } from '../../electron/history/statement/statement-text.ts';
import { chargerKeyOf } from '../../electron/history/store/history.ts';
import { identifier } from '../../electron/integrations/kit/coerce.ts';
import { openFileLog } from '../../electron/platform/log/file-log.ts';
import { Redactor } from '../../electron/platform/log/redactor.ts';
import { phrases as english } from '../../shared/languages/en.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { everything, HistoryBench, sessionAt, start } from '../unit/history/history-bench.ts';
import { asName, type Outlet, unless } from './outlet.ts';
import { steers, steersLines } from './texts.ts';

const zone = 'Europe/Berlin';
const measured = {
  id: 7,
  charger: 'wallbox/7',
  source: 'recorded',
  startedAt: start,
  startSeen: true,
  endedAt: start + 3_600_000,
  energyWh: 10_990,
} as const;

/** As its owner would type it into the window. */
function asNote(text: string): string {
  const change = { kind: 'note', note: text.slice(0, 500) } as const;
  const said = editsAfter({ session: measured }, change, start);
  return (said.ok && said.value.note) || '';
}

function rowOf(text: string): SessionRow {
  const note = asNote(text);
  return { ...measured, chargerName: asName(text), ...(note === '' ? {} : { note }) };
}

async function textOf(chunks: AsyncIterable<Chunk>): Promise<string> {
  let all = '';
  for await (const { text } of chunks) all += text;
  return all;
}

async function* one<Row>(row: Row): AsyncGenerator<readonly Row[]> {
  yield [row];
}

/** How a cell begins that some program takes for a formula, in any of its letters. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

function cellFaults(csv: string, separator: string, rows: number): readonly string[] {
  const table: readonly (readonly string[])[] = parse(csv, { delimiter: separator, bom: true });
  const columns = table[0]?.length ?? 0;
  return [
    ...unless(table.length === rows, `${table.length} rows`),
    ...unless(
      table.every((row) => row.length === columns),
      'rows of different length',
    ),
    ...table
      .flat()
      .filter((cell) => formula.test(cell) && !/^-?[\d.,]+$/.test(cell))
      .map((cell) => `a formula: ${cell}`),
    ...unless(!steersLines.test(csv), 'steers'),
  ];
}

/** What is written for others to read. */
export const fileOutlets = {
  'a table of sessions': {
    wrong: async (text) => {
      const excel = { decimal: ',', separator: ';', locale: 'de-DE' } as const;
      const headers = english.excelHeaders;
      const row = rowOf(text);
      const plain = await textOf(csvChunks('sessions', one(row), { zone }));
      const forExcel = csvChunks('sessions', one(row), { zone, excel: { ...excel, headers } });
      return [
        ...cellFaults(plain, ',', 2),
        ...cellFaults(await textOf(forExcel), ';', 2),
        ...unless(plain.replaceAll('""', '"').includes(asName(text)), 'lacks the name'),
      ];
    },
  },
  'a table of readings': {
    wrong: async (text) => {
      const name = asName(text);
      const row: SampleRow = {
        charger: 'wallbox/7',
        chargerName: name,
        at: start,
        state: 'charging',
        vendorCode: name,
      };
      return cellFaults(await textOf(csvChunks('samples', one(row), { zone })), ',', 2);
    },
  },
  'a document of sessions': {
    wrong: async (text) => {
      const json = await textOf(jsonChunks('sessions', one(rowOf(text)), { zone }));
      const { rows } = JSON.parse(json) as { rows: readonly SessionRow[] };
      return [
        ...unless(rows.length === 1, `${rows.length} rows`),
        ...unless(rows[0]?.chargerName === asName(text), 'another name'),
        ...unless((rows[0]?.note ?? '') === asNote(text), 'another note'),
      ];
    },
  },
  'a statement': {
    wrong: (text) => {
      const charger = { key: 'wallbox/7', brand: 'wallbox', name: asName(text) } as const;
      const order = { chargers: ['wallbox/7'], from: '2026-11-01', to: '2026-11-30', zone };
      const { from, to } = spanOf(order);
      const sessions = [measured].filter(({ startedAt }) => startedAt >= from && startedAt < to);
      const told = statementOf(order, [{ charger, sessions, prices: [] }], start);
      const csv = statementCsv(told);
      return [
        ...unless(!steersLines.test(csv + statementJson(told)), 'steers'),
        ...(parse(csv, { relax_column_count: true }) as string[][])
          .flat()
          .filter((cell) => formula.test(cell) && !/^-?[\d.,]+$/.test(cell))
          .map((cell) => `a formula: ${cell}`),
      ];
    },
  },
  'the log': {
    wrong: async (text) => {
      const folder = mkdtempSync(join(tmpdir(), 'chargetray-hostile-'));
      const log = openFileLog({ folder, redactor: new Redactor(), clock: new FakeClock(start) });
      // Nothing comes to it by a door: whatever was said of a fault is written as it is.
      log.info('a reading', { charger: text, name: text, why: text });
      log.error(text, {});
      await log.settled();
      const lines = readFileSync(join(folder, 'main.log'), 'utf8').split(EOL);
      rmSync(folder, { recursive: true });
      const [first = '', second = '', last] = lines;
      return [
        ...unless(lines.length === 3 && last === '', `${lines.length - 1} lines`),
        ...unless(/^\[\d{4}-\d\d-\d\d [\d:.]+\] \[info\]/.test(first), 'another head'),
        ...unless(/^\[\d{4}-\d\d-\d\d [\d:.]+\] \[error\]/.test(second), 'another head'),
        ...unless(!steers.test(first + second), 'steers'),
        ...unless(first.length < 40_000, `${first.length} characters`),
      ];
    },
  },
  'the history on the disk': {
    wrong: async (text) => {
      const { history } = new HistoryBench();
      const id = identifier.parse(text) ?? '7';
      const key = chargerKeyOf('wallbox', `account-1/${id}`);
      const name = asName(text);
      history.know({ key, brand: 'wallbox', name, model: name, serial: name });
      history.saveSession(key, sessionAt(start, { endedAt: start + 60_000, energyWh: 100 }));
      history.record(key, { at: start, state: 'charging', vendorCode: name });
      await history.flush();
      const [charger, ...others] = await history.chargers();
      const [session, ...more] = await history.sessions({ ...everything, charger: key });
      const [sample] = await history.samples({ charger: key, ...everything });
      const sums = await history.sums({ query: everything, unit: 'month', zone: 'UTC' });
      await history.close();
      return [
        ...unless(charger?.key === key && others.length === 0, 'another charger'),
        ...unless(charger?.name === name, `another name: ${charger?.name}`),
        ...unless(session?.charger === key && more.length === 0, 'another session'),
        ...unless(sample?.vendorCode === name, 'another code'),
        ...unless(sums.totals.charges === 1, `${sums.totals.charges} sessions`),
      ];
    },
  },
} satisfies Readonly<Record<string, Outlet>>;
