/**
 * A package of the system and how to see that it is there.
 * @typedef {{ package: string, program?: string, library?: string, file?: string }} SystemPackage
 */

/**
 * What the app needs on Debian and its relatives: Electron, and the keychain. Notices go over the bus,
 * so that the library which Electron would load for its own is not needed.
 * @type {readonly SystemPackage[]}
 */
export const runtimePackages = [
  { package: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { package: 'libnss3', library: 'libnss3.so' },
  { package: 'libasound2', library: 'libasound.so.2' },
  { package: 'libgbm1', library: 'libgbm.so.1' },
  { package: 'libxss1', library: 'libXss.so.1' },
  { package: 'libsecret-1-0', library: 'libsecret-1.so.0' },
];

/**
 * What the virtual desktop of the demo and the end-to-end tests is made of.
 * @type {readonly SystemPackage[]}
 */
export const desktopPackages = [
  { package: 'xvfb', program: 'Xvfb' },
  { package: 'dbus', program: 'dbus-daemon' },
  { package: 'gnome-keyring', program: 'gnome-keyring-daemon' },
  { package: 'gcr', file: '/usr/libexec/gcr-prompter' },
  { package: 'dunst', program: 'dunst' },
  { package: 'xfwm4', program: 'xfwm4' },
  { package: 'xfce4-panel', program: 'xfce4-panel' },
  { package: 'xfconf', program: 'xfconf-query' },
  { package: 'imagemagick', program: 'import' },
  { package: 'xdotool', program: 'xdotool' },
  { package: 'at-spi2-core', file: '/usr/libexec/at-spi2-registryd' },
  { package: 'x11-utils', program: 'xprop' },
  { package: 'fonts-dejavu-core', file: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf' },
  { package: 'adwaita-icon-theme', file: '/usr/share/icons/Adwaita/index.theme' },
];

/**
 * What tests speak to that no simulator stands in for. For others than root it is not on the path.
 * @type {readonly SystemPackage[]}
 */
export const brokerPackages = [{ package: 'mosquitto', file: '/usr/sbin/mosquitto' }];

/**
 * What makes packages for Linux.
 * @type {readonly SystemPackage[]}
 */
export const installerPackages = [
  { package: 'dpkg', program: 'dpkg-deb' },
  { package: 'rpm', program: 'rpmbuild' },
];

/**
 * What makes and unpacks an AppImage in tests. Where one is made for others, the packer brings its own.
 * @type {readonly SystemPackage[]}
 */
export const imagePackages = [
  { package: 'squashfs-tools', program: 'mksquashfs' },
  { package: 'desktop-file-utils', program: 'desktop-file-validate' },
  { package: 'iproute2', program: 'ip' },
];
