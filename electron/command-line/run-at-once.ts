import { exitCodes, type TerminalWordName } from '../../shared/domain/app/terminal-commands.ts';
import { exhaustive } from '../../shared/exhaustive.ts';
import { messages } from '../../shared/text/messages.ts';
import { helpText } from './help.ts';
import type { Parsed, Typed, TypingFault } from './parse.ts';
import { believedBefore } from './tasks/believed.ts';
import { mannerOf, notFound, tellStatus } from './tasks/tell.ts';
import { whichCharger } from './tasks/which-charger.ts';
import type { Terminal } from './terminal.ts';

/**
 * Does what asks nobody and gives the exit code: help, faults, and what the app has written down of the
 * chargers. A language has to be spoken before.
 */
export function runAtOnce(parsed: Parsed, terminal: Terminal): number {
  switch (parsed.kind) {
    case 'help':
      terminal.say(helpText(messages.commandLine, parsed.word));
      return exitCodes.done;
    case 'fault':
      return misunderstood(parsed.fault, parsed.word, terminal);
    case 'typed':
      return status(parsed.typed, terminal);
    default:
      return exhaustive(parsed);
  }
}

function status(typed: Typed, terminal: Terminal): number {
  const believed = believedBefore(terminal);
  if (!believed) return exitCodes.failed;
  const { charger } = typed.options;
  if (charger === undefined) return tellStatus(believed, mannerOf(typed), terminal);
  const found = whichCharger(believed.records, charger);
  if (!found.ok) return notFound(found.failure, charger, terminal);
  return tellStatus({ ...believed, records: [found.value] }, mannerOf(typed), terminal);
}

function misunderstood(
  fault: TypingFault,
  word: TerminalWordName | undefined,
  terminal: Terminal,
): number {
  terminal.mutter(faultSentence(fault));
  terminal.mutter('');
  terminal.mutter(helpText(messages.commandLine, word));
  return exitCodes.usage;
}

function faultSentence(fault: TypingFault): string {
  const { faults } = messages.commandLine;
  switch (fault.kind) {
    case 'unknownWord':
      return faults.unknownWord(fault.word);
    case 'unknownOption':
    case 'missingValue':
    case 'needlessValue':
      return faults[fault.kind](fault.option);
    case 'badValue':
      return faults.badValue(fault);
    case 'missing':
      return faults.missing(fault.name);
    case 'needless':
      return faults.needless(fault.word);
    default:
      return exhaustive(fault);
  }
}
