import type { KeychainState } from '../domain/app-state.ts';
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
