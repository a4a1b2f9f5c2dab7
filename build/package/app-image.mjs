// @ts-check

/** Names a folder that holds what the packer would fetch; absolute. */
const toolsVariable = 'APPIMAGE_TOOLS_PATH';

/**
 * Why no AppImage is made. It consists of the app and a small program that unpacks it, which the
 * packer fetches from GitHub.
 * @param {{ official: boolean, environment: NodeJS.ProcessEnv }} machine
 * @returns {string | undefined} a sentence; undefined where one can be made
 */
export function imageLeftOut({ official, environment }) {
  if (official || environment[toolsVariable]?.trim()) return undefined;
  return `no AppImage was made: its runtime comes from GitHub, where Electron couldn't be fetched either. ${toolsVariable} may name a folder that holds it.`;
}

/** What is said where it could not be made. @param {string} why what the packer said */
export function imageNotMade(why) {
  return `deb and rpm were made, the AppImage was not. Its runtime comes from GitHub, or from the folder that ${toolsVariable} names.\n${why}`;
}

/**
 * What the packer is told to make one of an unpacked app.
 * @param {{ unpacked: string, output: string, version: string }} from `version` is Electron's
 * @returns {readonly string[]}
 */
export function imageArgs({ unpacked, output, version }) {
  const what = ['--linux', 'AppImage', '--prepackaged', unpacked, `-c.electronVersion=${version}`];
  return ['--publish', 'never', `-c.directories.output=${output}`, ...what];
}
