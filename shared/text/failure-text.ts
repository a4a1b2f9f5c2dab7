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
      return `Too many requests. Retrying at ${clockTime(failure.until, now, formatOptions)}.`;
    case 'unreachable':
      return unreachableSentences[failure.why ?? 'unknown'];
    case 'timedOut':
      return 'No response. Retrying automatically.';
    case 'serverError':
      return 'The server reported an error. Retrying automatically.';
    case 'notUnderstood':
      return 'Unexpected response. If this keeps happening, copy the diagnostics and report it.';
    case 'certificateChanged':
      return 'The certificate isn’t the one you trusted. Nothing is sent until you confirm it.';
    case 'otherCharger':
      return `Found ${failure.found} at this address, expected ${failure.known}. Choose which to use.`;
    case 'oldTls':
      return 'The charger supports only outdated encryption (TLS 1.1 or older), so ChargeTray won’t connect. It needs a firmware update.';
    case 'wrongDevice':
      return 'The device at this address isn’t a charger of this brand. Check the address.';
    case 'refused':
      return refusalSentence(failure.why);
    case 'notSupported':
      return 'This charger can’t do that.';
    case 'notFound':
      return 'This charger isn’t in your account. It may have been removed.';
    default:
      return exhaustive(failure);
  }
}

/** The same as a clause after a colon, without advice. */
export function failureClause(
  failure: Failure,
  now: number,
  formatOptions: FormatOptions = {},
): string {
  switch (failure.kind) {
    case 'signInNeeded':
      return failure.until === undefined
        ? 'sign-in required'
        : `sign-in rejected, retrying at ${clockTime(failure.until, now, formatOptions)}`;
    case 'rateLimited':
      return `too many requests, retrying at ${clockTime(failure.until, now, formatOptions)}`;
    case 'unreachable':
      return unreachableClauses[failure.why ?? 'unknown'];
    case 'timedOut':
      return 'no response';
    case 'serverError':
      return 'server error';
    case 'notUnderstood':
      return 'unexpected response';
    case 'certificateChanged':
      return 'certificate changed';
    case 'otherCharger':
      return 'different charger at this address';
    case 'oldTls':
      return 'outdated encryption';
    case 'wrongDevice':
      return 'not a charger of this brand';
    case 'refused':
      return 'request refused';
    case 'notSupported':
      return 'not supported by the charger';
    case 'notFound':
      return 'not found in your account';
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
    return `The sign-in was rejected. Check your sign-in details. Retrying at ${clockTime(until, now, formatOptions)}.`;
  }
  return cause === 'refused'
    ? 'The sign-in was rejected. Check your sign-in details.'
    : 'Sign in again to continue.';
}

type Unreachable = Extract<Failure, { kind: 'unreachable' }>;
type WhyUnreachable = NonNullable<Unreachable['why']> | 'unknown';

const unreachableSentences: Record<WhyUnreachable, string> = {
  unknownName: 'No device with that name was found. Check the address.',
  connectionRefused: 'Nothing is listening on that port. Check the address.',
  unknown: 'No connection. Check your network. Retrying automatically.',
};

const unreachableClauses: Record<WhyUnreachable, string> = {
  unknownName: 'its name can’t be found',
  connectionRefused: 'nothing is listening on its port',
  unknown: 'no connection',
};

const refusals: Record<Refusal, string> = {
  locked: 'The charger is locked. Unlock it first.',
  foreignControl: 'Another system (OCPP) controls this charger. Use that system instead.',
  noRight: 'Your account can’t control this charger. Ask the owner for admin access.',
  notNow: 'Not possible right now. Try again in a minute.',
  updating: 'The charger is updating. Wait until it’s finished.',
  noReason: 'The charger rejected the command without a reason.',
  unclear: 'The charger rejected the command. The next reading may show why.',
};

export function refusalSentence(why: Refusal): string {
  return refusals[why];
}

const hindrances: Record<BlockedReason, string> = {
  neverRead: 'No data from the charger yet.',
  signInNeeded: 'Sign in first.',
  offline: 'The charger is offline.',
  updating: 'The charger is updating.',
  locked: 'Unlock the charger first.',
  foreignControl: 'Another system (OCPP) controls this charger.',
  noRight: 'Your account can’t control this charger.',
  nothingToPause: 'Nothing to pause.',
  nothingToResume: 'Nothing to resume.',
  noCar: 'No car is plugged in.',
  onSchedule: 'Already following its schedule.',
  alreadyLocked: 'Already locked.',
  alreadyUnlocked: 'Already unlocked.',
  noUpdate: 'The firmware is up to date.',
  busyCharging: 'Not while charging. Pause first.',
  fault: 'The charger reports a fault.',
  unrecognised: 'Unknown charger state.',
};

export function hindranceSentence(why: BlockedReason): string {
  return hindrances[why];
}

/** The reason in two or three words, for the label of a disabled menu entry. */
const hindranceShort: Partial<Record<BlockedReason, string>> = {
  neverRead: 'no data yet',
  signInNeeded: 'sign in first',
  offline: 'charger offline',
  updating: 'updating',
  locked: 'locked',
  foreignControl: 'controlled by OCPP',
  noRight: 'no permission',
  noCar: 'no car',
  fault: 'fault',
  unrecognised: 'unknown state',
};

/** Undefined where the reason is plain to see, so that nobody wonders. */
export function hindranceHint(why: BlockedReason): string | undefined {
  return hindranceShort[why];
}
