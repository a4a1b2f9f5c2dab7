import { exitCodes, type TerminalWordName } from '../../../shared/domain/app/terminal-commands.ts';
import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import type { CommandOutcome, TerminalCommand } from '../../../shared/ipc/terminal-calls.ts';
import { commandTitle, progressSentence } from '../../../shared/text/command-text.ts';
import { hindranceSentence } from '../../../shared/text/failure-text.ts';
import { current, formatOptionsIn } from '../../../shared/text/format.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import type { Typed } from '../parse.ts';
import type { Link } from '../socket/link.ts';
import type { Terminal } from '../terminal.ts';
import { recordsIn } from './believed.ts';

/** Without a number behind `--wait`, s. A little longer than the app itself takes to give up. */
const usualWaitS = 150;

type Acting = 'pause' | 'resume' | 'lock' | 'unlock' | 'limit' | 'schedule';

const kinds = {
  pause: 'pause',
  resume: 'resume',
  lock: 'lock',
  unlock: 'unlock',
  schedule: 'backToSchedule',
} as const;

/** What a word asks of a charger; undefined for one that asks nothing. */
export function commandOf({ word, argument }: Typed): TerminalCommand | undefined {
  if (word === 'limit') return { kind: 'setLimit', limitA: Number(argument) };
  return isPlain(word) ? { kind: kinds[word] } : undefined;
}

function isPlain(word: TerminalWordName): word is Exclude<Acting, 'limit'> {
  return Object.hasOwn(kinds, word);
}

/** For how long a confirmation is waited for; undefined where nobody does. */
export function waitMsOf({ options }: Typed): number | undefined {
  const { wait } = options;
  if (wait === undefined) return undefined;
  return (wait === '' ? usualWaitS : Number(wait)) * 1000;
}

/** A charger, what is to become of it, and what the command line was told beside. */
export interface Act {
  readonly charger: ChargerRecord;
  readonly command: TerminalCommand;
  readonly typed: Typed;
}

/** Has the app carry out a command and says what became of it. Gives the exit code. */
export async function act(link: Link, { charger, command, typed }: Act, terminal: Terminal) {
  const outOfRange = rangeOf(charger, command, terminal);
  if (outOfRange !== undefined) {
    return toldOutcome(
      { result: 'refused', reason: 'limitRange', said: outOfRange },
      { charger, typed },
      terminal,
    );
  }
  const waitMs = waitMsOf(typed);
  const outcome = await link.ask('execute', { chargerId: charger.id, command, waitMs });
  return tellOutcome(link, outcome, { charger, command, typed }, terminal);
}

/** Says what became of a command. */
export async function tellOutcome(
  link: Link,
  outcome: CommandOutcome,
  { charger, command, typed }: Act,
  terminal: Terminal,
): Promise<number> {
  // The reading that has confirmed it, or has not.
  const after = recordsIn(await link.ask('chargers', undefined));
  const record = after.find(({ id }) => id === charger.id) ?? charger;
  const said = sentenceOf(outcome, { ...record, command }, terminal);
  return toldOutcome({ ...resultOf(outcome), said }, { charger: record, typed }, terminal);
}

type Result = 'sent' | 'confirmed' | 'notConfirmed' | 'superseded' | 'refused' | 'failed';

interface ToldOutcome {
  readonly result: Result;
  /** Why it was refused or failed, in one word of the program's. */
  readonly reason?: string;
  readonly said: string;
}

const codes: Record<Result, number> = {
  sent: exitCodes.done,
  confirmed: exitCodes.done,
  notConfirmed: exitCodes.notConfirmed,
  superseded: exitCodes.notConfirmed,
  refused: exitCodes.refused,
  failed: exitCodes.failed,
};

/** What may be tried again failed; what the charger or its owner must change first was refused. */
const passing: ReadonlySet<string> = new Set([
  'unreachable',
  'timedOut',
  'serverError',
  'rateLimited',
  'notUnderstood',
]);

function resultOf(outcome: CommandOutcome): Pick<ToldOutcome, 'result' | 'reason'> {
  if (outcome.kind !== 'failed') return { result: outcome.kind };
  const { failure } = outcome;
  const reason = 'why' in failure && failure.why !== undefined ? failure.why : failure.kind;
  return { result: passing.has(failure.kind) ? 'failed' : 'refused', reason };
}

function toldOutcome(
  { result, reason, said }: ToldOutcome,
  { charger, typed }: Pick<Act, 'charger' | 'typed'>,
  terminal: Terminal,
): number {
  const isWell = codes[result] === exitCodes.done;
  if (typed.options.json !== undefined) {
    const { word: command, argument = null } = typed;
    const { id: chargerId } = charger;
    terminal.say(
      JSON.stringify({ chargerId, command, argument, result, reason: reason ?? null, said }),
    );
  } else if (isWell) terminal.say(said);
  else terminal.mutter(said);
  return codes[result];
}

function sentenceOf(
  outcome: CommandOutcome,
  { command, reading }: ChargerRecord & { readonly command: TerminalCommand },
  { clock, locales, zone }: Terminal,
): string {
  const now = clock.now();
  const formatOptions = formatOptionsIn(zone, locales);
  const say = (progress: CommandProgress) =>
    progressSentence({ command: progress, reading }, now, formatOptions);
  const asked = { command, at: now };
  switch (outcome.kind) {
    case 'sent':
    case 'notConfirmed': {
      const { origin: _ours, ...progress } = outcome.progress;
      return say(progress);
    }
    case 'confirmed':
      return say({ phase: 'confirmed', ...asked });
    case 'superseded':
      return messages.commands.outcome({
        command: commandTitle({ phase: 'confirmed', ...asked }, formatOptions),
        outcome: messages.commandLine.superseded,
      });
    case 'failed':
      return outcome.failure.kind === 'blocked'
        ? hindranceSentence(outcome.failure.why)
        : say({ phase: 'failed', ...asked, why: outcome.failure });
  }
}

/** What a charger allows, as the window does, where a limit is not within it. */
function rangeOf(
  { reading }: ChargerRecord,
  command: TerminalCommand,
  { locales, zone }: Terminal,
): string | undefined {
  const limit = lastObservation(reading)?.abilities.limit;
  if (command.kind !== 'setLimit' || !limit) return undefined;
  const { minA, maxA } = limit;
  if (command.limitA >= minA && command.limitA <= maxA) return undefined;
  const formatOptions = formatOptionsIn(zone, locales);
  const [least, most] = [current(minA, formatOptions), current(maxA, formatOptions)];
  return messages.commandLine.limitRange({ least, most });
}
