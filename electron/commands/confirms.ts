import type { Command } from '../../shared/domain/charger/command.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import { isLocked } from '../../shared/domain/charger/permission.ts';
import type { ChargerStateName } from '../../shared/domain/charger/status.ts';
import { exhaustive } from '../../shared/exhaustive.ts';
import { mostDigits } from '../../shared/text/exact.ts';

/** Prices travel as binary fractions. Two that differ as people write them are further apart. */
const samePrice = 0.5 * 10 ** -mostDigits;

/** The charge goes on, or would if the car wanted. A fault or a lock in between is no success. */
const goesOn: ReadonlySet<ChargerStateName> = new Set([
  'charging',
  'discharging',
  'transferring',
  'waiting',
  'queued',
  'complete',
]);

const starts: ReadonlySet<ChargerStateName> = new Set([
  'charging',
  'discharging',
  'transferring',
  'complete',
]);

/**
 * Whether a reading shows that a command came true, which was asked in the state `from`. A charger that is
 * not connected confirms nothing. Pure.
 */
export function confirms(
  command: Command,
  observation: Observation,
  from?: ChargerStateName,
): boolean {
  const state = observation.status.state;
  if (command.kind === 'reboot') return state === 'offline' || state === 'updating';
  if (state === 'offline' || state === 'unknown') return false;
  switch (command.kind) {
    case 'pause':
      return state === 'paused';
    case 'resume':
      // Who waited already and still waits has not been started.
      return starts.has(state) || (goesOn.has(state) && state !== from);
    case 'backToSchedule':
      return goesOn.has(state) || state === 'scheduled' || state === 'available';
    case 'lock':
      return isLocked(observation);
    case 'unlock':
      return !isLocked(observation);
    case 'setLimit':
      return observation.limitA === command.limitA;
    case 'setSolarMode':
      return observation.solarMode === command.mode;
    case 'setPrice':
      return (
        observation.price !== undefined &&
        Math.abs(observation.price.perKwh - command.perKwh) < samePrice
      );
    case 'updateSoftware':
      return state === 'updating' || observation.abilities.update === undefined;
    default:
      return exhaustive(command);
  }
}
