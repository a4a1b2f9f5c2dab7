import type { AccountState } from '../domain/app-state.ts';
import type { Settings } from '../domain/settings.ts';
import { exhaustive } from '../exhaustive.ts';
import type { LinkName } from '../ipc/contract.ts';
import { brandText } from './brand-text.ts';
import { keychainNames, type Platform } from './sign-in-text.ts';

/** Words of the settings. */
export const settingsText = {
  titles: {
    accounts: 'Accounts and stations',
    notices: 'Notifications',
    start: 'Start',
    look: 'Appearance',
    about: 'About',
  },
  account: {
    interval: 'Seconds between two looks',
    timeout: 'Seconds to wait for an answer',
    timeoutHint: (least: number, most: number) => `${least} to ${most}. The station can be slow.`,
    certificate: 'Trusted certificate',
    validTo: (day: string) => `valid to ${day}`,
    expired: (day: string) => `expired ${day}`,
    signOut: 'Sign out',
    signOutOf: (label: string) => `Sign out of ${label}`,
    forget: 'Forget',
    forgetNamed: (label: string) => `Forget ${label}`,
  },
  notices: {
    now: 'Show notifications',
    which: 'Tell me about',
    quietUntil: (time: string) => `Quiet until ${time}.`,
  },
  start: {
    atLogin: 'Open at login',
    hidden: 'Start in the tray',
    hiddenHint: 'Without a window, when there is a tray to start in.',
  },
  look: {
    theme: 'Theme',
    trayIcon: 'Tray icon',
    trayIconHint: 'Where the desktop does not say how bright its panel is, choose here.',
  },
  about: {
    version: (version: string) => `ChargeTray ${version}`,
    demo: 'demo with invented chargers',
  },
} as const;

/** Whether notifications are shown now. */
export const quietLabels = { no: 'On', hour: 'Off for an hour', always: 'Off' } as const;

/** Pages outside the app. */
export const linkLabels: Record<LinkName, string> = {
  wallboxPortal: 'Open the Wallbox portal',
  trayHelp: 'Help with tray icons',
  projectPage: 'ChargeTray on the web',
};

export const themeLabels: Record<Settings['theme'], string> = {
  system: 'Like the system',
  light: 'Light',
  dark: 'Dark',
};

export const trayIconLabels: Record<Settings['trayIcon'], string> = {
  auto: 'By itself',
  forDarkPanel: 'For a dark panel',
  forLightPanel: 'For a light panel',
};

/** Where the secrets of an account are. */
export function secretsWords(account: AccountState, platform: Platform): string {
  const { kept } = brandText[account.brand];
  switch (account.secrets) {
    case 'keychain':
      return `${kept} is kept in ${keychainNames[platform]} and nowhere else.`;
    case 'untilQuit':
      return `${kept} is forgotten when you quit ChargeTray.`;
    case 'none':
      return 'Nothing secret is kept for it.';
    default:
      return exhaustive(account.secrets);
  }
}
