/** What the list of chargers says: the strip above it, its rows, and what helps where nothing can be asked. */
export const chargersText = {
  strip: {
    title: 'Summary',
    charging: (count: number) => `${count} charging`,
    poweringHome: (count: number) => `${count} powering your home`,
    needsYou: (count: number) => (count === 1 ? '1 needs you' : `${count} need you`),
    pluggedIn: (count: number) => `${count} plugged in`,
    idle: 'Nothing charging',
    today: 'Today',
    unknown: (count: number) => `${count} unknown`,
  },
  row: {
    updated: (time: string) => `Updated ${time}`,
    certificateChanged: 'Certificate changed',
    otherCharger: 'Different charger found',
    notUpdatedSince: (time: string) => `Not updated since ${time}`,
    pause: (name: string) => `Pause ${name}`,
    resume: (name: string) => `Resume ${name}`,
    unlock: (name: string) => `Unlock ${name}`,
  },
  now: {
    doneAbout: (time: string) => `done about ${time}`,
  },
  help: {
    fault: 'Check the charger and the car. A restart often clears a fault.',
    offline: 'Check the charger’s power and its connection to the internet.',
    away: 'Check that this computer and the charger are online.',
    updating: 'Charging isn’t possible until the update has finished.',
    unrecognised: 'This state is new to ChargeTray. The charger’s own app can tell you more.',
    noPermission: 'Your account can’t control this charger. Ask the owner for admin access.',
    otherSystem: 'Another system controls this charger.',
    signIn: 'Sign in to see and control this charger.',
    refresh: 'Refresh now',
  },
  more: {
    details: 'Details',
    nameOf: (brand: string) => `Name in ${brand}`,
  },
  welcome: {
    title: 'ChargeTray stays in the tray',
    body: {
      linux:
        'Close this window any time. The plug icon is in your panel; click it for charging and controls.',
      darwin:
        'Close this window any time. The plug icon is in the menu bar at the top of the screen.',
      win32:
        'Close this window any time. The plug icon is by the clock; drag it out of the ^ menu to keep it in view.',
      other: 'Close this window any time. The plug icon is in your system tray.',
    },
    done: 'Got it',
  },
  hidden: (count: number) => (count === 1 ? '1 hidden charger' : `${count} hidden chargers`),
} as const;
