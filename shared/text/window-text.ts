import type { AccountState, AppState, KeychainState } from '../domain/app-state.ts';
import type { Settings } from '../domain/settings.ts';
import type { AddFailure, LinkName } from '../ipc/contract.ts';
import { failureSentence } from './failure-text.ts';
import { clockTime, type Manner } from './format.ts';

type Platform = AppState['app']['platform'];

/** The window's own words: headings, hints and labels that the tray has no place for. */
export const windowText = {
  broken: 'ChargeTray cannot show its chargers',
  header: {
    views: 'Views',
    chargers: 'Chargers',
    settings: 'Settings',
    back: 'Back',
    refresh: 'Refresh now',
    starting: 'Starting…',
  },
  add: {
    title: 'Add a charger',
    intro: 'See it charge, be told when it ends, and lock, pause or limit it from here.',
    brand: 'Make of the charger',
    submit: 'Sign in',
    busy: 'Signing in…',
    open: 'Add a charger',
  },
  signIn: {
    title: (brand: string) => `Sign in to ${brand} again`,
    submit: 'Sign in',
  },
  form: {
    keep: 'Keep me signed in',
    privacy: (brand: string) =>
      `What you type goes to ${brand} and to nobody else. ChargeTray has no server and counts nothing.`,
    missing: (field: string) => `Type your ${field.toLowerCase()}.`,
    untilQuit: 'Sign in until I quit',
    tryKeychain: 'Try again',
    forgotten: 'The password was not kept. Type it again.',
  },
  charger: {
    outdatedState: (state: string) => `Last: ${state}`,
    neverState: 'Not read yet',
    signInState: 'Sign-in needed',
    asOf: (time: string) => `As of ${time}`,
    outdated: (time: string, because: string) => `Outdated since ${time}, because ${because}.`,
    outdatedSince: (time: string) => `Outdated since ${time}.`,
    never: 'Never read.',
    neverBecause: (because: string) => `Never read, because ${because}.`,
    show: (name: string) => `Show more of ${name}`,
    hide: (name: string) => `Show less of ${name}`,
    unnamed: 'Charger',
    energy: 'Energy',
    lastCharge: 'Last charge',
    time: 'Time',
    cost: 'Cost',
    about: (amount: string) => `about ${amount}`,
    fromTheSun: (energy: string) => `${energy} of it from the sun`,
    phases: (count: 1 | 3) => (count === 1 ? '1 phase' : '3 phases'),
    kilowatts: 'kW',
    nextStart: (time: string) => `Next start ${time}`,
    carWaits: 'A car is waiting.',
    signInNote: 'Sign in to see and steer this charger.',
    signIn: 'Sign in',
    tryAgain: 'Try again',
    more: 'More',
    details: 'Details',
    live: (name: string, state: string) => `${name}: ${state}`,
  },
  limit: {
    title: 'Limit',
    slider: 'Current limit',
    less: 'Less current',
    more: 'More current',
    number: 'Current limit in amperes',
    unit: 'A',
    unknown: 'The set limit is not known yet.',
  },
  price: {
    title: 'Energy price',
    perKwh: (amount: string) => `${amount} per kWh`,
    unknown: 'Not set',
    change: 'Change price',
    field: (currency: string) => `Price per kWh in ${currency}`,
    fieldPlain: 'Price per kWh',
    save: 'Save price',
    cancel: 'Cancel',
  },
  update: {
    offer: (from: string, to: string) => `Version ${to} is offered; ${from} is installed.`,
    upToDate: 'The software is up to date.',
  },
  confirm: {
    cancel: 'Cancel',
    rebootTitle: (name: string) => `Restart ${name}?`,
    rebootBody:
      'The charger goes offline for a minute or two. Nothing it has stored is lost. A car that is connected stays connected.',
    updateTitle: (name: string) => `Update the software of ${name}?`,
    updateBody: (to: string) =>
      `It installs version ${to} and restarts. This takes up to half an hour; charging is not possible meanwhile.`,
    forgetTitle: (label: string) => `Forget ${label}?`,
    forgetBody:
      'ChargeTray signs out, deletes the stored password and no longer watches its chargers. The chargers themselves stay as they are.',
    forget: 'Forget account',
  },
  details: {
    loading: 'Asking…',
    none: 'The charger said nothing more.',
    copyShort: 'Copy',
    copy: (label: string) => `Copy ${label.toLowerCase()}`,
  },
  copy: {
    diagnostics: 'Copy diagnostics',
    done: 'Copied',
    diagnosticsHint: 'What ChargeTray knows about itself, without passwords and without e-mail.',
  },
  picture: {
    title: 'Power and energy of this charge',
    span: (from: string, to: string) => `Power and energy of this charge, ${from} to ${to}.`,
    highest: (power: string) => `Highest power ${power}.`,
    sum: (energy: string) => `${energy} so far.`,
    time: 'Time',
    power: 'Power',
    energy: 'Energy',
    unknown: 'not known',
    kilowatts: (number: string) => `${number} kW`,
    kilowattHours: 'kWh',
  },
} as const;

/** Words of the settings. */
export const settingsText = {
  titles: {
    accounts: 'Accounts',
    notices: 'Notifications',
    start: 'Start',
    look: 'Appearance',
    about: 'About',
  },
  account: {
    signIn: { working: 'Signing in…', signedIn: 'Signed in', signInNeeded: 'Sign-in needed' },
    interval: 'Seconds between two looks',
    intervalHint: (least: number) =>
      `At least ${least}. Longer is kinder to the service; while the window is open it looks more often.`,
    signOut: 'Sign out',
    signOutOf: (label: string) => `Sign out of ${label}`,
    signInTo: (label: string) => `Sign in to ${label}`,
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

/** What stands in the way, and what to do. */
export const troubleText = {
  title: 'Needs attention',
  noTray: {
    title: 'No tray on this desktop',
    body: 'This desktop shows no tray icons, so ChargeTray stays in this window. On GNOME, the AppIndicator extension adds a tray.',
  },
  signIn: (brand: string, label: string) => ({
    title: `Sign in to ${brand} again`,
    body: `Until then nothing new is known of the chargers of ${label}.`,
  }),
  list: (brand: string, sentence: string) => ({
    title: `${brand} did not say which chargers there are`,
    body: sentence,
  }),
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

/** Where the secrets of an account are. */
export function secretsWords(account: AccountState, platform: Platform): string {
  return account.secrets === 'keychain'
    ? `What signs it in is kept in ${keychainNames[platform]} and nowhere else.`
    : 'What signs it in is forgotten when you quit ChargeTray.';
}

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
