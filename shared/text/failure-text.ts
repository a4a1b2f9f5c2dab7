import type { BlockedReason } from '../domain/charger/permission.ts';
import type { Failure, Refusal } from '../domain/failure.ts';
import { clockTime, type FormatOptions } from './format.ts';
import { messages } from './messages.ts';

/** A failure as a sentence that says what to do. `now` is epoch ms, for writing times. */
export function failureSentence(
  failure: Failure,
  now: number,
  formatOptions: FormatOptions = {},
): string {
  const words = messages.failures;
  switch (failure.kind) {
    case 'signInNeeded':
      return signInSentence(failure, now, formatOptions);
    case 'rateLimited':
      return words.rateLimited(clockTime(failure.until, now, formatOptions));
    case 'unreachable':
      return words.unreachable[failure.why ?? 'unknown'];
    case 'otherCharger':
      return words.otherCharger(failure);
    case 'refused':
      return refusalSentence(failure.why);
    case 'notStored':
      return words.notStored[failure.why];
    default:
      return words[failure.kind];
  }
}

/** The same as a clause after a colon, without advice. */
export function failureClause(
  failure: Failure,
  now: number,
  formatOptions: FormatOptions = {},
): string {
  const words = messages.failureClauses;
  switch (failure.kind) {
    case 'signInNeeded':
      return failure.until === undefined
        ? words.signInNeeded
        : words.signInRefusedUntil(clockTime(failure.until, now, formatOptions));
    case 'rateLimited':
      return words.rateLimited(clockTime(failure.until, now, formatOptions));
    case 'unreachable':
      return words.unreachable[failure.why ?? 'unknown'];
    default:
      return words[failure.kind];
  }
}

type SignInNeeded = Extract<Failure, { kind: 'signInNeeded' }>;

function signInSentence(
  { cause, until }: SignInNeeded,
  now: number,
  formatOptions: FormatOptions,
): string {
  const words = messages.failures;
  if (until !== undefined) return words.signInRefusedUntil(clockTime(until, now, formatOptions));
  return cause === 'refused' ? words.signInRefused : words.signInNeeded;
}

export function refusalSentence(why: Refusal): string {
  return messages.refusals[why];
}

export function hindranceSentence(why: BlockedReason): string {
  return messages.hindrances[why];
}

/** Undefined where the reason is plain to see, so that nobody wonders. */
export function hindranceHint(why: BlockedReason): string | undefined {
  const hints: Partial<Record<BlockedReason, string>> = messages.hindranceHints;
  return hints[why];
}
