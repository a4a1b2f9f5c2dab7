/** Words for what a station in the local network tells besides its state. */
export const stationText = {
  grid: { present: 'Present', powerCut: 'Power cut', unknown: 'Unknown' },
  /** What an inverter that can feed the house is doing. */
  phase: {
    off: 'Off',
    preparing: 'Preparing',
    active: 'Powering your home',
    other: 'Unknown',
  },
  /** With its own word for it, because people ask for it. */
  inverter: (phase: string, code: string) => `${phase} (${code})`,
  /** In a report, in the place of an answer that is not shown. */
  notShown: {
    webPage: (size: string) => `Web page, ${size}, not shown`,
    other: (size: string) => `Not JSON, ${size}, not shown`,
    nothing: 'Empty',
  },
} as const;
