import type { AppState } from '../domain/app-state.ts';
import type { AddFailure } from '../ipc/contract.ts';
import { failureSentence } from './failure-text.ts';
import { clockTime, type Manner } from './format.ts';

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

interface Circumstances {
  readonly platform: Platform;
  readonly now: number;
  readonly manner: Manner;
}

/** Why signing in did not work. Here nothing is tried again by itself, so the words differ. */
export function signInTroubleSentence(
  why: AddFailure | { readonly kind: 'noAnswer' },
  { platform, now, manner }: Circumstances,
): string {
  switch (why.kind) {
    case 'noKeychain':
      return `There is no safe place for the password: ${keychainNames[platform]} does not answer. Unlock it and try again, or stay signed in only until you quit.`;
    case 'noAnswer':
      return 'ChargeTray could not do this because of a fault of its own. Try again.';
    case 'rateLimited':
      return `Too many attempts. Try again after ${clockTime(why.until, now, manner)}.`;
    case 'unreachable':
      return 'No connection. Check the network and try again.';
    case 'timedOut':
      return 'No answer in time. Try again.';
    case 'troubled':
      return 'The service has a problem. Try again in a few minutes.';
    default:
      return failureSentence(why, now, manner);
  }
}
