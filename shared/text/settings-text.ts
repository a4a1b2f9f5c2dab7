import type { AccountState } from '../domain/app/app-state.ts';
import { exhaustive } from '../exhaustive.ts';
import { brandWords } from './brand-words.ts';
import { messages } from './messages.ts';
import type { Platform } from './platform.ts';

/** Where the secrets of an account are. */
export function secretsWords(account: AccountState, platform: Platform): string {
  const { kept } = brandWords(account.brand);
  const words = messages.secrets;
  switch (account.secrets) {
    case 'keychain':
      return words.keychain({ kept, keychain: messages.keychainNames[platform] });
    case 'untilQuit':
      return words.untilQuit(kept);
    case 'none':
      return words.none;
    default:
      return exhaustive(account.secrets);
  }
}

/** How long something is kept. 0 is forever. */
export function keepLabels(years: number): string {
  return years === 0 ? messages.keepFor.always : messages.keepFor.years(years);
}
