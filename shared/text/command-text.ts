import type { Command, CommandKind, CommandProgress } from '../domain/charger/command.ts';
import type { Observation, SolarMode } from '../domain/charger/observation.ts';
import type { Reading } from '../domain/charger/reading.ts';
import type { ChargerStateName } from '../domain/charger/status.ts';
import type { Failure } from '../domain/failure.ts';
import { exhaustive } from '../exhaustive.ts';
import { asDecimal, exactPrice } from './exact.ts';
import { failureSentence } from './failure-text.ts';
import { clockTime, current, type FormatOptions } from './format.ts';
import { stateSentence } from './status-text.ts';

/** What stands on the button or menu entry. */
export const commandLabels: Record<CommandKind, string> = {
  pause: 'Pause',
  resume: 'Resume',
  backToSchedule: 'Back to schedule',
  lock: 'Lock',
  unlock: 'Unlock',
  setLimit: 'Current limit',
  setSolarMode: 'Eco-Smart',
  setPrice: 'Energy price',
  reboot: 'Restart charger',
  updateSoftware: 'Update firmware',
};

export const solarModeLabels: Record<SolarMode, string> = {
  off: 'Off',
  eco: 'Eco',
  solar: 'Full Green',
};

/** `Eco-Smart: Full Green`. */
export function solarModeWords(mode: SolarMode): string {
  return `${commandLabels.setSolarMode}: ${solarModeLabels[mode]}`;
}

/** What the modes mean; their names are the brand's own. */
export const solarModeHint = 'Eco adds grid power to solar. Full Green uses solar only.';

/** What starts a session: one that was paused, or one that waits. */
export function commandLabel(kind: CommandKind, state: ChargerStateName | undefined): string {
  const waits = kind === 'resume' && state !== undefined && state !== 'paused';
  return waits ? 'Charge now' : commandLabels[kind];
}

/** The command with its value: `Current limit 16 A`. */
function commandWords(command: Command, formatOptions: FormatOptions = {}): string {
  if (command.kind === 'setLimit')
    return `${commandLabels.setLimit} ${current(command.limitA, formatOptions)}`;
  if (command.kind === 'setSolarMode') return solarModeWords(command.mode);
  return commandLabels[command.kind];
}

/** The same in the words of the button that was pressed. */
export function commandTitle(
  { command, from }: CommandProgress,
  formatOptions: FormatOptions = {},
): string {
  return command.kind === 'resume'
    ? commandLabel(command.kind, from)
    : commandWords(command, formatOptions);
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
  const { command } = asked;
  const words = commandTitle(command, formatOptions);
  switch (command.phase) {
    case 'sending':
      return `${words}: sending…`;
    case 'sent':
      return `${words}: ${sent(command, asked.reading, { now, formatOptions })}`;
    case 'confirmed':
      return `${words}: confirmed.`;
    case 'notConfirmed':
      return `${words}: not confirmed. ${notConfirmedSentence(asked, now, formatOptions)}`;
    case 'failed':
      return `${words}: ${failed(command.why, now, formatOptions)}`;
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
  if (reading.certainty === 'current') return 'There was no reading in time to confirm it.';
  return `${unreadSentence(reading, now, formatOptions)} Check the charger.`;
}

type Sent = Extract<CommandProgress, { phase: 'sent' }>;

function sent(
  command: Sent,
  reading: Reading,
  { now, formatOptions }: { readonly now: number; readonly formatOptions: FormatOptions },
): string {
  const { waiting, notYet } = command.outcome === 'unknown' ? replyLost : wasSent;
  if (reading.certainty !== 'current') {
    return `${notYet} ${unreadSentence(reading, now, formatOptions)}`;
  }
  if (!command.contradicted) return waiting;
  return `${notYet} ${saysSentence(command.command, reading.observation, formatOptions)}`;
}

const wasSent = {
  waiting: 'sent, waiting for confirmation.',
  notYet: 'sent, not confirmed yet.',
} as const;

const replyLost = {
  waiting: 'the reply was lost, so it may have worked. Waiting for confirmation.',
  notYet: 'the reply was lost, so it may have worked. Not confirmed yet.',
} as const;

function unreadSentence(reading: Reading, now: number, formatOptions: FormatOptions): string {
  const at = 'at' in reading ? reading.at : undefined;
  if (at === undefined) return 'No data yet.';
  return `No data since ${clockTime(at, now, formatOptions)}.`;
}

/** What the charger says of the matter of a command. */
function saysSentence(
  command: Command,
  observation: Observation,
  formatOptions: FormatOptions,
): string {
  const { state } = observation.status;
  if (state === 'offline') return 'The charger is offline.';
  const setting = settingOf(command, observation, formatOptions);
  return `The charger still reports: ${setting ?? stateSentence(observation.status)}.`;
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
      return observation.solarMode && solarModeLabels[observation.solarMode];
    case 'setPrice':
      return (
        observation.price &&
        exactPrice(asDecimal(observation.price.perKwh), observation.price.currency, formatOptions)
      );
    case 'lock':
      return 'Unlocked';
    case 'unlock':
      return 'Locked';
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
      return `not sent, too many requests. Try again after ${clockTime(failure.until, now, formatOptions)}.`;
    case 'unreachable':
      return 'not sent, no connection. Try again.';
    case 'timedOut':
      return 'not sent, no response. Try again.';
    case 'serverError':
      return 'not sent, the server reported an error. Try again in a few minutes.';
    default:
      return failureSentence(failure, now, formatOptions);
  }
}
