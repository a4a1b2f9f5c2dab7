import type { KeychainState } from '../domain/app/app-state.ts';
import type { HistoryTrouble } from '../domain/session/history.ts';
import { exhaustive } from '../exhaustive.ts';
import { keychainNames, type Platform } from './sign-in-text.ts';

/** What stands in the way, and what to do. */
export const troubleText = {
  title: 'Needs attention',
  noTray: {
    title: 'No tray on this desktop',
    body: 'This desktop doesn’t show tray icons, so ChargeTray stays in this window. On GNOME, the AppIndicator extension adds a tray.',
  },
  empty: (label: string) => ({
    title: 'No chargers in this account',
    body: `No chargers in ${label}. Add one in your charger’s app or ask its owner to share it.`,
  }),
  stuck: (time: string) => ({
    title: 'This view is out of date',
    body: `Not updated since ${time}: something went wrong in ChargeTray. The tray is still up to date. Copy the diagnostics and report it.`,
  }),
  disk: {
    title: 'ChargeTray can’t save its data',
    body: 'Free up space or make its folder writable. Until then, notifications may repeat or get lost after a restart.',
  },
  lostSettings: (keys: readonly string[]) => ({
    title: 'Some settings couldn’t be read',
    body: `Reset to defaults: ${keys.join(', ')}.`,
  }),
  unreadableSettings: (file: string) => ({
    title: 'Settings couldn’t be read',
    body: `ChargeTray is using its defaults. The old file was saved as ${file}.`,
  }),
} as const;

/** What is left to say when the window itself is in trouble. */
export const brokenText = {
  noBridge: 'This window lost its connection to ChargeTray. Quit ChargeTray and start it again.',
  noAnswer: 'ChargeTray isn’t responding. Quit it and start it again.',
  fault: 'Something went wrong in this window. Your chargers aren’t affected.',
  notDone: 'Something went wrong. Try again.',
} as const;

/** What a locked or absent keychain means and what to do. */
export function keychainTrouble(
  answer: Extract<KeychainState, 'locked' | 'absent'>,
  platform: Platform,
): { readonly title: string; readonly body: string } {
  const name = keychainNames[platform];
  if (answer === 'locked') {
    return {
      title: platform === 'linux' ? 'Keyring locked' : 'Keychain locked',
      body: `Unlock ${name} and try again. Until then, saved accounts can’t sign in.`,
    };
  }
  return {
    title: platform === 'linux' ? 'No keyring found' : 'No keychain found',
    body:
      platform === 'linux'
        ? 'Start GNOME Keyring or KWallet, then try again. Until then, you can sign in for this session only.'
        : `ChargeTray can’t reach ${name}. Until it can, you can sign in for this session only.`,
  };
}

/** What is wrong with where the history is kept, and what to do. */
export function historyTrouble(trouble: HistoryTrouble): {
  readonly title: string;
  readonly body: string;
} {
  switch (trouble.kind) {
    case 'corrupt':
      return {
        title: 'History couldn’t be read',
        body: `A new history was started. The old file was saved as ${trouble.keptAside}. If you have a backup, restore it.`,
      };
    case 'readOnly':
      return {
        title: 'History can’t be saved',
        body: 'Make ChargeTray’s folder writable, then quit and reopen ChargeTray. Until then, new sessions aren’t saved.',
      };
    case 'diskFull':
      return {
        title: 'Disk full',
        body: 'Sessions aren’t being saved. Free up space; ChargeTray retries automatically.',
      };
    case 'busy':
      return {
        title: 'History file in use',
        body: 'Another program, such as a backup tool, has the file open. Close it; ChargeTray retries automatically.',
      };
    case 'tooNew':
      return {
        title: 'History made by a newer version',
        body: 'Install the latest version. Until then, new sessions aren’t saved and old ones aren’t changed.',
      };
    case 'unusable':
      return {
        title: 'History can’t be used',
        body: 'Sessions aren’t being saved. Copy the diagnostics and report it.',
      };
    default:
      return exhaustive(trouble);
  }
}
