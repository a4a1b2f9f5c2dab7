import type { LinkName } from '../domain/app/link-name.ts';

/** The only pages that are ever opened in a browser. */
export const linkAddresses: Record<LinkName, `https://${string}`> = {
  wallboxPortal: 'https://my.wallbox.com/',
  projectPage: 'https://github.com/chargetray/chargetray',
  downloadPage: 'https://github.com/chargetray/chargetray/releases',
  trayHelp: 'https://extensions.gnome.org/extension/615/appindicator-support/',
};
