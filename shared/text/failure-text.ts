import type { BlockedReason } from '../domain/charger/permission.ts';
import type { Failure, Refusal } from '../domain/failure.ts';
import { exhaustive } from '../exhaustive.ts';
import { clockTime, type FormatOptions } from './format.ts';

/** A failure as a sentence that says what to do. `now` is epoch ms, for writing times. */
export function failureSentence(
  failure: Failure,
  now: number,
  formatOptions: FormatOptions = {},
): string {
  switch (failure.kind) {
    case 'signInNeeded':
      return signInSentence(failure, now, formatOptions);
    case 'rateLimited':
      return `Asked too often. Next try at ${clockTime(failure.until, now, formatOptions)}.`;
    case 'unreachable':
      return unreachableSentences[failure.why ?? 'unknown'];
    case 'timedOut':
      return 'No answer in time. It is tried again by itself.';
    case 'serverError':
      return 'The service has a problem. It is tried again by itself.';
    case 'notUnderstood':
      return 'The answer was not understood. If this stays, copy the diagnostics and report it.';
    case 'certificateChanged':
      return 'Another certificate than the one you trust. Nothing is sent until you have compared and confirmed it.';
    case 'otherCharger':
      return `Another charger answers at this address: ${failure.found} instead of ${failure.known}. Decide which one you mean.`;
    case 'oldTls':
      return 'The charger speaks only an outdated encryption (TLS 1.1 or older). Its maker must update it; ChargeTray will not talk to it.';
    case 'wrongDevice':
      return 'Something answers at this address, but it is no charger of this make. Check the address.';
    case 'refused':
      return refusalSentence(failure.why);
    case 'notSupported':
      return 'This charger cannot do that.';
    case 'notFound':
      return 'This charger was not found in your account. It may have been removed there.';
    default:
      return exhaustive(failure);
  }
}

/** The same as a clause after "because", without advice. */
export function failureClause(
  failure: Failure,
  now: number,
  formatOptions: FormatOptions = {},
): string {
  switch (failure.kind) {
    case 'signInNeeded':
      return failure.until === undefined
        ? 'a sign-in is needed'
        : `the sign-in was refused; next try at ${clockTime(failure.until, now, formatOptions)}`;
    case 'rateLimited':
      return `the service asks to wait until ${clockTime(failure.until, now, formatOptions)}`;
    case 'unreachable':
      return unreachableClauses[failure.why ?? 'unknown'];
    case 'timedOut':
      return 'there was no answer in time';
    case 'serverError':
      return 'the service has a problem';
    case 'notUnderstood':
      return 'the answer was not understood';
    case 'certificateChanged':
      return 'it shows another certificate';
    case 'otherCharger':
      return 'another charger answers at its address';
    case 'oldTls':
      return 'it speaks only an outdated encryption';
    case 'wrongDevice':
      return 'what answers is no charger of this make';
    case 'refused':
      return 'the question was refused';
    case 'notSupported':
      return 'the charger does not offer it';
    case 'notFound':
      return 'it was not found in your account';
    default:
      return exhaustive(failure);
  }
}

type SignInNeeded = Extract<Failure, { kind: 'signInNeeded' }>;

function signInSentence(
  { cause, until }: SignInNeeded,
  now: number,
  formatOptions: FormatOptions,
): string {
  if (until !== undefined) {
    return `The sign-in was refused. Check what you sign in with; next try at ${clockTime(until, now, formatOptions)}.`;
  }
  return cause === 'refused'
    ? 'The sign-in was refused. Check what you sign in with.'
    : 'Sign in again to go on.';
}

type Unreachable = Extract<Failure, { kind: 'unreachable' }>;
type WhyUnreachable = NonNullable<Unreachable['why']> | 'unknown';

const unreachableSentences: Record<WhyUnreachable, string> = {
  unknownName: 'Nobody in this network knows that name. Check the address.',
  connectionRefused: 'Something is there, but nothing listens at that port. Check the address.',
  unknown: 'No connection. Check the network; it is tried again by itself.',
};

const unreachableClauses: Record<WhyUnreachable, string> = {
  unknownName: 'nobody in this network knows its name',
  connectionRefused: 'nothing listens at its port',
  unknown: 'there is no connection',
};

const refusals: Record<Refusal, string> = {
  locked: 'The charger is locked. Unlock it first.',
  foreignControl: 'Another system (OCPP) controls this charger. Use that system instead.',
  noRight: 'Your account can’t control this charger. Ask the owner for admin access.',
  notNow: 'Not possible right now. Try again in a minute.',
  updating: 'The charger is updating. Wait until it has finished.',
  noReason: 'The charger rejected the command without a reason.',
  unclear: 'The charger rejected the command. The next reading may show why.',
};

export function refusalSentence(why: Refusal): string {
  return refusals[why];
}

const hindrances: Record<BlockedReason, string> = {
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

export function hindranceSentence(why: BlockedReason): string {
  return hindrances[why];
}

/** The reason in two or three words, for the label of a disabled menu entry. */
const hindranceShort: Partial<Record<BlockedReason, string>> = {
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
export function hindranceHint(why: BlockedReason): string | undefined {
  return hindranceShort[why];
}
