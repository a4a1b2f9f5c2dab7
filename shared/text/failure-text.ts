import type { Failure, Refusal } from '../domain/failure.ts';
import type { Hindrance } from '../domain/permission.ts';
import { exhaustive } from '../exhaustive.ts';
import { clockTime, type Manner } from './format.ts';

/** A failure as a sentence that says what to do. `now` is epoch ms, for writing times. */
export function failureSentence(failure: Failure, now: number, manner: Manner = {}): string {
  switch (failure.kind) {
    case 'signInNeeded':
      return failure.cause === 'refused'
        ? 'The sign-in was refused. Check e-mail and password.'
        : 'Sign in again to go on.';
    case 'rateLimited':
      return `Asked too often. Next try at ${clockTime(failure.until, now, manner)}.`;
    case 'unreachable':
      return 'No connection. Check the network; it is tried again by itself.';
    case 'timedOut':
      return 'No answer in time. It is tried again by itself.';
    case 'troubled':
      return 'The service has a problem. It is tried again by itself.';
    case 'notUnderstood':
      return 'The answer was not understood. If this stays, copy the diagnostics and report it.';
    case 'refused':
      return refusalSentence(failure.why);
    case 'notSupported':
      return 'This charger cannot do that.';
    default:
      return exhaustive(failure);
  }
}

/** The same as a clause after "because", without advice. */
export function failureClause(failure: Failure, now: number, manner: Manner = {}): string {
  switch (failure.kind) {
    case 'signInNeeded':
      return 'a sign-in is needed';
    case 'rateLimited':
      return `the service asks to wait until ${clockTime(failure.until, now, manner)}`;
    case 'unreachable':
      return 'there is no connection';
    case 'timedOut':
      return 'there was no answer in time';
    case 'troubled':
      return 'the service has a problem';
    case 'notUnderstood':
      return 'the answer was not understood';
    case 'refused':
      return 'the question was refused';
    case 'notSupported':
      return 'the charger does not offer it';
    default:
      return exhaustive(failure);
  }
}

const refusals: Record<Refusal, string> = {
  locked: 'The charger is locked. Unlock it first.',
  foreignControl: 'Another system (OCPP) controls this charger. Use that system instead.',
  noRight: 'Your account may not command this charger. Ask its owner to make you an admin.',
  notNow: 'The charger says this does not apply now. Look again in a minute.',
  updating: 'The charger is updating. Wait until it has finished.',
  noReason: 'The charger refused and gave no reason.',
};

export function refusalSentence(why: Refusal): string {
  return refusals[why];
}

const hindrances: Record<Hindrance, string> = {
  neverRead: 'The charger has not been read yet.',
  signInNeeded: 'Sign in first.',
  offline: 'The charger is not connected.',
  updating: 'The charger is updating.',
  locked: 'Unlock the charger first.',
  foreignControl: 'Another system (OCPP) controls this charger.',
  noRight: 'Your account may not command this charger.',
  nothingToPause: 'Nothing to pause.',
  nothingToResume: 'Nothing to resume.',
  noCar: 'No car is connected.',
  onSchedule: 'The schedule is already in control.',
  alreadyLocked: 'It is locked already.',
  alreadyUnlocked: 'It is unlocked already.',
  noUpdate: 'The software is up to date.',
  busyCharging: 'Not while power flows. Pause first.',
  fault: 'The charger reports a fault.',
  unrecognised: 'The state of the charger is not recognised.',
};

export function hindranceSentence(why: Hindrance): string {
  return hindrances[why];
}

/** The reason in two or three words, for the label of a disabled menu entry. */
const hindranceShort: Partial<Record<Hindrance, string>> = {
  neverRead: 'not read yet',
  signInNeeded: 'sign in first',
  offline: 'charger offline',
  updating: 'updating',
  locked: 'locked',
  foreignControl: 'controlled by OCPP',
  noRight: 'no right',
  noCar: 'no car',
  fault: 'fault',
  unrecognised: 'state not recognised',
};

/** Undefined where the reason is plain to see, so that nobody wonders. */
export function hindranceHint(why: Hindrance): string | undefined {
  return hindranceShort[why];
}
