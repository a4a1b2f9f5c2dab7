import type { Command, CommandKind, CommandProgress } from '../domain/charger/command.ts';
import type { Observation, SolarMode } from '../domain/charger/observation.ts';
import type { Reading } from '../domain/charger/reading.ts';
import type { ChargerStateName } from '../domain/charger/status.ts';
import type { Failure } from '../domain/failure.ts';
import { exhaustive } from '../exhaustive.ts';
import { asDecimal, exactPrice } from './exact.ts';
import { failureSentence } from './failure-text.ts';
import { clockTime, current, type FormatOptions } from './format.ts';
import { messages } from './messages.ts';
import { stateSentence } from './status-text.ts';

/** `Eco-Smart: Full Green`. */
export function solarModeWords(mode: SolarMode): string {
  return messages.commands.solarMode(messages.solarModeLabels[mode]);
}

/** What starts a session: one that was paused, or one that waits. */
export function commandLabel(kind: CommandKind, state: ChargerStateName | undefined): string {
  const waits = kind === 'resume' && state !== undefined && state !== 'paused';
  return waits ? messages.commands.chargeNow : messages.commandLabels[kind];
}

/** The command with its value: `Current limit 16 A`. */
function commandWords(command: Command, formatOptions: FormatOptions = {}): string {
  if (command.kind === 'setLimit')
    return messages.commands.limit(current(command.limitA, formatOptions));
  if (command.kind === 'setSolarMode') return solarModeWords(command.mode);
  return messages.commandLabels[command.kind];
}

/** The same in the words of the button that was pressed, or would have been. */
export function commandTitle(
  { command, from, origin }: CommandProgress,
  formatOptions: FormatOptions = {},
): string {
  const title =
    command.kind === 'resume'
      ? commandLabel(command.kind, from)
      : commandWords(command, formatOptions);
  if (origin === 'automation') return messages.commands.byAutomation(title);
  return origin === 'plan' ? messages.commands.byPlan(title) : title;
}

/** A command that was asked of a charger, and what is known of that. */
export interface Asked {
  readonly command: CommandProgress;
  readonly reading: Reading;
}

/** How far a command has come, as a sentence. `now` is epoch ms. */
export function progressSentence(
  asked: Asked,
  now: number,
  formatOptions: FormatOptions = {},
): string {
  const command = commandTitle(asked.command, formatOptions);
  return messages.commands.outcome({ command, outcome: outcome(asked, now, formatOptions) });
}

function outcome(asked: Asked, now: number, formatOptions: FormatOptions): string {
  const { command } = asked;
  const words = messages.commands;
  switch (command.phase) {
    case 'sending':
      return words.sending;
    case 'sent':
      return sent(command, asked.reading, { now, formatOptions });
    case 'confirmed':
      return words.confirmed;
    case 'notConfirmed':
      return words.notConfirmed(notConfirmedSentence(asked, now, formatOptions));
    case 'failed':
      return failed(command.why, now, formatOptions);
    default:
      return exhaustive(command);
  }
}

/** What is known instead of a confirmation. `now` is epoch ms. */
export function notConfirmedSentence(
  asked: Asked,
  now: number,
  formatOptions: FormatOptions = {},
): string {
  const { command, reading } = asked;
  if (reading.certainty === 'current' && !(command.phase === 'notConfirmed' && command.unread)) {
    return saysSentence(command.command, reading.observation, formatOptions);
  }
  if (reading.certainty === 'current') return messages.commands.noReading;
  return messages.commands.check(unreadSentence(reading, now, formatOptions));
}

type Sent = Extract<CommandProgress, { phase: 'sent' }>;

function sent(
  command: Sent,
  reading: Reading,
  { now, formatOptions }: { readonly now: number; readonly formatOptions: FormatOptions },
): string {
  const { waiting, notYet } =
    command.outcome === 'unknown' ? messages.commands.replyLost : messages.commands.sent;
  if (reading.certainty !== 'current') {
    return `${notYet} ${unreadSentence(reading, now, formatOptions)}`;
  }
  if (!command.contradicted) return waiting;
  return `${notYet} ${saysSentence(command.command, reading.observation, formatOptions)}`;
}

function unreadSentence(reading: Reading, now: number, formatOptions: FormatOptions): string {
  const at = 'at' in reading ? reading.at : undefined;
  if (at === undefined) return messages.commands.noData;
  return messages.commands.noDataSince(clockTime(at, now, formatOptions));
}

/** What the charger says of the matter of a command. */
function saysSentence(
  command: Command,
  observation: Observation,
  formatOptions: FormatOptions,
): string {
  const { state } = observation.status;
  if (state === 'offline') return messages.commands.offline;
  const setting = settingOf(command, observation, formatOptions);
  return messages.commands.stillReports(setting ?? stateSentence(observation.status));
}

function settingOf(
  command: Command,
  observation: Observation,
  formatOptions: FormatOptions,
): string | undefined {
  switch (command.kind) {
    case 'setLimit':
      return observation.limitA === undefined
        ? undefined
        : current(observation.limitA, formatOptions);
    case 'setSolarMode':
      return observation.solarMode && messages.solarModeLabels[observation.solarMode];
    case 'setPrice':
      return (
        observation.price &&
        exactPrice(asDecimal(observation.price.perKwh), observation.price.currency, formatOptions)
      );
    case 'lock':
      return messages.commands.unlocked;
    case 'unlock':
      return messages.commands.locked;
    default:
      return undefined;
  }
}

/** A command is never retried, whatever the failure of a reading would say. */
function failed(failure: Failure, now: number, formatOptions: FormatOptions): string {
  switch (failure.kind) {
    case 'signInNeeded':
      return failureSentence({ kind: failure.kind, cause: failure.cause }, now, formatOptions);
    case 'rateLimited':
      return messages.commands.rateLimited(clockTime(failure.until, now, formatOptions));
    case 'unreachable':
    case 'timedOut':
    case 'serverError':
      return messages.commands[failure.kind];
    default:
      return failureSentence(failure, now, formatOptions);
  }
}
