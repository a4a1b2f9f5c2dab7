/** What the command line says besides the lines of the tray. */
export const commandLineText = {
  nothing: 'ChargeTray knows no charger yet. Start it and add one.',
  notRunning: 'ChargeTray is not running: these are its last readings. Start it for newer ones.',
  unreadable: 'What ChargeTray remembers could not be read. Start it and try again.',
  usage: [
    'chargetray --status         each charger in one line, then ends',
    'chargetray --watch          the same, and a new line whenever something changes',
    'chargetray --status --json  for scripts; --watch --json writes an object for each change',
  ].join('\n'),
} as const;
