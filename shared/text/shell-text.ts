import type { LinkName } from '../ipc/contract.ts';

/** The words and addresses that the shells around the app need themselves. */
export const shellText = {
  windowTitle: 'ChargeTray',
  autostartName: 'ChargeTray',
} as const;

/** The only pages that are ever opened in a browser. */
export const linkAddresses: Record<LinkName, `https://${string}`> = {
  wallboxPortal: 'https://my.wallbox.com/',
  projectPage: 'https://github.com/chargetray/chargetray',
  trayHelp: 'https://extensions.gnome.org/extension/615/appindicator-support/',
};
