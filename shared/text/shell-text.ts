import type { LinkName } from '../ipc/contract.ts';

/** The words and addresses that the shells around the app need themselves. */
export const shellText = {
  windowTitle: 'ChargeTray',
  autostartName: 'ChargeTray',
  appName: 'ChargeTray',
  /** What a click on a notification does; few desktops show it. */
  openFromNotice: 'Open ChargeTray',
  openButton: 'Open',
  /** A secret of a charger, shown for its owner's eyes. */
  secretOf: (name: string) => `Station password · ${name}`,
  secretAdvice: 'Anyone with this password can reconfigure the station. Keep it private.',
  copy: 'Copy',
  close: 'Close',
  exportFile: (what: 'sessions' | 'samples', day: string, ending: string) =>
    `ChargeTray ${what} ${day}.${ending}`,
  backupFile: (day: string) => `ChargeTray backup ${day}.jsonl`,
  reportFile: (day: string) => `ChargeTray report ${day}.txt`,
} as const;

/** The only pages that are ever opened in a browser. */
export const linkAddresses: Record<LinkName, `https://${string}`> = {
  wallboxPortal: 'https://my.wallbox.com/',
  projectPage: 'https://github.com/chargetray/chargetray',
  trayHelp: 'https://extensions.gnome.org/extension/615/appindicator-support/',
};
