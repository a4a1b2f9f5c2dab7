import { exitCodes } from '../../shared/domain/app/terminal-commands.ts';
import { messages } from '../../shared/text/messages.ts';
import type { ChargerRecord } from '../charging/record.ts';
import type { Typed } from './parse.ts';
import { type Link, LinkFault } from './socket/link.ts';
import { act, commandOf } from './tasks/act.ts';
import { believedBefore, recordsIn } from './tasks/believed.ts';
import { mannerOf, notFound } from './tasks/tell.ts';
import { watchStatus } from './tasks/watching.ts';
import { whichCharger } from './tasks/which-charger.ts';
import type { Terminal } from './terminal.ts';

/** Does what takes time and gives the exit code. A language has to be spoken before. */
export function run(typed: Typed, terminal: Terminal): Promise<number> {
  switch (typed.word) {
    case 'watch':
      return watch(typed, terminal);
    case 'history':
    case 'export':
    case 'statement':
      return past(typed, terminal);
    default:
      return throughApp(typed, terminal);
  }
}

function watch(typed: Typed, terminal: Terminal): Promise<number> {
  const { charger } = typed.options;
  const among = (records: readonly ChargerRecord[]) => {
    if (charger === undefined) return records;
    const found = whichCharger(records, charger);
    return found.ok ? [found.value] : [];
  };
  return watchStatus({ ...mannerOf(typed), among }, terminal);
}

async function past(typed: Typed, terminal: Terminal): Promise<number> {
  const { from, to } = typed.options;
  if (from !== undefined && to !== undefined && from > to) {
    terminal.mutter(messages.commandLine.faults.turned);
    return exitCodes.usage;
  }
  const link = await terminal.connect();
  // What waits to be written would be missing; where the disk refuses it, so be it.
  await link?.ask('settleHistory', undefined).catch(() => undefined);
  link?.close();
  // Only they reckon with calendars and exact sums, which takes a while to load.
  const { tellPast } = await import('./tasks/past.ts');
  const records = believedBefore(terminal)?.records ?? [];
  const told = await tellPast({ typed, terminal, records });
  return told.ok ? told.value : notFound(told.failure, typed.options.charger, terminal);
}

async function throughApp(typed: Typed, terminal: Terminal): Promise<number> {
  const link = await terminal.connect();
  if (!link) {
    terminal.mutter(messages.commandLine.startFirst);
    return exitCodes.notRunning;
  }
  try {
    return await asked(link, typed, terminal);
  } catch (error) {
    if (!(error instanceof LinkFault)) throw error;
    const { refusals, startFirst, unexpected } = messages.commandLine;
    const { why } = error;
    if (why === 'lost') terminal.mutter(startFirst);
    else if (why === 'silent' || why === 'notUnderstood') terminal.mutter(unexpected);
    else terminal.mutter(refusals[why]);
    return why === 'lost' ? exitCodes.notRunning : exitCodes.failed;
  } finally {
    link.close();
  }
}

async function asked(link: Link, typed: Typed, terminal: Terminal): Promise<number> {
  if (typed.word === 'refresh') {
    await link.ask('refresh', undefined);
    const said = messages.commandLine.reading;
    const { json } = typed.options;
    terminal.say(
      json === undefined ? said : JSON.stringify({ command: 'refresh', result: 'sent' }),
    );
    return exitCodes.done;
  }
  const records = recordsIn(await link.ask('chargers', undefined));
  const found = whichCharger(records, typed.options.charger);
  if (!found.ok) return notFound(found.failure, typed.options.charger, terminal);
  const charger = found.value;
  const command = commandOf(typed);
  if (command) return act(link, { charger, command, typed }, terminal);
  const { plan } = await import('./tasks/plan-told.ts');
  return plan(link, { charger, typed }, terminal);
}
