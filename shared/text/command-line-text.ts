/** What the command line says besides the lines of the tray. */
export const commandLineText = {
  nothing: 'No chargers yet. Open ChargeTray and add one.',
  notRunning: 'ChargeTray isn’t running. These are the last readings.',
  unreadable: 'Saved data couldn’t be read. Start ChargeTray and try again.',
  usage: [
    'chargetray --status         one line per charger, then exits',
    'chargetray --watch          the same, plus a new line on every change',
    'chargetray --status --json  JSON for scripts; --watch --json writes one object per change',
  ].join('\n'),
} as const;
