import { exitCodes } from '../../../shared/domain/app/terminal-commands.ts';
import { harmless } from '../../../shared/domain/harmless.ts';
import { formatOptionsIn } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import type { Typed } from '../parse.ts';
import type { Terminal } from '../terminal.ts';
import type { Believed } from './believed.ts';
import { completeSummary, summary, summaryLines } from './summary.ts';
import type { ChargerFault } from './which-charger.ts';

/** In what form it is said. */
export interface Manner {
  readonly json: boolean;
  /** As the flags of the first version have it: what is not known is absent, not null. */
  readonly isOldWay?: boolean | undefined;
}

/**
 * Says what is believed of the chargers. Gives the exit code: 0 when all that is said is current. A
 * language has to be spoken before.
 */
export function tellStatus(
  { records, isRunning }: Believed,
  manner: Manner,
  terminal: Terminal,
): number {
  if (records.length === 0) terminal.mutter(messages.commandLine.nothing);
  else if (!isRunning) terminal.mutter(messages.commandLine.notRunning);
  if (!manner.json) for (const line of linesOf(records, manner, terminal)) terminal.say(line);
  else if (manner.isOldWay) terminal.say(JSON.stringify(records.map(summary), null, 2));
  else {
    const chargers = records.map(completeSummary);
    terminal.say(JSON.stringify({ version: 1, running: isRunning, chargers }, null, 2));
  }
  const isCurrent = records.every(({ reading }) => reading.certainty === 'current');
  return records.length > 0 && isCurrent ? exitCodes.done : exitCodes.failed;
}

/** A line for each charger. */
export function linesOf(
  records: readonly ChargerRecord[],
  { json, isOldWay }: Manner,
  { clock, locales, zone }: Terminal,
): readonly string[] {
  const shown = isOldWay ? summary : completeSummary;
  if (json) return records.map((record) => JSON.stringify(shown(record)));
  const formatOptions = formatOptionsIn(zone, locales);
  return summaryLines(records, { now: clock.now(), formatOptions });
}

/** In what form something typed wants it to be said. */
export function mannerOf({ options, isOldWay }: Typed): Manner {
  return { json: options.json !== undefined, isOldWay };
}

/** Says which chargers there are, where nobody can tell which is meant. */
export function notFound(
  { kind, among }: ChargerFault,
  wanted: string | undefined,
  terminal: Terminal,
): number {
  const { nothing, whichCharger: words } = messages.commandLine;
  if (kind === 'none') terminal.mutter(nothing);
  else if (kind === 'several') terminal.mutter(words.several('--charger'));
  else terminal.mutter(words[kind](harmless(wanted ?? '')));
  for (const { id, name } of among) terminal.mutter(name === undefined ? id : `${id}  ${name}`);
  return exitCodes.usage;
}
