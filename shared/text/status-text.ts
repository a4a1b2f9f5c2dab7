import type { Observation } from '../domain/charger/observation.ts';
import type { ChargerStatus } from '../domain/charger/status.ts';
import { exhaustive } from '../exhaustive.ts';
import { type FormatOptions, power } from './format.ts';
import { messages } from './messages.ts';

/** The state in few words, for a pill or a heading: no numbers that change by the minute. */
export function stateWords(status: ChargerStatus): string {
  const words = messages.states;
  switch (status.state) {
    case 'discharging':
      return status.phase === 'preparing' ? words.preparing : words.discharging;
    case 'paused':
      return status.notSaid ? words.pausedOrFinished : words.paused;
    case 'lockedCar':
      return words.locked;
    case 'error':
      return status.unconfirmed ? words.unconfirmedFault : words.error;
    default:
      return words[status.state];
  }
}

/** The state as a sentence, with what it knows. */
export function stateSentence(status: ChargerStatus): string {
  const words = messages.stateSentences;
  switch (status.state) {
    case 'discharging':
      return status.phase === 'preparing' ? words.preparing : stateWords(status);
    case 'transferring':
      return words.transferring;
    case 'waiting':
      return status.notSaid ? words.noPower : words.waiting;
    case 'queued':
      return words.queued(messages.queueCauses[status.cause]);
    case 'paused':
    case 'charging':
    case 'complete':
    case 'locked':
    case 'available':
    case 'scheduled':
    case 'offline':
      return stateWords(status);
    case 'lockedCar':
      return words.lockedCar;
    case 'updating':
      return words.updating;
    case 'error':
      return words.error(faultCode(status));
    case 'unknown':
      return status.code ? words.unknown(status.code) : stateWords(status);
    default:
      return exhaustive(status);
  }
}

/** The code; with a word of caution where nobody has seen it in the field. */
export function faultCode(fault: {
  readonly code: string;
  readonly unconfirmed?: true | undefined;
}): string {
  return fault.unconfirmed ? messages.stateSentences.unconfirmedCode(fault.code) : fault.code;
}

/** `Charging 7.2 kW` where power flows, else the sentence of the state. */
export function stateLine(observation: Observation, formatOptions: FormatOptions = {}): string {
  const flows =
    observation.status.state === 'charging' || observation.status.state === 'discharging';
  const state = stateSentence(observation.status);
  return flows && observation.powerW !== undefined
    ? messages.stateSentences.withPower({ state, power: power(observation.powerW, formatOptions) })
    : state;
}
