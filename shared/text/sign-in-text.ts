import type { AppState } from '../domain/app/app-state.ts';
import type { Brand } from '../domain/brand.ts';
import type { Failure } from '../domain/failure.ts';
import type { AddFailure } from '../ipc/contract.ts';
import { brandFormText } from './brand-form-text.ts';
import { failureSentence } from './failure-text.ts';
import { clockTime, type FormatOptions } from './format.ts';

/** The system the app runs on, as far as words depend on it. */
export type Platform = AppState['app']['platform'];

/** What the safe place for secrets is called on each system. */
export const keychainNames: Record<Platform, string> = {
  linux: 'your system keyring',
  darwin: 'your Mac’s keychain',
  win32: 'Windows Credential Manager',
  other: 'your system keychain',
};

/** What ticking "keep me signed in", or not, means. */
export function keepHint(platform: Platform, keep: boolean): string {
  return keep
    ? `Saved only in ${keychainNames[platform]}.`
    : 'Not saved. You’ll sign in again next time.';
}

/** Words of the form that do not depend on the brand. */
export const formText = {
  optional: 'optional',
  /** Where a brand has no sentence of its own for a field. */
  missing: 'Fill in this field.',
  wrong: 'Check this field.',
  cancel: 'Cancel',
  keepBlocking: 'Keep blocking',
  /** Where a brand has no words of its own for a field. */
  show: 'Show',
  hide: 'Hide',
} as const;

/** Settings of another program, offered in the form. */
export const foundText = {
  found: (from: string, shown: readonly string[]) =>
    shown.length > 0
      ? `Found fcsp-api settings in ${from}: ${shown.join(', ')}.`
      : `Found fcsp-api settings in ${from}.`,
  secret: (field: string) => `“${field}” is included but not shown.`,
  use: 'Use these settings',
  used: (secrets: readonly string[]) =>
    secrets.length > 0
      ? `Filled in. Leave “${secrets.join('”, “')}” empty to use the one found.`
      : 'Filled in.',
  undo: 'Undo',
  skipped: (file: string) => `${file} couldn’t be read.`,
} as const;

/** A different station was found at the address of a known one. */
export const otherChargerText = {
  title: 'Different station at this address',
  body: (found: string, known: string) =>
    `Found ${found}, expected ${known}. Check the address. If yours was replaced, use this station.`,
  accept: 'Use this station',
} as const;

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
  const { secret, untilQuit } = brandFormText[circumstances.brand];
  switch (why.kind) {
    case 'noKeychain':
      return `The ${secret} can’t be saved because ${keychainNames[platform]} is locked or missing. Unlock it and try again, or choose “${untilQuit}”.`;
    case 'noAnswer':
      return 'Something went wrong. Try again.';
    default:
      return onceSentence(why, circumstances);
  }
}

/** Why something that a person asked for failed. Nothing of it is retried. */
export function onceSentence(why: Failure, { brand, now, formatOptions }: Circumstances): string {
  const { formTrouble } = brandFormText[brand];
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
