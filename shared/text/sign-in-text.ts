import type { Brand } from '../domain/brand.ts';
import type { Failure } from '../domain/failure.ts';
import type { AddFailure } from '../ipc/contract.ts';
import { brandFormWords } from './brand-form-words.ts';
import { failureSentence } from './failure-text.ts';
import { clockTime, type FormatOptions } from './format.ts';
import { messages } from './messages.ts';
import type { Platform } from './platform.ts';

/** What ticking "keep me signed in", or not, means. */
export function keepHint(platform: Platform, keep: boolean): string {
  const { kept, notKept } = messages.signIn;
  return keep ? kept(messages.keychainNames[platform]) : notKept;
}

interface Circumstances {
  readonly brand: Brand;
  readonly now: number;
  readonly formatOptions: FormatOptions;
}

/** A failure that is a sentence; the others are a question, or belong to one field. */
export type SaidFailure =
  | Exclude<
      AddFailure,
      { readonly kind: 'confirmCertificate' | 'badField' | 'otherCharger' | 'cancelled' }
    >
  | { readonly kind: 'noAnswer' };

/** Why signing in did not work. */
export function signInTroubleSentence(
  why: SaidFailure,
  { platform, ...circumstances }: Circumstances & { readonly platform: Platform },
): string {
  const { secret, untilQuit } = brandFormWords(circumstances.brand);
  switch (why.kind) {
    case 'noKeychain': {
      const keychain = messages.keychainNames[platform];
      return messages.signIn.noKeychain({ secret, keychain, untilQuit });
    }
    case 'noAnswer':
      return messages.signIn.noAnswer;
    default:
      return onceSentence(why, circumstances);
  }
}

/** Why something that a person asked for failed. Nothing of it is retried. */
export function onceSentence(why: Failure, { brand, now, formatOptions }: Circumstances): string {
  const { formTrouble } = brandFormWords(brand);
  switch (why.kind) {
    case 'rateLimited':
      return messages.signIn.rateLimited(clockTime(why.until, now, formatOptions));
    case 'unreachable':
      return formTrouble[why.why ?? 'unreachable'];
    case 'signInNeeded':
      return why.cause === 'refused'
        ? formTrouble.refused
        : failureSentence(why, now, formatOptions);
    case 'timedOut':
    case 'serverError':
    case 'oldTls':
    case 'wrongDevice':
      return formTrouble[why.kind];
    default:
      return failureSentence(why, now, formatOptions);
  }
}
