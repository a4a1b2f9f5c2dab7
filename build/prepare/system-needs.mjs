// @ts-check

/**
 * What Linux has to bring, how one sees that it is there, and the Debian packages that hold it
 * (newest name first: Debian 13 and Ubuntu 24.04 renamed some).
 * @typedef {object} Need
 * @property {'library' | 'program' | 'folder'} kind
 * @property {string} name
 * @property {readonly string[]} packages
 */

/** @type {readonly Need[]} */
export const appNeeds = [
  { kind: 'library', name: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { kind: 'library', name: 'libnss3.so', packages: ['libnss3'] },
  { kind: 'library', name: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { kind: 'library', name: 'libgbm.so.1', packages: ['libgbm1'] },
  { kind: 'library', name: 'libXss.so.1', packages: ['libxss1'] },
  { kind: 'library', name: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
];

/** @type {readonly Need[]} */
export const desktopNeeds = [
  { kind: 'program', name: 'Xvfb', packages: ['xvfb'] },
  { kind: 'program', name: 'xauth', packages: ['xauth'] },
  { kind: 'program', name: 'dbus-run-session', packages: ['dbus'] },
  { kind: 'program', name: 'dbus-launch', packages: ['dbus-x11'] },
  { kind: 'program', name: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  { kind: 'program', name: 'dunst', packages: ['dunst'] },
  { kind: 'program', name: 'xfce4-panel', packages: ['xfce4-panel'] },
  { kind: 'program', name: 'xfwm4', packages: ['xfwm4'] },
  { kind: 'program', name: 'gdbus', packages: ['libglib2.0-bin'] },
  { kind: 'program', name: 'import', packages: ['imagemagick'] },
  { kind: 'program', name: 'xdotool', packages: ['xdotool'] },
  {
    kind: 'folder',
    name: '/usr/share/fonts/truetype/dejavu',
    packages: ['fonts-dejavu-core'],
  },
];

/**
 * The command that installs what is missing.
 * @param {readonly Need[]} missing
 * @param {(name: string) => boolean} isOffered whether this system's package lists hold a name
 */
export function packagesFor(missing, isOffered) {
  return missing.map(({ packages }) => packages.find(isOffered) ?? packages.at(-1) ?? '');
}

/**
 * The names of the libraries the linker knows.
 * @param {string} cache what `ldconfig -p` prints
 */
export function librariesIn(cache) {
  return new Set([...cache.matchAll(/^\s+(\S+) \(/gm)].map(([, name]) => name));
}
