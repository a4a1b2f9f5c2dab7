import type { KeychainState } from '../domain/app/app-state.ts';
import type { HistoryTrouble } from '../domain/session/history.ts';
import { messages } from './messages.ts';
import type { Platform } from './platform.ts';

interface TroubleWords {
  readonly title: string;
  readonly body: string;
}

/** What a locked, hanging or absent keychain means and what to do. */
export function keychainTrouble(
  answer: Extract<KeychainState, 'locked' | 'silent' | 'absent'>,
  platform: Platform,
): TroubleWords {
  const words = messages.keychainTroubles;
  const name = messages.keychainNames[platform];
  const isKeyring = platform === 'linux';
  if (answer === 'silent') return words.silent;
  if (answer === 'locked') {
    return {
      title: isKeyring ? words.lockedKeyring : words.locked,
      body: words.lockedBody(name),
    };
  }
  return isKeyring
    ? { title: words.noKeyring, body: words.noKeyringBody }
    : { title: words.noKeychain, body: words.noKeychainBody(name) };
}

/** What is wrong with where the history is kept, and what to do. */
export function historyTrouble(trouble: HistoryTrouble): TroubleWords {
  const words = messages.historyTroubles;
  if (trouble.kind !== 'corrupt') return words[trouble.kind];
  return { title: words.corrupt.title, body: words.corrupt.body(trouble.keptAside) };
}
