import type { Command } from '../../../shared/domain/charger/command.ts';
import type { Abilities, Observation } from '../../../shared/domain/charger/observation.ts';
import { isLocked, isPossible } from '../../../shared/domain/charger/permission.ts';
import type { Failure, Refusal } from '../../../shared/domain/failure.ts';
import { leastLimitA } from './translate.ts';

/** What is known when a command is asked or refused. */
export interface Circumstances extends Knowledge {
  readonly command: Command;
}

/** What is known of a charger. */
export interface Knowledge {
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

/** Why schedules are not even sent: while they would not be followed, or could do harm. */
export function schedulesBlocked({ observation, mayCommand }: Knowledge): Failure | undefined {
  if (observation?.status.state === 'updating') return { kind: 'refused', why: 'updating' };
  if (observation?.foreignControl) return { kind: 'refused', why: 'foreignControl' };
  return mayCommand === false ? { kind: 'refused', why: 'noRight' } : undefined;
}

/**
 * What HTTP 403 or 409 means to a command, or to schedules, from what the last reading knew: the answer itself does not say
 * which of its meanings it has (HA#115746, HA#148200, PRE).
 */
export function whyRefused(status: 403 | 409, known: Knowledge, command?: Command): Failure {
  const { observation } = known;
  const isAboutLock = command?.kind === 'lock' || command?.kind === 'unlock';
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
