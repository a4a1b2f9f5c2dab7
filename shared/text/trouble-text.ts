import type { KeychainState } from '../domain/app/app-state.ts';
import type { HistoryTrouble } from '../domain/session/history.ts';
import { exhaustive } from '../exhaustive.ts';
import { keychainNames, type Platform } from './sign-in-text.ts';

/** What stands in the way, and what to do. */
export const troubleText = {
  title: 'Needs attention',
  noTray: {
    title: 'No tray on this desktop',
    body: 'This desktop shows no tray icons, so ChargeTray stays in this window. On GNOME, the AppIndicator extension adds a tray.',
  },
  empty: (label: string) => ({
    title: 'No chargers in this account',
    body: `${label} is signed in, but no charger belongs to it. Add one in the app of its maker, or ask its owner to share it.`,
  }),
  stuck: (time: string) => ({
    title: 'This view is out of date',
    body: `It hasn't been updated since ${time} because of a fault in ChargeTray. Your chargers are still watched, and the tray is up to date. Copy the diagnostics and report it.`,
  }),
  disk: {
    title: 'The disk refuses to keep what is remembered',
    body: 'Free some space, or make the folder of ChargeTray writable. It is tried again at each look. Should ChargeTray end before, something may be told twice or forgotten.',
  },
  lostSettings: (keys: readonly string[]) => ({
    title: 'Some settings were not readable',
    body: `These are back to their defaults: ${keys.join(', ')}.`,
  }),
  unreadableSettings: (file: string) => ({
    title: 'The settings were not readable',
    body: `ChargeTray starts with its defaults. The old file was kept as ${file}.`,
  }),
} as const;

/** What is left to say when the window itself is in trouble. */
export const brokenText = {
  noBridge: 'The window was opened without the app behind it. Quit ChargeTray and start it again.',
  noAnswer: 'The app behind the window does not answer. Quit ChargeTray and start it again.',
  fault: 'A fault in the window. Your chargers go on as before.',
  notDone: 'ChargeTray could not do that because of a fault of its own. Try again.',
} as const;

/** What a locked or absent keychain means and what to do. */
export function keychainTrouble(
  answer: Extract<KeychainState, 'locked' | 'absent'>,
  platform: Platform,
): { readonly title: string; readonly body: string } {
  const name = keychainNames[platform];
  if (answer === 'locked') {
    return {
      title: 'Passwords are locked away',
      body: `Unlock ${name}, then try again. Until then accounts that are stored there cannot sign in.`,
    };
  }
  return {
    title: 'No safe place for passwords',
    body:
      platform === 'linux'
        ? 'No keyring answers on this desktop. Start GNOME Keyring or KWallet, then try again. Until then you can sign in until you quit.'
        : `It was looked for in ${name}, which does not answer. Until it does you can sign in until you quit.`,
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
        title: 'The history was not readable',
        body: `ChargeTray began a new one. The old file was kept as ${trouble.keptAside}. If you have a backup, bring it in.`,
      };
    case 'readOnly':
      return {
        title: 'The history cannot be written',
        body: 'ChargeTray may not write to its folder. Make it writable, then quit and start ChargeTray. Until then charges are shown but not kept.',
      };
    case 'diskFull':
      return {
        title: 'The disk is full',
        body: 'Charges are not kept. Free some space; it is tried again by itself.',
      };
    case 'busy':
      return {
        title: 'Another program holds the history',
        body: 'Close what has its file open, such as a backup program. It is tried again by itself.',
      };
    case 'tooNew':
      return {
        title: 'The history is of a newer ChargeTray',
        body: 'Install the newest version. Until then charges are not kept, and the old ones are left alone.',
      };
    case 'unusable':
      return {
        title: 'The history cannot be used',
        body: 'Charges are not kept. Copy the diagnostics and report it.',
      };
    default:
      return exhaustive(trouble);
  }
}
