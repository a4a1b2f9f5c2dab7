import type { Command } from '../../../shared/domain/charger/command.ts';
import type { Abilities, Observation } from '../../../shared/domain/charger/observation.ts';
import { isLocked, isPossible } from '../../../shared/domain/charger/permission.ts';
import type { Failure, Refusal } from '../../../shared/domain/failure.ts';
import { leastLimitA } from './translate.ts';

/** What is known when a command is asked or refused. */
export interface Circumstances {
  readonly command: Command;
  /** The last reading, if there was one. */
  readonly observation: Observation | undefined;
  /** Whether the cloud lists this person as one who may command; undefined while it was not asked. */
  readonly mayCommand: boolean | undefined;
}

/**
 * Why a command is not even sent. A charger that installs software must not be disturbed, a restart can
 * ruin it (PY), so without any reading nothing that restarts it is sent either.
 */
export function blockedReasonOf({ command, observation }: Circumstances): Failure | undefined {
  if (observation?.status.state === 'updating') return { kind: 'refused', why: 'updating' };
  const restarts = command.kind === 'reboot' || command.kind === 'updateSoftware';
  if (restarts && !observation) return { kind: 'refused', why: 'notNow' };
  return isPossible(command, observation?.abilities ?? unread)
    ? undefined
    : { kind: 'notSupported' };
}

/**
 * What HTTP 403 or 409 to a command means, from what the last reading knew: the answer itself does not say
 * which of its meanings it has (HA#115746, HA#148200, PRE).
 */
export function whyRefused(status: 403 | 409, known: Circumstances): Failure {
  const { command, observation } = known;
  const isAboutLock = command.kind === 'lock' || command.kind === 'unlock';
  if (observation && isLocked(observation) && !isAboutLock)
    return { kind: 'refused', why: 'locked' };
  if (observation?.foreignControl) return { kind: 'refused', why: 'foreignControl' };
  if (observation?.status.state === 'updating') return { kind: 'refused', why: 'updating' };
  if (status === 409) return { kind: 'refused', why: 'notNow' };
  return { kind: 'refused', why: whyForbidden(known.mayCommand) };
}

/** One refusal says nothing about rights: the charger may have been locked since it was last read. */
function whyForbidden(mayCommand: boolean | undefined): Refusal {
  if (mayCommand === undefined) return 'unclear';
  return mayCommand ? 'noReason' : 'noRight';
}

/** Before the first reading only the least limit is known; too much is then for the cloud to refuse. */
const unread: Abilities = {
  pause: true,
  schedule: true,
  lock: true,
  solarMode: true,
  price: true,
  reboot: true,
  limit: { minA: leastLimitA, maxA: Number.POSITIVE_INFINITY },
};
