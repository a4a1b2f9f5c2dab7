/** What of Electron's `app` knows how it was started. */
export interface SwitchedApp {
  readonly isPackaged: boolean;
  readonly commandLine: { hasSwitch(name: string): boolean };
}

/** Each with its reason in `SECURITY.md`. */
export const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'debug',
  'debug-brk',
  'debug-port',
  'js-flags',
  'disable-web-security',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
] as const;

/**
 * The first switch with which a packed app does not start, without its dashes; undefined where there
 * is none. To be asked in the first turn of the process: what such a switch opens is not open yet.
 */
export function refusedSwitch({ isPackaged, commandLine }: SwitchedApp): string | undefined {
  // Tests and developers look into a checkout that way.
  return isPackaged ? refusedSwitches.find((name) => commandLine.hasSwitch(name)) : undefined;
}
