import type { AccountState } from '../domain/app/app-state.ts';
import type { QuietChoice } from '../domain/app/quiet.ts';
import type { Settings } from '../domain/app/settings.ts';
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
    history: 'History',
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
    trayPower: 'Show power in the menu bar',
    trayIconHint: 'Where the desktop does not say how bright its panel is, choose here.',
  },
  history: {
    samples: 'Keep every look for',
    sessions: 'Keep charges for',
    keepHint:
      'Looks make the picture of a charge and need most of the space. What is older is deleted.',
  },
  about: {
    version: (version: string) => `ChargeTray ${version}`,
    demo: 'demo with invented chargers',
  },
} as const;

/** Whether notifications are shown now. */
export const quietLabels: Record<QuietChoice, string> = {
  no: 'On',
  hour: 'Off for an hour',
  tomorrow: 'Off until tomorrow',
  always: 'Off',
};

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

/** How long something is kept. 0 is for ever. */
export function keepLabels(years: number): string {
  if (years === 0) return 'For ever';
  return years === 1 ? '1 year' : `${years} years`;
}

/** Words around the backup of history and settings. */
export const backupText = {
  hint: 'A backup holds history, prices and settings, and no passwords or keys.',
  backUp: 'Back up…',
  restore: 'Bring in a backup…',
  restoreTitle: 'Bring in a backup?',
  restoreBody:
    'What the backup holds is added to the history; what is here already stays. Settings are taken from the backup.',
  choose: 'Choose a file…',
  asking: 'Under way…',
  rows: (count: string) => `${count} entries so far…`,
  stop: 'Stop',
  saved: 'Backed up',
  cancelled: 'Not backed up',
  failed: 'It could not be saved. Try another folder.',
  restored: (sessions: number, samples: number) =>
    `Brought in: ${sessions === 1 ? '1 charge' : `${sessions} charges`} and ${
      samples === 1 ? '1 look' : `${samples} looks`
    }.`,
  badLines: (count: number) =>
    count === 1
      ? '1 line made no sense and was left out.'
      : `${count} lines made no sense and were left out.`,
  cutOff: 'The end of the file is missing, and with it what stood there. Use another copy of it.',
  failures: {
    cancelled: 'Nothing was brought in.',
    stopped: 'Stopped. What was brought in so far stays; bring it in again to add the rest.',
    noBackup: 'This file is no backup of ChargeTray. Nothing was changed.',
    tooNew:
      'This backup is of a newer ChargeTray. Install that version first. Nothing was changed.',
    failed:
      'It could not be brought in completely. Try again: nothing is added twice. If it stays so, copy the diagnostics and report it.',
  },
} as const;
