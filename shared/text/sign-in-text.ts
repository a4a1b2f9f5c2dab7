import type { AppState } from '../domain/app/app-state.ts';
import type { Brand } from '../domain/brand.ts';
import type { Failure } from '../domain/failure.ts';
import type { AddFailure } from '../ipc/contract.ts';
import { brandText } from './brand-text.ts';
import { failureSentence } from './failure-text.ts';
import { clockTime, type FormatOptions } from './format.ts';

/** The system the app runs on, as far as words depend on it. */
export type Platform = AppState['app']['platform'];

/** What the safe place for secrets is called on each system. */
export const keychainNames: Record<Platform, string> = {
  linux: 'the keyring of this desktop',
  darwin: 'the Keychain of this Mac',
  win32: 'the Credential Manager of Windows',
  other: 'the keychain of this computer',
};

/** What ticking "keep me signed in", or not, means. */
export function keepHint(platform: Platform, keep: boolean): string {
  return keep
    ? `The password is kept in ${keychainNames[platform]} and nowhere else.`
    : 'The password is not kept. You sign in again when the session ends.';
}

/** Words of the form that do not depend on the make. */
export const formText = {
  optional: 'optional',
  missing: (field: string) => `Type your ${field.toLowerCase()}.`,
  wrong: (field: string) => `This cannot be right. Check your ${field.toLowerCase()}.`,
  cancel: 'Cancel',
} as const;

/** Settings of another program, offered in the form. */
export const foundText = {
  found: (from: string, shown: readonly string[]) =>
    `Settings of another program found in ${from}${shown.length > 0 ? `: ${shown.join(', ')}` : ''}.`,
  secret: (field: string) => `With a ${field.toLowerCase()}, which is not shown.`,
  use: 'Use them',
  used: (secrets: readonly string[]) =>
    secrets.length > 0
      ? `Filled in. The ${secrets.join(' and ').toLowerCase()} found there is used as long as you leave that field empty.`
      : 'Filled in.',
  undo: 'Do not use them',
  skipped: (file: string) => `${file} could not be read.`,
} as const;

/** Another station answers at the address of a known one. */
export const otherChargerText = {
  title: 'Another station answers there',
  body: (found: string, known: string) =>
    `It is ${found} instead of ${known}. Check the address; or, if yours was replaced, watch this one.`,
  accept: 'Watch this one instead',
} as const;

interface Circumstances {
  readonly brand: Brand;
  readonly now: number;
  readonly formatOptions: FormatOptions;
}

/** A failure that is a sentence; the others are a question, or belong to one field. */
export type SaidFailure =
  | Exclude<AddFailure, { readonly kind: 'confirmCertificate' | 'badField' | 'otherCharger' }>
  | { readonly kind: 'noAnswer' };

/** Why signing in did not work. */
export function signInTroubleSentence(
  why: SaidFailure,
  { platform, ...circumstances }: Circumstances & { readonly platform: Platform },
): string {
  const { secret } = brandText[circumstances.brand];
  switch (why.kind) {
    case 'noKeychain':
      return `There is no safe place for the ${secret}: ${keychainNames[platform]} does not answer. Unlock it and try again, or go on only until you quit.`;
    case 'noAnswer':
      return 'ChargeTray could not do this because of a fault of its own. Try again.';
    default:
      return onceSentence(why, circumstances);
  }
}

/** Why something that a person asked for did not work. Nothing of it is tried again by itself. */
export function onceSentence(why: Failure, { brand, now, formatOptions }: Circumstances): string {
  const { formTrouble } = brandText[brand];
  switch (why.kind) {
    case 'rateLimited':
      return `Too many attempts. Try again after ${clockTime(why.until, now, formatOptions)}.`;
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
