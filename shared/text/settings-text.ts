import type { AccountState } from '../domain/app/app-state.ts';
import type { QuietChoice } from '../domain/app/quiet.ts';
import type { Settings } from '../domain/app/settings.ts';
import { exhaustive } from '../exhaustive.ts';
import type { LinkName } from '../ipc/contract.ts';
import { brandText } from './brand-text.ts';
import { keychainNames, type Platform } from './sign-in-text.ts';

/** Words of the settings. */
export const settingsText = {
  pages: {
    chargers: 'Chargers',
    notifications: 'Notifications',
    prices: 'Prices',
    general: 'General',
    data: 'Data',
    about: 'About',
  },
  now: {
    chargers: (count: number) => (count === 1 ? '1 charger' : `${count} chargers`),
    noChargers: 'None',
    noPrice: 'Not set',
    timeOfUse: 'Time of use',
    priceOf: (name: string, price: string) => `${name}: ${price}`,
    /** Zero: for ever. */
    storedFor: (years: number) => {
      if (years === 0) return 'Sessions stored: forever';
      return years === 1 ? 'Sessions stored: 1 year' : `Sessions stored: ${years} years`;
    },
    startsAtLogin: 'opens at login',
  },
  chargers: {
    title: 'Names and order',
    shown: (name: string) => `Show ${name}`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    rename: 'Rename',
    renameNamed: (name: string) => `Rename ${name}`,
    name: (name: string) => `Name for ${name}`,
    nameHint: 'Only used in ChargeTray. Leave empty for the charger’s own name.',
    save: 'Save',
    cancel: 'Cancel',
  },
  advanced: 'Advanced',
  shortcut: {
    title: 'Shortcut to open',
    hint: 'Opens ChargeTray from any program.',
    /** What stands on its button, for those who only hear it. */
    named: (keys: string) => `Shortcut to open: ${keys}`,
    set: 'Set…',
    press: 'Press keys…',
    remove: 'Remove',
    taken: 'Another program uses these keys, or this desktop doesn’t allow shortcuts.',
    needs: 'Use Ctrl, Alt or the system key with a letter, number or F key.',
  },
  reset: {
    label: 'Reset settings…',
    title: 'Reset settings?',
    body: 'All settings go back to their defaults. Accounts, history and prices stay.',
    confirm: 'Reset settings',
  },
  titles: {
    accounts: 'Accounts and stations',
    notices: 'Notifications',
    start: 'Start',
    look: 'Appearance',
    history: 'History',
    about: 'About',
  },
  account: {
    interval: 'Update interval (s)',
    timeout: 'Response timeout (s)',
    timeoutHint: (least: number, most: number) => `${least} to ${most} s. The station can be slow.`,
    certificate: 'Trusted certificate',
    validTo: (day: string) => `valid to ${day}`,
    expired: (day: string) => `expired ${day}`,
    signOut: 'Sign out',
    signOutOf: (label: string) => `Sign out of ${label}`,
    forget: 'Remove',
    forgetNamed: (label: string) => `Remove ${label}`,
  },
  notices: {
    now: 'Show notifications',
    which: 'Notify me about',
    whichOf: (name: string) => `Notify me about ${name}:`,
    quietUntil: (time: string) => `Muted until ${time}.`,
    charger: 'Charger',
    allChargers: 'All chargers',
    unnamed: 'Charger',
    differing: (count: number) =>
      count === 0 ? 'Same as all chargers' : `Different from all chargers: ${count}`,
    likeAll: 'Same as all chargers',
    test: 'Send a test notification',
    testing: 'Sending…',
    quiet: {
      title: 'Quiet hours',
      hint: 'What you missed is summed up when they end.',
      span: (number: number) => `Quiet hours ${number}`,
      from: 'From',
      to: 'To',
      add: 'Add quiet hours',
      addShort: 'Add',
      remove: 'Remove',
      removeSpan: (number: number) => `Remove quiet hours ${number}`,
      critical: 'Allow faults and power cuts',
    },
  },
  start: {
    atLogin: 'Open at login',
    hidden: 'Start minimised to tray',
    hiddenHint: 'No window at start-up, if the desktop has a tray.',
  },
  look: {
    theme: 'Theme',
    trayIcon: 'Tray icon',
    trayPower: 'Show power in the menu bar',
    trayIconHint: 'Change this if the icon is hard to see.',
  },
  history: {
    samples: 'Keep readings for',
    sessions: 'Keep sessions for',
    keepHint: 'Readings draw session charts and use most space. Older ones are deleted.',
  },
  about: {
    version: (version: string) => `ChargeTray ${version}`,
    demo: 'demo data',
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
  trayHelp: 'Tray icon help',
  projectPage: 'Website',
};

export const themeLabels: Record<Settings['theme'], string> = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
};

export const trayIconLabels: Record<Settings['trayIcon'], string> = {
  auto: 'Automatic',
  forDarkPanel: 'For dark panels',
  forLightPanel: 'For light panels',
};

/** Where the secrets of an account are. */
export function secretsWords(account: AccountState, platform: Platform): string {
  const { kept } = brandText[account.brand];
  switch (account.secrets) {
    case 'keychain':
      return `${kept} is stored only in ${keychainNames[platform]}.`;
    case 'untilQuit':
      return `${kept} is deleted when you quit ChargeTray.`;
    case 'none':
      return 'No password or key stored.';
    default:
      return exhaustive(account.secrets);
  }
}

/** How long something is kept. 0 is forever. */
export function keepLabels(years: number): string {
  if (years === 0) return 'Forever';
  return years === 1 ? '1 year' : `${years} years`;
}

/** Words around the backup of history and settings. */
export const backupText = {
  hint: 'A backup contains history, prices and settings, but no passwords or keys.',
  backUp: 'Back up…',
  restore: 'Restore backup…',
  restoreTitle: 'Restore backup?',
  restoreBody: 'Adds the backup’s sessions to your history. Replaces your settings.',
  choose: 'Choose a file…',
  asking: 'Working…',
  rows: (count: string) => `${count} entries so far…`,
  stop: 'Stop',
  saved: 'Backup saved',
  cancelled: 'Not saved',
  failed: 'Couldn’t save. Try another folder.',
  restored: (sessions: number, samples: number) =>
    `Restored ${sessions === 1 ? '1 session' : `${sessions} sessions`} and ${
      samples === 1 ? '1 reading' : `${samples} readings`
    }.`,
  badLines: (count: number) =>
    count === 1
      ? '1 line couldn’t be read and was skipped.'
      : `${count} lines couldn’t be read and were skipped.`,
  cutOff: 'The file is incomplete: its end is missing. Use another copy.',
  failures: {
    cancelled: 'Nothing was restored.',
    stopped: 'Stopped. What was restored so far stays. Restore again to add the rest.',
    noBackup: 'Not a ChargeTray backup. Nothing was changed.',
    tooNew: 'Made by a newer version of ChargeTray. Update first. Nothing was changed.',
    failed:
      'The backup wasn’t restored completely. Try again; nothing is added twice. If this keeps happening, copy the diagnostics and report it.',
  },
} as const;
