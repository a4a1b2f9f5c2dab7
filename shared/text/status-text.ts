import type { Observation } from '../domain/charger/observation.ts';
import type { ChargerStatus, QueueCause } from '../domain/charger/status.ts';
import { exhaustive } from '../exhaustive.ts';
import { type FormatOptions, power } from './format.ts';

const queueWords: Record<QueueCause, string> = {
  loadSharing: 'Power Sharing',
  loadBalancing: 'Power Boost',
  solarMode: 'Eco-Smart',
  meterFailed: 'meter failed',
  meterMargin: 'meter out of tolerance',
};

/** The state in few words, for a pill or a heading: no numbers that change by the minute. */
export function stateWords(status: ChargerStatus): string {
  switch (status.state) {
    case 'charging':
      return 'Charging';
    case 'discharging':
      return status.phase === 'preparing' ? 'Preparing' : 'Powering your home';
    case 'transferring':
      return 'Power is flowing';
    case 'waiting':
      return 'Plugged in';
    case 'queued':
      return 'Waiting for power';
    case 'scheduled':
      return 'Scheduled';
    case 'paused':
      return status.notSaid ? 'Stopped or finished' : 'Paused';
    case 'complete':
      return 'Charge complete';
    case 'locked':
    case 'lockedCar':
      return 'Locked';
    case 'available':
      return 'Ready';
    case 'updating':
      return 'Updating';
    case 'error':
      return status.unconfirmed ? 'Fault (unconfirmed)' : 'Fault';
    case 'offline':
      return 'Offline';
    case 'unknown':
      return 'Unknown state';
    default:
      return exhaustive(status);
  }
}

/** The state as a sentence, with what it knows. */
export function stateSentence(status: ChargerStatus): string {
  switch (status.state) {
    case 'discharging':
      return status.phase === 'preparing' ? 'Preparing to power your home' : 'Powering your home';
    case 'transferring':
      return 'Power is flowing, direction unknown';
    case 'waiting':
      return status.notSaid ? 'Plugged in, no power flowing' : 'Plugged in, waiting for car';
    case 'queued':
      return `Waiting for power (${queueWords[status.cause]})`;
    case 'paused':
    case 'charging':
    case 'complete':
    case 'locked':
    case 'available':
    case 'scheduled':
      return stateWords(status);
    case 'lockedCar':
      return 'Locked, car waiting';
    case 'updating':
      return 'Updating firmware';
    case 'error':
      return `Fault, code ${faultCode(status)}`;
    case 'offline':
      return 'Offline';
    case 'unknown':
      return status.code ? `${stateWords(status)} (${status.code})` : stateWords(status);
    default:
      return exhaustive(status);
  }
}

/** The code; with a word of caution where nobody has seen it in the field. */
export function faultCode(fault: {
  readonly code: string;
  readonly unconfirmed?: true | undefined;
}): string {
  return fault.unconfirmed ? `${fault.code} (unconfirmed)` : fault.code;
}

/** `Charging 7.2 kW` where power flows, else the sentence of the state. */
export function stateLine(observation: Observation, formatOptions: FormatOptions = {}): string {
  const flows =
    observation.status.state === 'charging' || observation.status.state === 'discharging';
  const words = stateSentence(observation.status);
  return flows && observation.powerW !== undefined
    ? `${words} ${power(observation.powerW, formatOptions)}`
    : words;
}
