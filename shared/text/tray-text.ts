/** The tray's own words. Everything else in it comes from the states and the commands. */
export const trayText = {
  noChargers: 'ChargeTray: no chargers yet',
  addCharger: 'Add a charger…',
  allHidden: 'ChargeTray: all chargers are hidden',
  looking: 'ChargeTray: loading your chargers…',
  keychainLocked: 'ChargeTray: unlock the keychain',
  tryKeychain: 'Unlock the keychain…',
  notRead: 'no data yet',
  outdated: (since: string) => `as of ${since}`,
  away: (since: string, state: string) => `unreachable since ${since} (was: ${state})`,
  powerCut: 'power cut',
  nextStart: (time: string) => `next start ${time}`,
  doubts: {
    certificateChanged: 'certificate changed',
    otherCharger: 'different charger found',
  },
  /** A charger or account, and what there is to say of it. */
  named: (name: string, words: string) => `${name}: ${words}`,
  becauseHint: (label: string, hint: string) => `${label} (${hint})`,
  withValue: (label: string, value: string) => `${label}: ${value}`,
  highest: (limit: string) => `${limit} (max)`,
  scheduleUnknown: 'schedule unknown',
  unlockWaiting: (name: string) => `Unlock ${name} (car waiting)`,
  showDetails: 'Show details',
  more: (count: number) => `More chargers… (${count})`,
  signInEntries: (count: number) => `Sign in to ${count} accounts…`,
  chargers: (count: number) => `${count} chargers`,
  /** `power` is that of all who charge, where it is known. */
  summary: (count: number, charging: number, power?: string) => {
    if (charging === 0) return `${count} chargers: none charging`;
    return power === undefined
      ? `${count} chargers: ${charging} charging`
      : `${count} chargers: ${charging} charging, ${power}`;
  },
  open: 'Open ChargeTray',
  history: 'History',
  notifications: 'Notifications',
  offUntil: (time: string) => `Off until ${time}`,
  refresh: 'Refresh now',
  settings: 'Settings…',
  quit: 'Quit',
} as const;
