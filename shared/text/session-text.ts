import type { ChargerStateName } from '../domain/charger/status.ts';
import type { Interruption, Session, SessionCost } from '../domain/session/history.ts';

/** Words of one session. */
export const sessionText = {
  gone: 'This session has been deleted.',
  span: (from: string, to: string) => `${from} to ${to}`,
  times: (from: string, to: string) => `${from}–${to}`,
  moment: (day: string, time: string) => `${day}, ${time}`,
  /** On a picture that is saved: whose it is, and of when. */
  pictureOf: (name: string, day: string) => `${name}, ${day}`,
  loading: 'Loading…',
  facts: {
    start: 'Start',
    end: 'End',
    duration: 'Duration',
    charging: 'Charging time',
    energy: 'Energy',
    green: 'Solar',
    average: 'Average power',
    peak: 'Peak power',
    cost: 'Cost',
    source: 'Source',
  },
  before: (time: string) => `before ${time}`,
  runs: 'In progress.',
  estimated: 'Estimate: data is missing and the price changed.',
  gap: (from: string, to: string) => `No data from ${from} to ${to}.`,
  gapsUnknown: 'Some data is missing.',
  noPicture: 'No readings recorded.',
  picture: {
    title: 'Power and energy of this session',
    summary: (from: string, to: string) => `Power and energy from ${from} to ${to}.`,
    keys: 'Arrow keys to move, + and − to zoom, 0 to reset.',
    limit: (current: string) => `limit ${current}`,
    nothing: 'no data',
    at: (time: string, parts: readonly string[]) => `${time}: ${parts.join(', ')}`,
    hint: 'Hover or use arrow keys to read values.',
    closer: 'Zoom in',
    wider: 'Zoom out',
    whole: 'Reset zoom',
    save: 'Save chart…',
    fileName: (charger: string, day: string) => `${charger} ${day}.png`,
    legend: { power: 'Power', energy: 'Energy', limit: 'Limit', interruption: 'No power' },
    time: 'Time',
    limitColumn: 'Limit',
    unknown: 'unknown',
    shown: (from: string, to: string) => `Shown: ${from} to ${to}.`,
  },
  states: {
    title: 'Timeline',
    summary: (from: string, to: string) => `Timeline from ${from} to ${to}.`,
    noNumbers: 'The station doesn’t report power or energy.',
    more: (count: number) => `… and ${count} more changes.`,
  },
} as const;

/** Why no power flowed. */
export const interruptionWords: Record<Interruption['kind'], string> = {
  queue: 'waiting for power',
  schedule: 'waiting for its schedule',
  pause: 'paused or locked',
  waiting: 'car not drawing power',
  fault: 'fault',
  offline: 'charger offline',
  gap: 'no data',
};

/** What a charger reported for a while, as far as it was recorded; and where there is no data. */
export const runWords: Record<ChargerStateName | 'gap', string> = {
  charging: 'Charging',
  discharging: 'Powering your home',
  transferring: 'Power is flowing',
  waiting: 'Plugged in, no power flowing',
  queued: 'Waiting for power',
  scheduled: 'Scheduled',
  paused: 'Paused or stopped',
  complete: 'Charge complete',
  locked: 'Locked',
  lockedCar: 'Locked, car waiting',
  available: 'Ready',
  updating: 'Updating',
  error: 'Fault',
  offline: 'Offline',
  unknown: 'Unknown state',
  gap: 'No data',
};

/** How a session ended. */
export const endWords: Record<NonNullable<Session['end']>, string> = {
  complete: 'charge complete',
  paused: 'paused',
  locked: 'locked',
  unplugged: 'unplugged',
  unseen: 'not observed',
  notSaid: 'stopped or finished',
  reversed: 'switched to powering your home',
};

/** Where the cost of a session comes from. */
export const costOrigins: Record<SessionCost['origin'], string> = {
  entered: 'entered by you',
  own: 'your tariff',
  charger: 'charger’s tariff',
  cloud: 'from Wallbox',
};
