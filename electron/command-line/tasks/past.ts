import { resolve } from 'node:path';
import { exitCodes } from '../../../shared/domain/app/terminal-commands.ts';
import { harmless } from '../../../shared/domain/harmless.ts';
import type { HistoryCharger, Session } from '../../../shared/domain/session/history.ts';
import { type Result, success } from '../../../shared/result.ts';
import {
  clockTime,
  duration,
  energy,
  formatOptionsIn,
  isoDay,
  money,
} from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import { type Chunk, writeWhole } from '../../history/export/export-file.ts';
import { type ExportOrder, exportChunks } from '../../history/export/exporting.ts';
import { spanOf, statementOf } from '../../history/statement/statement.ts';
import { statementCsv, statementJson } from '../../history/statement/statement-text.ts';
import type { History } from '../../history/store/history.ts';
import { paid } from '../../tariffs/cost.ts';
import type { Typed } from '../parse.ts';
import type { Terminal } from '../terminal.ts';
import { daysOf, rangeOf } from './past-span.ts';
import { type ChargerFault, whichOfPast } from './which-charger.ts';

/** What the past is asked for, and where it goes. */
export interface Past {
  readonly typed: Typed;
  readonly terminal: Terminal;
  /** Those of now: by their ids as well, a charger of the past can be meant. */
  readonly records: readonly ChargerRecord[];
}

/** The exit code, or which of the chargers of the past nobody can tell. */
type Outcome = Result<number, ChargerFault>;

/**
 * Writes down the past, as the window does and by the same functions. Reads the file beside the app
 * that writes it.
 */
export async function tellPast(past: Past): Promise<Outcome> {
  const { terminal } = past;
  const history = await terminal.history();
  try {
    return history ? await toldFrom(history, past) : success(nothing(past));
  } catch {
    const { older, unreadable } = messages.commandLine.history;
    terminal.mutter(history?.trouble()?.kind === 'tooNew' ? older : unreadable);
    return success(exitCodes.failed);
  } finally {
    await history?.close();
  }
}

async function toldFrom(history: History, past: Past): Promise<Outcome> {
  const chargers = await knownIn(history);
  const { charger: wanted } = past.typed.options;
  const found = wanted === undefined ? undefined : whichOfPast(chargers, past.records, wanted);
  if (found && !found.ok) return found;
  const meant = found ? [found.value] : chargers;
  if (past.typed.word === 'statement') return success(await tellStatement(history, meant, past));
  const query = {
    ...rangeOf(past.typed, past.terminal),
    ...(found && { charger: found.value.key }),
  };
  return success(await tellSessions(history, query, past));
}

/** Rejects where the file cannot be read. */
async function knownIn(history: History): Promise<readonly HistoryCharger[]> {
  const chargers = await history.chargers();
  const trouble = history.trouble();
  if (trouble) throw new Error(trouble.kind);
  return chargers;
}

function nothing({ typed, terminal }: Past): number {
  const { json, output } = typed.options;
  if (output === undefined && json !== undefined) terminal.say('{"rows":[]}');
  else terminal.mutter(messages.commandLine.noSessions);
  // Who waits for a file must not take the one of last time for it.
  return output === undefined ? exitCodes.done : exitCodes.failed;
}

async function tellSessions(
  history: History,
  query: ExportOrder['query'],
  { typed, terminal }: Past,
): Promise<number> {
  const { word, options } = typed;
  const isAsJson = options.json !== undefined || options.format === 'json';
  if (word === 'history' && !isAsJson) return listed(history, query, terminal);
  const what = options.what === 'readings' ? 'samples' : 'sessions';
  const format = isAsJson ? 'json' : 'csv';
  const chunks = exportChunks(history, { query, what, format, zone: terminal.zone });
  return written(chunks, typed, terminal);
}

/** A line for each session, the newest first. */
async function listed(
  history: History,
  query: ExportOrder['query'],
  terminal: Terminal,
): Promise<number> {
  const names = new Map((await knownIn(history)).map(({ key, name }) => [key, name]));
  const sessions: Session[] = [];
  for await (const chunk of history.sessionChunks(query)) sessions.push(...chunk);
  for (const session of sessions.toReversed()) {
    terminal.say(lineOf(session, names.get(session.charger) ?? session.charger, terminal));
  }
  if (sessions.length === 0) terminal.mutter(messages.commandLine.noSessions);
  return exitCodes.done;
}

function lineOf(
  { startedAt, endedAt, energyWh, cost }: Session,
  name: string,
  { locales, zone }: Terminal,
): string {
  const formatOptions = formatOptionsIn(zone, locales);
  const { runs, unknownEnergy } = messages.history.list;
  const amount = cost && paid(cost);
  return [
    isoDay(startedAt, zone),
    clockTime(startedAt, startedAt, formatOptions),
    harmless(name),
    energyWh === undefined ? unknownEnergy : energy(energyWh, formatOptions),
    endedAt === undefined ? runs : duration(endedAt - startedAt),
    ...(amount ? [money(amount.amount, amount.currency, formatOptions)] : []),
  ].join(' · ');
}

async function tellStatement(
  history: History,
  chargers: readonly HistoryCharger[],
  { typed, terminal }: Past,
): Promise<number> {
  const { zone, clock } = terminal;
  const only = typed.options.business === undefined ? {} : ({ only: 'business' } as const);
  const order = { ...daysOf(typed, terminal), zone, ...only };
  const pasts = chargers.map(async (charger) => ({
    charger,
    sessions: await history.sure.sessions({ charger: charger.key, ...spanOf(order) }),
    prices: await history.sure.prices(charger.key),
  }));
  const statement = statementOf(order, await Promise.all(pasts), clock.now());
  const isAsJson = typed.options.json !== undefined || typed.options.format === 'json';
  const text = isAsJson ? statementJson(statement) : statementCsv(statement);
  return written(inOne({ text, rows: statement.sums.sessions }), typed, terminal);
}

async function* inOne(chunk: Chunk): AsyncGenerator<Chunk> {
  yield chunk;
}

/** To the terminal, or to a file: that one whole or not at all. */
async function written(
  chunks: AsyncIterable<Chunk>,
  { options }: Typed,
  terminal: Terminal,
): Promise<number> {
  if (options.output === undefined) {
    for await (const { text } of chunks) await terminal.write(text);
    return exitCodes.done;
  }
  const { signal } = new AbortController();
  const done = await writeWhole({ path: resolve(options.output), chunks, signal });
  const { notSaved, saved } = messages.commandLine;
  const file = harmless(options.output);
  terminal.mutter(done.ok ? saved(file) : notSaved(file));
  return done.ok ? exitCodes.done : exitCodes.failed;
}
